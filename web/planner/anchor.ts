import type { Pane } from "./pane.ts";

/** Holds a row in its place while the rows above it get other heights. */
export class Anchor {
  private row: Element | null = null;
  private top = 0;

  /** Before the change: the row that is read, which is the one with the focus or the first that is wholly in view. */
  hold({ content, scroller }: Pane, focused: Element | null): void {
    if (this.row || !scroller || scroller.scrollTop === 0) return;
    const view = scroller.getBoundingClientRect();
    const isInView = (row: Element): boolean => {
      const head = row.closest(".slot")?.querySelector(".slot-head")?.clientHeight ?? 0;
      const { top, bottom } = row.getBoundingClientRect();
      return top >= view.top + head && bottom <= view.bottom;
    };
    const own = focused?.closest("li");
    this.row = own && content.contains(own) && isInView(own) ? own
      : [...content.querySelectorAll("li")].find(isInView) ?? null;
    this.top = (this.row?.getBoundingClientRect().top ?? 0) - view.top;
  }

  /** After it. True: it was scrolled. */
  release({ scroller }: Pane): boolean {
    const { row } = this;
    this.row = null;
    if (!row?.isConnected || !scroller) return false;
    const before = scroller.scrollTop;
    const view = scroller.getBoundingClientRect();
    const { top, bottom, height } = row.getBoundingClientRect();
    const moved = top - view.top - this.top;
    // The view may be smaller now, or the row larger.
    const tooLow = Math.min(bottom - moved - view.bottom, view.height - height);
    const by = moved + Math.max(tooLow, 0);
    // Rectangles are px of the page, scrolling is px of the frame, which may be enlarged.
    const scale = view.height / scroller.offsetHeight || 1;
    if (Math.abs(by) >= 1) scroller.scrollTop += by / scale;
    return scroller.scrollTop !== before;
  }
}
