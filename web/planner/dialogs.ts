import type { Pane } from "./pane.ts";

/**
 * The dialog pane in the top layer: nothing else on the page can be reached while it is there. The browser gives the
 * scrim, keeps the focus inside and puts it back where it was; the core decides what is shown and for how long.
 */
export class Dialogs {
  private readonly box: HTMLDialogElement;
  /** Where the pointer went down: a selection that ends on the scrim does not close. */
  private pressedOn: EventTarget | null = null;

  /** @param close asks the core to take it away: Escape, the back gesture, a click beside it */
  constructor(private readonly pane: Pane, close: () => void, signal: AbortSignal) {
    this.box = pane.box as HTMLDialogElement;
    this.box.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    }, { signal });
    // A browser that was asked twice closes it without asking.
    this.box.addEventListener("close", () => { if (pane.handle !== 0) close(); }, { signal });
    this.box.addEventListener("pointerdown", ({ target }) => (this.pressedOn = target), { signal });
    this.box.addEventListener("click", ({ target }) => {
      if (target === this.box && this.pressedOn === this.box) close();
    }, { signal });
  }

  /** After the tree was changed. */
  follow(): void {
    const isWanted = this.pane.handle !== 0;
    if (isWanted === this.box.open) return;
    if (!isWanted) {
      this.box.close();
      return;
    }
    this.box.showModal();
    const title = this.box.querySelector("h2");
    if (!title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}
