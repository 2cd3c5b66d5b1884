const timerMsMax = 2 ** 31 - 1;
const idleBudgetMs = 4;

/** What is done when its time has come. */
export interface Scheduled {
  frame(): void;
  /** The clock shows something else by now. */
  wake(): void;
  /** `isOver` says when this piece of idle time has passed. */
  idle(isOver: () => boolean): void;
}

/** Frames on demand: there is no standing loop, and never more than one request of each kind. */
export class Schedule {
  private frameRequest = 0;
  private hiddenRequest = 0;
  private idleRequest = 0;
  private wakeTimer = 0;

  constructor(private readonly run: Scheduled, private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => this.taken());
  }

  /** True while a frame or idle work is about to come. The clock does not count. */
  get isPending(): boolean {
    return this.frameRequest + this.hiddenRequest + this.idleRequest > 0;
  }

  request(): void {
    if (this.frameRequest || this.hiddenRequest || this.signal.aborted) return;
    // A page that is not shown gets no animation frames, but what another tab chose still counts.
    if (document.hidden) this.hiddenRequest = setTimeout(() => this.run.frame());
    else this.frameRequest = requestAnimationFrame(() => this.run.frame());
  }

  /** The frame is there, by request or at once; nothing that was asked for before it has to come any more. */
  taken(): void {
    cancelAnimationFrame(this.frameRequest);
    clearTimeout(this.hiddenRequest);
    clearTimeout(this.wakeTimer);
    this.frameRequest = this.hiddenRequest = this.wakeTimer = 0;
  }

  /** The page was hidden: an animation frame would not come. */
  hidden(): void {
    clearTimeout(this.wakeTimer);
    this.wakeTimer = 0;
    if (!this.frameRequest) return;
    cancelAnimationFrame(this.frameRequest);
    this.frameRequest = 0;
    this.request();
  }

  /** Unix milliseconds; 0: the clock changes nothing. Nobody sees it while the page is hidden. */
  wakeAt(time: number): void {
    clearTimeout(this.wakeTimer);
    this.wakeTimer = 0;
    if (time === 0 || document.hidden) return;
    const delay = Math.min(Math.max(time - Date.now(), 0), timerMsMax);
    this.wakeTimer = setTimeout(() => this.run.wake(), delay);
  }

  /** One request for all idle work: what there is to do is decided when the time has come. */
  whenIdle(): void {
    if (this.idleRequest || this.signal.aborted) return;
    const go = (): void => {
      this.idleRequest = 0;
      if (this.signal.aborted) return;
      const end = performance.now() + idleBudgetMs;
      this.run.idle(() => performance.now() > end);
    };
    // Safari has no idle callbacks.
    this.idleRequest = "requestIdleCallback" in window
      ? requestIdleCallback(go, { timeout: 1000 }) : setTimeout(go, 1);
  }
}
