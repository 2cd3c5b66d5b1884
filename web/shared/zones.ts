const msPerMinute = 60_000;
/** No zone has changed its clock and changed it back within a week. */
const stepMinutes = 7 * 24 * 60;

/** Local time minus UTC at an instant, both in minutes. */
function offsetReader(format: Intl.DateTimeFormat): (instantMinutes: number) => number {
  return (instantMinutes) => {
    const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
    for (const { type, value } of format.formatToParts(instantMinutes * msPerMinute)) {
      if (type in part) part[type as keyof typeof part] = Number(value);
    }
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) / msPerMinute - instantMinutes;
  };
}

/**
 * The rules of an IANA zone for some years: pairs of an instant and the offset from then on, both in minutes,
 * in order of time; the first pair holds for all time before it, too. Found by bisection, since the browser
 * tells offsets but not when they change.
 *
 * @returns null for a zone that the browser does not know.
 */
export function zoneRules(name: string, firstYear: number, lastYear: number): Int32Array | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name, calendar: "gregory", numberingSystem: "latn", hourCycle: "h23",
      year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    });
  } catch {
    return null;
  }
  const offsetAt = offsetReader(format);
  let at = Date.UTC(firstYear, 0, 0) / msPerMinute;
  const end = Date.UTC(lastYear + 1, 0, 2) / msPerMinute;
  let offset = offsetAt(at);
  const pairs = [at, offset];
  for (; at < end; at += stepMinutes) {
    const next = at + stepMinutes;
    const offsetNext = offsetAt(next);
    if (offsetNext === offset) continue;
    let before = at;
    let after = next;
    while (after - before > 1) {
      const middle = (before + after) >> 1;
      if (offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    offset = offsetNext;
    pairs.push(after, offset);
  }
  return Int32Array.from(pairs);
}
