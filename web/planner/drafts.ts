import { Role } from "#generated/abi.ts";
import type { Item } from "./mirror.ts";

/** How long typing pauses before a text is kept: shorter than it takes to close a tab. */
const pauseMs = 500;

/**
 * A longer text that is being typed. It is handed over when typing pauses, when the field is left and when the page is
 * hidden, so that each pause is one step of undo, and nothing is lost whatever happens to the page afterwards.
 */
export class Drafts {
  private item: Item | null = null;
  private timer = 0;

  /** @param handOver gives the text to the core at once: there may be no other frame */
  constructor(private readonly handOver: (item: Item, text: string) => void, private readonly settle: () => void,
    signal: AbortSignal) {
    addEventListener("pagehide", () => this.flush(), { signal });
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.flush(); }, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.timer));
  }

  /** True while a text waits for a pause. */
  get isPending(): boolean {
    return this.item !== null;
  }

  /** True if the field's text is kept in this way. */
  static takes(item: Item): boolean {
    return item.role === Role.TextArea;
  }

  /** The field's text has changed. */
  typed(item: Item): void {
    if (this.item !== item) this.flush();
    this.item = item;
    item.isDraft = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pauseMs);
  }

  /** Hands over what waits. */
  flush(): void {
    const { item } = this;
    if (!item) return;
    clearTimeout(this.timer);
    this.item = null;
    this.handOver(item, (item.element as HTMLTextAreaElement).value);
    this.settle();
  }
}
