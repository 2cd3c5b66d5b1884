// How figures are put together and printed.

/** The value below which that part of the values lies. */
export function share(values, part) {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
}

export const median = (values) => share(values, 0.5);

/** "p50 0.30, p95 1.20, max 2.00 ms" */
export function spread(values) {
  const figures = [["p50", share(values, 0.5)], ["p95", share(values, 0.95)], ["max", Math.max(...values)]];
  return `${figures.map(([name, value]) => `${name} ${value.toFixed(2)}`).join(", ")} ms`;
}

/** One line; with a limit also whether it holds. */
export function printFigure(name, text, value, limit) {
  const verdict = limit === undefined ? "" : `; at most ${limit} ms: ${value <= limit ? "holds" : "OVER"}`;
  console.log(`${name.padEnd(46)} ${text}${verdict}`);
}
