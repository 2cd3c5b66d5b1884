import { makeFailureBar } from "./failure-bar.ts";
import { makeIconSheet } from "./icon-sheet.ts";
import { Session } from "./session.ts";

/**
 * `<hallway-planner src lang now presentation>`: the planner in an open shadow root. `src` is the address of the
 * program; without it the one that was open last is opened. Tests wait for `whenSettled()`.
 */
export class HallwayPlanner extends HTMLElement {
  /** Ends what began when the element came into the page; null: it is not there. */
  private stop: AbortController | null = null;
  private session: Session | null = null;
  private hasFailed = false;
  private waiting: (() => void)[] = [];

  connectedCallback(): void {
    if (this.stop) return;
    const stop = new AbortController();
    this.stop = stop;
    this.hasFailed = false;
    this.start(stop.signal).catch((reason: unknown) => {
      if (!stop.signal.aborted) this.fail(reason);
    });
  }

  disconnectedCallback(): void {
    // An element that is only moved is connected again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.end();
    });
  }

  /** Resolves when no frame, job, load or write is pending; at once where the element is not in a page. */
  whenSettled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.settle();
    });
  }

  /** Undo and redo by keys that were pressed while nothing had the focus. */
  handleShortcut(event: KeyboardEvent): void {
    this.session?.handleShortcut(event);
  }

  private async start(signal: AbortSignal): Promise<void> {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [makeIconSheet()];
    root.replaceChildren(document.createElement("slot"));
    const sink = { settle: () => this.settle(), fail: (reason: unknown) => this.fail(reason) };
    const session = await Session.load(this, root, sink, signal);
    if (!session) return;
    this.session = session;
    session.begin();
  }

  private settle(): void {
    const isBusy = this.stop !== null && !this.hasFailed && !this.session?.isSettled;
    if (this.waiting.length === 0 || isBusy) return;
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Our bug: what is there stays as HTML; choices are stored already. */
  private fail(reason: unknown): void {
    console.error(reason);
    if (this.hasFailed) return;
    this.hasFailed = true;
    this.session?.halt();
    this.shadowRoot?.append(makeFailureBar());
    this.settle();
  }

  private end(): void {
    this.session?.drafts.flush();
    this.stop?.abort();
    this.stop = null;
    this.session = null;
    this.settle();
  }
}
