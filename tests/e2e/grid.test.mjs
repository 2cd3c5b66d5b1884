// The program by room: fingers, wheel, keys, assistive technologies. What stands where is tested in tests/app and
// tests/ui.

import assert from "node:assert/strict";
import { browserTest, scrollingFlags } from "./support/browser.mjs";
import { faults } from "./support/axe.mjs";
import { longProgram, serveLongProgram } from "./support/long-program.mjs";
import { addMarks, compareMarks } from "./support/marks.mjs";
import { decodePng } from "./support/png.mjs";
import { days, sample, savedStar, settled, sharedFile, stars } from "./support/planner.mjs";
import { fling, framesMin, pause, recordFrames, scrolledTo, turnWheel } from "./support/recording.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const desktop = { viewport: { width: 1440, height: 900 } };
const narrow = { viewport: { width: 320, height: 640 }, hasTouch: true };
const heads = (page) => page.locator("hallway-planner .room-head");
const titles = (page) => page.locator("hallway-planner .block-title");
const listSwitch = (page) => page.getByRole("navigation", { name: "Ways to look at the program" });
/** Long enough that something would have come. */
const idleMs = 2000;

async function openLong({ page, open, server }, more = "") {
  serveLongProgram(server);
  await open(`${longProgram}${more}#/grid`);
  await page.locator("hallway-planner .list.canvas .block").first().waitFor({ state: "attached" });
  await settled(page);
}

async function openSample({ page, open }, more = "") {
  await open(`${sample}${more}#/grid?day=2027-05-21`);
  await page.locator("hallway-planner .column").first().waitFor({ state: "attached" });
  await settled(page);
}

/** The view below the rooms' heads and beside the times. */
async function viewOf(page) {
  const box = await page.locator("hallway-planner .list .scroller").boundingBox();
  const head = await heads(page).first().boundingBox();
  const axis = await page.locator("hallway-planner .grid-axis").boundingBox();
  return { left: Math.round(axis.x + axis.width), right: Math.round(box.x + box.width),
    top: Math.round(head.y + head.height), bottom: Math.round(box.y + box.height) };
}

for (const [size, context] of Object.entries({ phone, desktop })) {
  browserTest(`the switch leads to the rooms and back: ${size}`, { context }, async ({ page, open }) => {
    await open(sample);
    await stars(page).first().waitFor({ state: "attached" });
    await settled(page);
    await listSwitch(page).getByRole("link", { name: "By room" }).click();
    await settled(page);
    assert.match(page.url(), /#\/grid/);
    await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Program" })
      .and(page.locator("[aria-current]")).waitFor();
    await days(page).nth(1).click();
    await settled(page);
    assert.match(page.url(), /#\/grid\?day=2027-05-21/);
    await listSwitch(page).getByRole("link", { name: "List" }).click();
    await settled(page);
    assert.match(page.url(), /#\/program\?day=2027-05-21/);
  });

  browserTest(`axe finds nothing in the rooms: ${size}, both presentations`,
    { context: { ...context, bypassCSP: true } }, async ({ page, open }) => {
      for (const more of ["", "&presentation=html"]) {
        await page.goto("about:blank");
        await openSample({ page, open }, more);
        assert.equal(await page.locator("hallway-planner .list.canvas").count(), more === "" ? 1 : 0);
        assert.deepEqual(await faults(page), [], more);
      }
    });
}

browserTest("rooms are headings over lists of sessions that say their time, in both presentations",
  { context: phone }, async ({ page, open }) => {
    for (const more of ["", "&presentation=html"]) {
      await page.goto("about:blank");
      await openSample({ page, open }, more);
      const room = await heads(page).first().getByRole("link").textContent();
      const list = page.getByRole("list", { name: room, exact: true });
      await list.waitFor({ state: "attached" });
      const names = await list.getByRole("link").evaluateAll((links) => links.map(({ ariaLabel }) => ariaLabel));
      assert.ok(names.length > 1);
      for (const name of names) assert.match(name, /, \d\d:\d\d$/);
      const times = names.map((name) => name.slice(-5));
      assert.deepEqual(times, [...times].sort(), "in order of time");
    }
  });

browserTest("as HTML it is a list for each room: nothing overlaps, nothing is wider than the page",
  { context: narrow }, async ({ page, open }) => {
    await openSample({ page, open }, "&presentation=html");
    const rects = await page.locator("hallway-planner .block").evaluateAll((blocks) => blocks.map((block) => {
      const { left, right, top, bottom } = block.getBoundingClientRect();
      return { left, right, top, bottom };
    }));
    assert.ok(rects.length > 20);
    for (const [index, { left, right, top }] of rects.entries()) {
      assert.ok(left >= 0 && right <= 320);
      if (index > 0) assert.ok(top >= rects[index - 1].bottom - 0.5, `block ${index}`);
    }
  });

browserTest("at 320 px a room and a part of the next are in view, and the page itself does not scroll",
  { context: narrow }, async ({ page, open }) => {
    await openSample({ page, open });
    const [first, second] = [await heads(page).nth(0).boundingBox(), await heads(page).nth(1).boundingBox()];
    assert.ok(first.x >= 0 && first.width > 180);
    assert.ok(second.x < 320 && second.x > 250);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

/** Where a swipe ends: the browser's way to a room may begin some time after the finger has left. */
async function restingPlace(page) {
  let { left } = await scrolledTo(page);
  for (let still = 0; still < 10;) {
    await pause(100);
    const now = (await scrolledTo(page)).left;
    still = now === left ? still + 1 : 0;
    left = now;
  }
  return left;
}

browserTest("a sideways swipe ends at a room", { flags: scrollingFlags, context: phone }, async (given) => {
  const { page } = given;
  await openLong(given);
  const session = await page.context().newCDPSession(page);
  for (let swipe = 0; swipe < 3; swipe += 1) {
    await fling(session, { x: -20, y: 0, from: { x: 320, y: 500 }, count: 1 });
    const left = await restingPlace(page);
    assert.ok(left > 0, "it moved");
    assert.equal(left % 290, 0, `${left} px is where a room begins`);
  }
  await session.detach();
});

const goRight = (session, round) => fling(session,
  { x: round % 2 ? 40 : -40, y: 0, from: { x: round % 2 ? 60 : 350, y: 500 }, count: 4 });
const goAcross = (session, round) => fling(session,
  { x: round % 2 ? 20 : -30, y: -60, from: { x: 300, y: 660 }, count: 4 });
const wheelAcross = (session, round) => {
  const way = round % 2 ? -1 : 1;
  return turnWheel(session, { x: 600, y: 500, by: (turn) => turn % 2 ? { deltaX: way * 160 } : { deltaY: way * 120 } });
};

for (const { name, scroll, context, bar } of [
  { name: "sideways swipes on a phone", scroll: goRight, context: phone, bar: 8 },
  { name: "flings along both axes on a phone", scroll: goAcross, context: phone, bar: 8 },
  { name: "the wheel along both axes", scroll: wheelAcross, context: desktop, bar: 4 },
]) {
  browserTest(`picture and DOM of the rooms are in step in every frame: ${name}`,
    { flags: scrollingFlags, context: { ...context, deviceScaleFactor: 1 } }, async (given) => {
      const { page } = given;
      await openLong(given);
      await addMarks(page, bar);
      const view = await viewOf(page);
      let farthest = 0;
      const frames = await recordFrames(page, async (session, round) => {
        await scroll(session, round);
        farthest = Math.max(farthest, (await scrolledTo(page)).left);
      });
      assert.ok(farthest > 0, "it went to the side");
      const sum = { compared: 0, off: 0, blank: 0 };
      for (const frame of frames) {
        const found = compareMarks(decodePng(frame), view, bar);
        sum.compared += found.compared;
        sum.off += Number(found.off > 0);
        sum.blank += Number(found.blank > 0);
      }
      assert.ok(frames.length >= framesMin, `only ${frames.length} frames were seen`);
      assert.ok(sum.compared >= frames.length, `${sum.compared} marks were compared`);
      assert.ok(sum.blank < frames.length / 2, `${sum.blank} of ${frames.length} frames lack a part of the picture`);
      assert.equal(sum.off, 0, `${sum.off} of ${frames.length} frames are out of step`);
    });
}

browserTest("the comparison notices a picture that is 3 px off, along either axis", { context: phone },
  async (given) => {
    const { page } = given;
    await openLong(given);
    await addMarks(page, 8);
    const view = await viewOf(page);
    const canvas = page.locator("hallway-planner canvas.picture");
    for (const [margin, isOff] of [["0", false], ["3px 0 0 0", true], ["0 0 0 3px", true]]) {
      await canvas.evaluate((it, value) => { it.style.margin = value; }, margin);
      const found = compareMarks(decodePng(await page.screenshot()), view, 8);
      assert.ok(found.compared > 0);
      assert.equal(found.off > 0, isOff, margin);
    }
  });

browserTest("the buttons go on by the rooms that are in view", { context: { ...desktop, reducedMotion: "reduce" } },
  async (given) => {
    const { page } = given;
    await openLong(given);
    await page.getByRole("button", { name: "Next rooms" }).click();
    await settled(page);
    const there = await scrolledTo(page);
    assert.ok(there.left >= 8 * 160 - 1, `${there.left}`);
    await page.getByRole("button", { name: "Previous rooms" }).click();
    await settled(page);
    assert.equal((await scrolledTo(page)).left, 0);
  });

browserTest("arrow keys go to the block beside, Enter opens it, and the way back leads to it",
  { context: desktop }, async (given) => {
    const { page } = given;
    await openLong(given);
    await titles(page).first().focus();
    const place = () => page.evaluate(() => {
      const link = document.querySelector("hallway-planner").shadowRoot.activeElement;
      const { left, top } = link.closest("li").getBoundingClientRect();
      return { left, top, title: link.textContent };
    });
    const start = await place();
    await page.keyboard.press("ArrowRight");
    const right = await place();
    assert.ok(right.left > start.left && Math.abs(right.top - start.top) < 2);
    await page.keyboard.press("ArrowDown");
    const down = await place();
    assert.ok(down.left === right.left && down.top > right.top);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    assert.equal((await place()).title, start.title);
    // Far beyond what is whole at the start.
    for (let step = 0; step < 20; step += 1) await page.keyboard.press("ArrowRight");
    await settled(page);
    const far = await place();
    assert.ok(far.left < 1440 && far.left > 0, "it is in view");
    await page.keyboard.press("Enter");
    await settled(page);
    await page.getByRole("heading", { level: 2, name: far.title, exact: true }).waitFor();
    await page.goBack();
    await settled(page);
    assert.equal((await place()).title, far.title);
  });

browserTest("a star in a block is painted and kept", { context: phone }, async ({ page, open }) => {
  await openSample({ page, open });
  const star = page.locator("hallway-planner .block > .star").first();
  const name = (await star.getAttribute("aria-label")).replace("Star: ", "");
  const { width, height } = await star.boundingBox();
  assert.ok(width >= 44 && height >= 44);
  await star.tap();
  await savedStar(page, name).waitFor({ state: "attached" });
});

for (const [size, context] of Object.entries({ phone, desktop })) {
  browserTest(`the words and the star of a long block stay in view: ${size}`, { context }, async ({ page, open }) => {
    await openSample({ page, open });
    const seen = await page.locator("hallway-planner .block-head").evaluateAll(async (heads) => {
      const scroller = heads[0].closest(".scroller");
      const found = [];
      for (const head of heads) {
        const block = head.parentElement;
        block.scrollIntoView({ block: "start", inline: "nearest" });
        scroller.scrollTop += block.clientHeight / 2;
        await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
        const star = head.querySelector(".star");
        if (!star) continue;
        found.push({
          title: head.querySelector(".block-title").getBoundingClientRect().top - scroller.getBoundingClientRect().top,
          starSize: parseFloat(getComputedStyle(star, "::before").width),
          isLarge: star.clientWidth >= 44 && block.clientWidth >= 200,
        });
      }
      return { found, view: scroller.clientHeight };
    });
    assert.ok(seen.found.length > 0);
    for (const { title, starSize, isLarge } of seen.found) {
      assert.ok(title > 0 && title < seen.view / 2, `the title stands at ${title} of ${seen.view}`);
      assert.ok(starSize >= (isLarge ? 20 : 14), `the star has ${starSize} px`);
    }
  });
}

browserTest("what was looked at comes back, along both axes", { context: desktop }, async (given) => {
  const { page } = given;
  await openLong(given);
  await page.locator("hallway-planner .list .scroller").evaluate((it) => it.scrollTo(900, 500));
  await settled(page);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "My plan" }).click();
  await settled(page);
  await page.goBack();
  await settled(page);
  assert.deepEqual(await scrolledTo(page), { left: 900, top: 500 });
});

browserTest("nothing happens while nothing changes, and the present moves once a minute", { context: desktop },
  async ({ page, open }) => {
    await page.addInitScript(() => {
      window.frames_asked = 0;
      const original = window.requestAnimationFrame;
      window.requestAnimationFrame = (...given) => {
        window.frames_asked += 1;
        return original(...given);
      };
    });
    await openSample({ page, open }, "&now=2027-05-21T11:05:50");
    await page.locator("hallway-planner .axis-now", { hasText: "11:05" }).waitFor({ state: "attached" });
    const before = await page.evaluate(() => window.frames_asked);
    assert.ok(before > 0);
    await page.evaluate((ms) => new Promise((done) => { setTimeout(done, ms); }), idleMs);
    assert.equal(await page.evaluate(() => window.frames_asked), before);
    await page.locator("hallway-planner .axis-now", { hasText: "11:06" }).waitFor({ state: "attached" });
  });

const fosdem = await sharedFile("programs/fosdem-2026.frab.xml");

browserTest("FOSDEM 2026 by room: of 484 sessions only those near the view are whole",
  { context: phone, skip: fosdem === null ? "needs ../shared/programs" : undefined },
  async ({ page, open, server }) => {
    server.set("/fosdem.xml", { body: fosdem, type: "application/xml" });
    await open("/?program=/fosdem.xml#/grid");
    await page.locator("hallway-planner .list.canvas .block").first().waitFor({ state: "attached" });
    await settled(page);
    assert.equal(await page.locator("hallway-planner .block").count(), 484);
    await page.locator("hallway-planner .list .scroller").evaluate((it) => it.scrollTo(2900, 1200));
    await settled(page);
    const whole = await page.locator("hallway-planner .block:not([hidden])").count();
    assert.ok(whole > 5 && whole < 120, `only what is near is whole: ${whole}`);
  });
