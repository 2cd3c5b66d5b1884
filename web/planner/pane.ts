import { PaneKind } from "#generated/abi.ts";
import type { Renderer } from "./gl.ts";

/** Panes that scroll on their own; the document itself does not scroll. */
const scrolling: readonly PaneKind[] = [PaneKind.List, PaneKind.Detail];
const tags: Readonly<Record<PaneKind, string>> = {
  [PaneKind.Header]: "header",
  [PaneKind.Views]: "nav",
  [PaneKind.Controls]: "section",
  [PaneKind.List]: "section",
  [PaneKind.Detail]: "article",
  [PaneKind.Notices]: "section",
  [PaneKind.Dialog]: "dialog",
};
const names: Readonly<Record<PaneKind, string>> = {
  [PaneKind.Header]: "header",
  [PaneKind.Views]: "views",
  [PaneKind.Controls]: "controls",
  [PaneKind.List]: "list",
  [PaneKind.Detail]: "detail",
  [PaneKind.Notices]: "notices",
  [PaneKind.Dialog]: "dialog",
};

/** As the browser counts, CSS px. */
export interface ScrollPosition {
  readonly top: number;
  readonly left: number;
}

/** A part of the page: its landmark, its scroller if it has one, and its picture if it has one. */
export class Pane {
  /** The landmark. */
  readonly box: HTMLElement;
  readonly scroller: HTMLElement | null = null;
  /** Holds the nodes. */
  readonly content: HTMLElement;
  /** Of the pane's node in the core; 0: the pane is not shown. */
  handle = 0;
  /** What the scroll position belongs to; another key is another list. */
  scrollKey = "";
  /** As read before the last frame, CSS px; `left` is 0 at the start edge, and negative from right to left. */
  scrolled: ScrollPosition = { top: 0, left: 0 };
  /** Where to scroll to after this frame; "start": what is shown is new. */
  restore: ScrollPosition | "start" | null = null;
  /** Or what comes to the top of the view. */
  restoreTo: Element | null = null;
  picture: { canvas: HTMLCanvasElement; renderer: Renderer } | null = null;
  /** Whether there is a picture of what it shows now. */
  private isDrawn = false;

  constructor(readonly kind: PaneKind) {
    this.box = document.createElement(tags[kind]);
    this.box.className = `pane ${names[kind]} html`;
    this.box.hidden = true;
    if (!scrolling.includes(kind)) {
      this.content = this.box;
      return;
    }
    this.scroller = document.createElement("div");
    this.scroller.className = "scroller";
    this.content = document.createElement("div");
    this.content.className = "content";
    this.scroller.append(this.content);
    this.box.append(this.scroller);
  }

  /** True: transparent text over a picture; false: visible HTML. */
  get isCanvas(): boolean {
    return this.box.classList.contains("canvas");
  }

  /** Called by the mirror for the pane's node; `isDrawn`: what it shows can be a picture. */
  show(handle: number, label: string, isDrawn: boolean): void {
    this.handle = handle;
    this.isDrawn = isDrawn;
    if (!isDrawn) this.present(false);
    this.box.hidden = false;
    if (label) this.box.setAttribute("aria-label", label);
    else this.box.removeAttribute("aria-label");
  }

  /** Where it is scrolled to now. */
  get position(): ScrollPosition {
    return { top: this.scroller?.scrollTop ?? 0, left: this.scroller?.scrollLeft ?? 0 };
  }

  /** How far the left edge of the view is from that of the content, in either direction of writing. */
  fromLeft(rightToLeft: boolean): number {
    const { scroller } = this;
    if (!scroller) return 0;
    const left = Math.round(this.scrolled.left);
    return rightToLeft ? scroller.scrollWidth - scroller.clientWidth + left : left;
  }

  /** The size of its content, CSS px; CSS does not use it in an HTML pane. */
  place(w: number, h: number): void {
    this.content.style.setProperty("--w", `${w}px`);
    this.content.style.setProperty("--h", `${h}px`);
  }

  hide(): void {
    this.handle = 0;
    this.isDrawn = false;
    this.scrollKey = "";
    this.box.hidden = true;
    this.present(false);
  }

  /** `starting`: the HTML is what comes before the first picture, so it stands where that will show it. */
  present(canvas: boolean, starting = false): void {
    this.box.classList.toggle("as-grid", this.isDrawn && (canvas || starting));
    if (canvas && !this.isDrawn) return;
    this.box.classList.toggle("canvas", canvas);
    this.box.classList.toggle("html", !canvas);
  }
}
