// The times that a person waits for: starts, frames while scrolling, stars.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { settled } from "../../../tests/e2e/support/planner.mjs";
import { buildFolder } from "../paths.mjs";

/** Where in the core's output the times of views and of the diff stand. */
export async function outputPlaces() {
  const esbuild = createRequire(import.meta.url)("esbuild");
  const source = await readFile(join(buildFolder, "generated/abi.ts"), "utf8");
  const { code } = await esbuild.transform(source, { loader: "ts", format: "esm" });
  const { OutputAt } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return { views: OutputAt.views_us, diff: OutputAt.diff_us, pictures: OutputAt.picture_count };
}

/** Runs in the page before anything else: notes when rows and when their picture were painted first. */
function watchStart() {
  window.painted = {};
  const afterPaint = (name) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.painted[name] ??= performance.now(); };
    port2.postMessage(null);
  };
  const look = () => {
    const root = document.querySelector("hallway-planner")?.shadowRoot;
    if (root?.querySelector(".list li")) afterPaint("html");
    if (root?.querySelector(".list.canvas")) afterPaint("picture");
    if (!window.painted.picture) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Milliseconds from the navigation on. @returns {Promise<{ any: number, html: number, picture: number }>} */
async function start(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => window.painted?.picture > 0);
  await settled(page);
  return page.evaluate(() => ({
    ...window.painted,
    any: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
  }));
}

/** Cold: a profile that has never seen the site; warm: the next visits, with the program stored. */
export async function measureStarts(browser, address, contextOptions, runs = 5) {
  const cold = [], warm = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext(contextOptions);
    const page = await context.newPage();
    await page.addInitScript(watchStart);
    cold.push(await start(page, address));
    warm.push(await start(page, address));
    await context.close();
  }
  return { cold, warm };
}

/** Opens a screen of the program, with so many stars, and waits until all is there. */
export async function openPage(browser, address, contextOptions, { screen, stars }) {
  const page = await (await browser.newContext(contextOptions)).newPage();
  await page.goto(`${address}#/program`);
  const all = page.locator("hallway-planner .list .star");
  await all.first().waitFor({ state: "attached" });
  await settled(page);
  await all.evaluateAll((buttons, count) => buttons.slice(0, count).forEach((button) => button.click()), stars);
  await settled(page);
  await page.evaluate((hash) => { location.hash = hash; }, `#/${screen}`);
  await settled(page);
  return page;
}

/**
 * Lets the pages' main threads go first. WebGL in software keeps every processor busy, so a frame would be interrupted
 * for some milliseconds by work that phones leave to their GPU.
 * @returns {Promise<boolean>} false where this user may not
 */
export async function preferPages(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  try {
    for (const { id } of processInfo.filter(({ type }) => type === "renderer"))
      setPriority(id, constants.priority.PRIORITY_HIGHEST);
    return true;
  } catch (error) {
    if (error.code !== "EACCES" && error.code !== "ERR_SYSTEM_ERROR") throw error;
    return false;
  }
}

/**
 * Scrolls by `step` px a frame, forth and back, also sideways where the screen does, and notes what each of the
 * core's frames took.
 * @returns {Promise<{ frames: number, drawn: number[], all: number[] }>} views and diff together, milliseconds;
 *   `drawn`: those that made a picture; the others mostly return at once
 */
export async function measureScrolling(page, { step, frames }) {
  return page.evaluate(async ({ step, frames, places }) => {
    const planner = document.querySelector("hallway-planner");
    const scroller = planner.shadowRoot.querySelector(".list .scroller");
    const { core } = planner.session;
    const found = { frames: 0, drawn: [], all: [] };
    const original = core.frame;
    core.frame = function measured() {
      original.call(this);
      const took = (this.result(places.views) + this.result(places.diff)) / 1000;
      found.frames += 1;
      found.all.push(took);
      if (this.result(places.pictures) > 0) found.drawn.push(took);
    };
    scroller.scrollTop = 0;
    scroller.scrollLeft = 0;
    // To the end and back again, so that each of the frames scrolls.
    const next = { scrollTop: step, scrollLeft: step / 4 };
    for (let frame = 0; frame < frames; frame += 1) {
      await new Promise((done) => { requestAnimationFrame(done); });
      for (const along of Object.keys(next)) {
        const before = scroller[along];
        scroller[along] += next[along];
        if (scroller[along] === before) next[along] *= -1;
      }
    }
    await planner.whenSettled();
    delete core.frame;
    return found;
  }, { step, frames, places: await outputPlaces() });
}

/** Stars so many sessions, one after the other. @returns {Promise<{ paint: number[], durable: number[] }>} */
export async function measureStars(page, count) {
  return page.evaluate(async (count) => {
    const planner = document.querySelector("hallway-planner");
    const found = { paint: [], durable: [] };
    for (const star of [...planner.shadowRoot.querySelectorAll(".star[aria-pressed=false]")].slice(0, count)) {
      const from = performance.now();
      const durable = new Promise((done) => {
        const look = () => { if (star.dataset.saved) done(performance.now() - from); };
        new MutationObserver(look).observe(star, { attributes: true });
      });
      const paint = new Promise((done) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - from);
          port2.postMessage(null);
        });
      });
      star.click();
      found.paint.push(await paint);
      found.durable.push(await durable);
      await planner.whenSettled();
    }
    return found;
  }, count);
}
