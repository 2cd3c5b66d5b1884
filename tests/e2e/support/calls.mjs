// What the planner asks of the browser: counted from outside, by wrapping what it would have to call.

import assert from "node:assert/strict";
import { settled } from "./planner.mjs";

/** Time is the subject here, so it is waited for. */
const idleMs = 2000;

/** Runs in the page before anything else. */
export function countCalls() {
  window.calls = { requestAnimationFrame: 0, drawElements: 0 };
  const wrap = (owner, name) => {
    const original = owner[name];
    owner[name] = function counted(...given) {
      window.calls[name] += 1;
      return original.apply(this, given);
    };
  };
  wrap(window, "requestAnimationFrame");
  wrap(WebGL2RenderingContext.prototype, "drawElements");
}

export const callsSoFar = (page) => page.evaluate(() => ({ ...window.calls }));

/**
 * A pane that comes, goes or gets another size is told of with the browser's next rendering, and takes one more frame:
 * a part of the change before, not of the rest after it. Playwright's clock makes animation frames out of timers, which
 * renderings do not wait for; what a new observer is told first is told with a rendering, after the planner's own.
 */
async function sizesTold(page) {
  await settled(page);
  await page.evaluate(() => new Promise((done) => {
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      done();
    });
    observer.observe(document.body);
  }));
  await settled(page);
}

/** Nothing is called in two seconds, whatever happened before; where minutes are shown, one may change meanwhile. */
export async function expectIdle(page, { minutes = false } = {}) {
  await sizesTold(page);
  const before = await callsSoFar(page);
  await page.evaluate((ms) => new Promise((done) => { setTimeout(done, ms); }), idleMs);
  const after = await callsSoFar(page);
  if (minutes && after.requestAnimationFrame === before.requestAnimationFrame + 1) return;
  assert.deepEqual(after, before);
}
