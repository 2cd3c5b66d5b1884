import type { Pane, ScrollPosition } from "./pane.ts";

/** What an entry of the history keeps of ours. */
interface EntryState {
  hallwayScroll?: Record<string, number>;
}

const keysMax = 200;

/** The address in location.hash, and where each pane was scrolled to, per entry of the history. */
export class Route {
  /** Scroll positions by the key of what is scrolled; those along the line by the key and an "x". */
  private positions: Map<string, number>;
  private told = location.hash;

  /**
   * @param onRoute the address was changed by the user: back, forward, or typed
   * @param beforeLeaving stores the current positions by `remember`
   */
  constructor(onRoute: (hash: string) => void, private readonly beforeLeaving: () => void, signal: AbortSignal) {
    this.positions = new Map(Object.entries(entryState().hallwayScroll ?? {}));
    const changed = (): void => {
      if (location.hash === this.told) return;
      this.told = location.hash;
      for (const [key, top] of Object.entries(entryState().hallwayScroll ?? {})) this.positions.set(key, top);
      onRoute(location.hash);
    };
    addEventListener("popstate", changed, { signal });
    addEventListener("hashchange", changed, { signal });
    addEventListener("pagehide", () => this.save(), { signal });
    // The position is ours to restore: the document itself does not scroll.
    if (history.scrollRestoration) history.scrollRestoration = "manual";
  }

  get hash(): string {
    return location.hash;
  }

  push(href: string): void {
    this.save();
    history.pushState({}, "", href);
    this.told = location.hash;
  }

  replace(href: string): void {
    history.replaceState(history.state, "", href);
    this.told = location.hash;
  }

  /** Keeps a pane's position under its present key. */
  remember(pane: Pane, { top, left }: ScrollPosition): void {
    if (!pane.scrollKey) return;
    this.keep(pane.scrollKey, top);
    if (left !== 0 || this.positions.has(`${pane.scrollKey}x`)) this.keep(`${pane.scrollKey}x`, left);
  }

  /** Where the thing with this key was scrolled to; null: it is new. */
  positionOf(key: string): ScrollPosition | null {
    if (!this.positions.has(key)) return null;
    return { top: this.positions.get(key) ?? 0, left: this.positions.get(`${key}x`) ?? 0 };
  }

  private keep(key: string, position: number): void {
    this.positions.delete(key);
    this.positions.set(key, position);
    const [oldest] = this.positions.keys();
    if (this.positions.size > keysMax && oldest !== undefined) this.positions.delete(oldest);
  }

  private save(): void {
    this.beforeLeaving();
    const state: EntryState = { ...entryState(), hallwayScroll: Object.fromEntries(this.positions) };
    history.replaceState(state, "");
  }
}

function entryState(): EntryState {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null ? state : {};
}
