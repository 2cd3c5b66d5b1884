/** Of the device's zone at a time, Unix milliseconds: local time minus UTC, minutes. */
export function localOffset(ms: number): number {
  return -new Date(ms).getTimezoneOffset();
}

/** Tells the time, or the time that `?now=` set, from which it goes on. */
export class Clock {
  private readonly offsetMs: number;

  /**
   * @param now ISO 8601. With an offset it is that instant; without one it is the event's local time, read here as
   *   if it were UTC: only the core knows the event's zone (`isLocal` says that it has to be resolved)
   */
  constructor(now: string | null) {
    const isLocal = now !== null && !/(Z|[+-]\d{2}:?\d{2})$/i.test(now);
    const set = now === null ? NaN : Date.parse(isLocal ? `${now.includes("T") ? now : `${now}T00:00`}Z` : now);
    this.isSet = !Number.isNaN(set);
    this.isLocal = isLocal && this.isSet;
    this.offsetMs = Number.isNaN(set) ? 0 : set - Date.now();
  }

  /** A time was set. */
  readonly isSet: boolean;

  /** The time that was set has no offset from UTC. */
  readonly isLocal: boolean;

  /** What the clock shows, Unix milliseconds. */
  shownMs(): number {
    return Math.round(Date.now() + this.offsetMs);
  }
}
