// The picture and the DOM scroll as one: looked at in the frames that the compositor made while fingers and wheels
// scrolled. Chromium has to scroll off the main thread for that, or nothing could be out of step.

import assert from "node:assert/strict";
import { browserTest, scrollingFlags } from "./support/browser.mjs";
import { longProgram, serveLongProgram } from "./support/long-program.mjs";
import { decodePng } from "./support/png.mjs";
import { fling, framesMin, recordFrames, scrolledTo, turnWheel } from "./support/recording.mjs";
import { settled, stars } from "./support/planner.mjs";
import { addStripes, compareStripes } from "./support/stripes.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const desktop = { viewport: { width: 1440, height: 900 } };
/** Left edges of the stripes within a row, CSS px, and how far they stay from its edges: tokens of row-*-bar. */
const phoneStripes = { left: 6, bar: 16, inset: 12 };
const desktopStripes = { left: 12, bar: 24, inset: 10 };
const scrollTop = async (page) => (await scrolledTo(page)).top;

async function start({ page, server, open }, stripes) {
  serveLongProgram(server);
  await open(longProgram);
  await stars(page).first().waitFor({ state: "attached" });
  await settled(page);
  await addStripes(page, stripes);
}

/** Where to look: the columns of the stripes, and the list's view below the first sticky head. Frames are CSS px. */
async function columnsOf(page, { left, bar }) {
  const { x, y, height } = await page.locator("hallway-planner .list .scroller").boundingBox();
  return { dom: Math.round(x + left + 2), picture: Math.round(x + bar + 2), top: Math.round(y + 36),
    bottom: Math.round(y + height) };
}

const flings = (session) => fling(session);
const wheel = (session) => turnWheel(session, { x: 400, y: 500, by: () => ({ deltaY: 240 }) });

function judge(frames, columns) {
  const sum = { frames: frames.length, off: 0, blank: 0, compared: 0 };
  for (const frame of frames) {
    const { compared, off, blank } = compareStripes(decodePng(frame), columns);
    sum.off += Number(off > 0);
    sum.blank += Number(blank > 0);
    sum.compared += compared;
  }
  return sum;
}

const cases = [
  { name: "flings on a phone", scroll: flings, context: { ...phone, deviceScaleFactor: 1 }, stripes: phoneStripes },
  { name: "flings on a phone, 2 pixels for one", scroll: flings, context: { ...phone, deviceScaleFactor: 2 },
    stripes: phoneStripes },
  { name: "the wheel", scroll: wheel, context: { ...desktop, deviceScaleFactor: 1 }, stripes: desktopStripes },
];

for (const { name, scroll, context, stripes } of cases) {
  browserTest(`picture and DOM are in step in every frame: ${name}`, { flags: scrollingFlags, context },
    async ({ page, server, open }) => {
      await start({ page, server, open }, stripes);
      const columns = await columnsOf(page, stripes);
      const found = judge(await recordFrames(page, scroll), columns);
      assert.ok(await scrollTop(page) > 3000, "it scrolled far");
      assert.ok(found.frames >= framesMin, `only ${found.frames} frames were seen`);
      assert.ok(found.compared >= 3 * found.frames, "most rows were compared");
      assert.ok(found.blank < found.frames / 2, `${found.blank} of ${found.frames} frames lack a part of the picture`);
      assert.equal(found.off, 0, `${found.off} of ${found.frames} frames are out of step`);
    });
}

browserTest("the comparison notices a picture that is 2 px off", { flags: scrollingFlags, context: phone },
  async ({ page, server, open }) => {
    await start({ page, server, open }, phoneStripes);
    const columns = await columnsOf(page, phoneStripes);
    const canvas = page.locator("hallway-planner canvas.picture");
    for (const [shift, expected] of [[0, 0], [2, 1], [-2, 1]]) {
      await canvas.evaluate((it, px) => { it.style.marginTop = `${px}px`; }, shift);
      const found = judge([await page.screenshot()], columns);
      assert.ok(found.compared > 4);
      assert.equal(found.off, expected, `${shift} px`);
    }
  });

browserTest("the method notices a picture that follows by script", { flags: scrollingFlags, context: phone },
  async ({ page, server, open }) => {
    await start({ page, server, open }, phoneStripes);
    const columns = await columnsOf(page, phoneStripes);
    // Out of the scroller, and moved after each scroll event by a main thread that has other things to do as well.
    await page.evaluate(() => {
      const root = document.querySelector("hallway-planner").shadowRoot;
      const canvas = root.querySelector("canvas.picture");
      const scroller = root.querySelector(".list .scroller");
      scroller.parentElement.append(canvas);
      canvas.style.cssText += "z-index: 1; clip-path: inset(0 0 0 12px)";
      const follow = () => {
        for (const end = performance.now() + 30; performance.now() < end;);
        canvas.style.marginTop = `${-scroller.scrollTop}px`;
      };
      scroller.addEventListener("scroll", () => requestAnimationFrame(follow));
    });
    const found = judge(await recordFrames(page, flings), columns);
    assert.ok(found.off > found.frames / 10, `${found.off} of ${found.frames} frames are out of step`);
  });
