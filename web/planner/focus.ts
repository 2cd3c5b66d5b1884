import { PaneKind } from "#generated/abi.ts";
import type { Pane } from "./pane.ts";

const focusable = "a[href], button, input, textarea";

/**
 * Keeps the focus on something that can be seen. The core names a successor within the pane of a node that goes; here
 * is what is left: it follows a session into its page and back to its row, and never falls to the document. It only
 * ever moves a focus that was within the planner.
 */
export class Focus {
  /** Where it was last outside of the notices. */
  private outside: HTMLElement | null = null;
  /** What led to the session that is open, and the address that it has in the list. */
  private opener: HTMLElement | null = null;
  private openHref = "";
  private openKey = "";

  constructor(private readonly root: ShadowRoot, private readonly panes: readonly Pane[], signal: AbortSignal) {
    root.addEventListener("focusin", ({ target }) => {
      const pane = this.paneOf(target as Node);
      if (pane && pane.kind !== PaneKind.Notices) this.outside = target as HTMLElement;
    }, { signal });
  }

  /** Runs what changes the tree; `hasDetail`: a session is what the address names. */
  keep(run: () => void, hasDetail: boolean): void {
    const had = this.root.activeElement as HTMLElement | null;
    const from = had ? this.paneOf(had) : undefined;
    run();
    const detail = this.panes[PaneKind.Detail]!;
    const key = hasDetail ? detail.scrollKey : "";
    const before = this.openKey;
    this.openKey = key;
    if (key !== "" && key !== before) this.openHref = location.hash;
    if (!had || !from) return;
    if (key !== before) {
      if (key !== "" && (from !== detail || !had.isConnected)) this.enter(detail, had, from);
      else if (key === "" && from === detail) this.leave();
    } else if (had.isConnected && !from.box.hidden) {
      return;
    }
    if (!this.isLost(had)) return;
    const target = from.kind === PaneKind.Notices && isSeen(this.outside) ? this.outside : firstIn(from);
    (target ?? firstIn(this.panes[PaneKind.List]!) ?? asTarget(this.panes[PaneKind.List]!.content)).focus();
  }

  private enter(detail: Pane, had: HTMLElement, from: Pane): void {
    if (from !== detail) this.opener = had;
    const title = detail.content.querySelector("h2");
    if (title) asTarget(title).focus({ preventScroll: true });
  }

  private leave(): void {
    const row = [...this.panes[PaneKind.List]!.content.querySelectorAll("a")]
      .find((link) => link.getAttribute("href") === this.openHref);
    [this.opener, row].find(isSeen)?.focus();
  }

  private isLost(had: HTMLElement): boolean {
    const now = this.root.activeElement as HTMLElement | null;
    return now === null ? !isElsewhere(this.root) : now === had && !isSeen(had);
  }

  private paneOf(node: Node): Pane | undefined {
    return this.panes.find(({ box }) => box.contains(node));
  }
}

function firstIn(pane: Pane): HTMLElement | undefined {
  return [...pane.content.querySelectorAll<HTMLElement>(focusable)].find(isSeen);
}

function isSeen(element: HTMLElement | null | undefined): element is HTMLElement {
  return element?.isConnected === true && element.checkVisibility({ visibilityProperty: true });
}

/** Text that is not for Tab takes the focus nevertheless. */
function asTarget(element: HTMLElement): HTMLElement {
  element.tabIndex = -1;
  return element;
}

/** Another part of the page took it. */
function isElsewhere(root: ShadowRoot): boolean {
  const active = document.activeElement;
  return active !== null && active !== document.body && active !== root.host;
}
