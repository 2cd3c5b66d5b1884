import { PaneKind } from "#generated/abi.ts";
import { desktop_from, phone_below } from "#generated/tokens.ts";
import type { Look } from "./look.ts";
import { Pane } from "./pane.ts";

/** In the order of the core's `Layout`. */
/** On a phone, bars grow with the text up to this. */
const barPercentMax = 130;
/** CSS px at the size of text in force: of a 320 px screen with text at 150 % and more. */
const narrowBelow = 240;
const layouts = ["phone", "tablet", "desktop"] as const;

/** The skeleton that the panes stand in. */
export interface Frame {
  readonly element: HTMLElement;
  /** By PaneKind. */
  readonly panes: readonly Pane[];
  readonly isRightToLeft: boolean;
  /** Adds the skeleton and its style sheet, unless `signal` comes first; resolves when it counts. */
  attach(root: ShadowRoot, signal: AbortSignal): Promise<void>;
  /** Arranges the panes for a width before the core says so, so that sizes are read once. */
  layOutFor(w: number): void;
  /** How one person wants it: theme, size, hand. */
  look(look: Look): void;
  /** What the core says after a frame. */
  arrange(layout: number, rightToLeft: boolean, hasDetail: boolean, reflows: boolean): void;
}

/** Makes the skeleton of panes. */
export function makeFrame(): Frame {
  const kinds = [PaneKind.Header, PaneKind.Views, PaneKind.Controls, PaneKind.List, PaneKind.Detail, PaneKind.Notices,
    PaneKind.Dialog];
  const panes = kinds.map((kind) => new Pane(kind));
  const element = document.createElement("div");
  element.className = "frame";
  const top = document.createElement("div");
  top.className = "top";
  top.append(panes[PaneKind.Header]!.box, panes[PaneKind.Controls]!.box);
  const main = document.createElement("main");
  main.append(panes[PaneKind.List]!.box, panes[PaneKind.Detail]!.box);
  panes[PaneKind.Controls]!.box.setAttribute("role", "search");
  element.append(top, panes[PaneKind.Views]!.box, main, panes[PaneKind.Notices]!.box,
    panes[PaneKind.Dialog]!.box);
  return {
    element,
    panes,
    get isRightToLeft() {
      return element.dir === "rtl";
    },
    attach: async (root, signal) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = new URL("planner.css", import.meta.url).href;
      const loaded = new Promise<void>((resolve, reject) => {
        link.onload = () => resolve();
        link.onerror = () => reject(new Error("planner.css could not be loaded"));
      });
      root.append(link);
      await loaded;
      if (signal.aborted) return;
      root.append(element);
      set(element, "scrollbars", haveScrollbarsWidth(element) ? "classic" : "overlay");
    },
    layOutFor: (w) => {
      set(element, "layout", layouts[w < phone_below ? 0 : w < desktop_from ? 1 : 2]!);
      set(element, "narrow", String(w < narrowBelow));
    },
    look: ({ theme, percent, hand }) => {
      if (theme === "system") delete element.dataset["theme"];
      else set(element, "theme", theme);
      set(element, "hand", hand);
      element.style.zoom = percent === 100 ? "" : String(percent / 100);
      // The view's units grow with the zoom, too: what is to fit into the view divides by it.
      element.style.setProperty("--text-zoom", String(percent / 100));
      element.style.setProperty("--bar-zoom", String(Math.min(1, barPercentMax / percent)));
    },
    arrange: (layout, rightToLeft, hasDetail, reflows) => {
      set(element, "layout", layouts[layout] ?? "phone");
      set(element, "detail", String(hasDetail && panes[PaneKind.Detail]!.handle !== 0));
      set(element, "reflow", String(reflows));
      const direction = rightToLeft ? "rtl" : "ltr";
      if (element.dir !== direction) element.dir = direction;
    },
  };
}

function haveScrollbarsWidth(parent: HTMLElement): boolean {
  const box = document.createElement("div");
  box.className = "visually-hidden";
  box.style.cssText = "width:100px;overflow:scroll";
  parent.append(box);
  const width = box.offsetWidth - box.clientWidth;
  box.remove();
  return width > 0;
}

function set(element: HTMLElement, name: string, value: string): void {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}
