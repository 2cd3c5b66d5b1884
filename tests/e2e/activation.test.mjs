// What activates a star or a row, how often, and what does not: by finger, mouse, key, script, and for links by what
// else a browser does with them.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { sample, settled, starred, stars } from "./support/planner.mjs";

const phone = { context: { viewport: { width: 390, height: 844 }, hasTouch: true } };
const desktop = { context: { viewport: { width: 1440, height: 900 } } };
const links = (page) => page.locator("hallway-planner li a[href^='#/session/']");
const hash = (page) => page.evaluate(() => location.hash);
/** That of the list, as it stands after the start. */
const noSession = "";

/** Each choice is one record of the journal, also one that was taken back at once. */
const choicesMade = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("hallway");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction("journal").objectStore("journal").count();
    counting.onsuccess = () => resolve(counting.result);
    counting.onerror = () => reject(counting.error);
  };
}));

const scrolledTo = (page) => page.evaluate(() =>
  document.querySelector("hallway-planner").shadowRoot.querySelector(".list .scroller").scrollTop);

async function start({ page, open }) {
  await open(sample);
  await stars(page).first().waitFor({ state: "attached" });
  await settled(page);
  assert.equal(await page.locator("hallway-planner .list.canvas").count(), 1, "the list is a picture");
  assert.equal(await choicesMade(page), 0);
}

async function centreOf(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

async function expectStars(page, count) {
  await settled(page);
  assert.deepEqual({ choices: await choicesMade(page), starred: await starred(page).count() },
    { choices: count, starred: count });
}

// --- stars ----------------------------------------------------------------------------------------------------------

browserTest("a pan that starts on a star scrolls and stars nothing", phone, async ({ page, open }) => {
  await start({ page, open });
  const finger = await page.context().newCDPSession(page);
  const touch = (type, points) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const { x, y } = await centreOf(stars(page).nth(4));
  await touch("touchStart", [{ x, y }]);
  for (let step = 1; step <= 10; step += 1) await touch("touchMove", [{ x, y: y - 20 * step }]);
  await touch("touchEnd", []);
  await page.waitForFunction(() =>
    document.querySelector("hallway-planner").shadowRoot.querySelector(".list .scroller").scrollTop > 50);
  await expectStars(page, 0);
  assert.equal(await hash(page), noSession);
});

browserTest("a tap on a star stars once", phone, async ({ page, open }) => {
  await start({ page, open });
  const { x, y } = await centreOf(stars(page).nth(2));
  await page.touchscreen.tap(x, y);
  await expectStars(page, 1);
});

const ways = {
  "a click": async (page, star) => star.click(),
  "Enter": async (page, star) => { await star.focus(); await page.keyboard.press("Enter"); },
  "Space": async (page, star) => { await star.focus(); await page.keyboard.press("Space"); },
  "a click that a script or an assistive technology makes": async (page, star) => star.evaluate((it) => it.click()),
};

for (const [name, activate] of Object.entries(ways)) {
  browserTest(`${name} on a star stars once, and once more takes it back`, desktop, async ({ page, open }) => {
    await start({ page, open });
    const star = stars(page).nth(2);
    await activate(page, star);
    await expectStars(page, 1);
    assert.equal(await star.getAttribute("aria-pressed"), "true");
    await activate(page, star);
    await settled(page);
    assert.equal(await choicesMade(page), 2);
    assert.equal(await starred(page).count(), 0);
    assert.equal(await hash(page), noSession, "no session was opened");
  });
}

for (const [where, shift] of [["beside it in the row", { x: -200, y: 0 }], ["in the next row", { x: 0, y: 70 }]]) {
  browserTest(`a star that is pressed and let go ${where} does nothing`, desktop, async ({ page, open }) => {
    await start({ page, open });
    const { x, y } = await centreOf(stars(page).nth(2));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + shift.x, y + shift.y, { steps: 5 });
    await page.mouse.up();
    await expectStars(page, 0);
    assert.equal(await hash(page), noSession, "no session was opened");
  });
}

// --- rows and links -------------------------------------------------------------------------------------------------

browserTest("a click anywhere in a row opens its session, once", desktop, async ({ page, open }) => {
  await start({ page, open });
  const link = links(page).nth(3);
  const wanted = await link.getAttribute("href");
  const entries = await page.evaluate(() => history.length);
  const { x, y, height } = await link.locator("xpath=ancestor::li").boundingBox();
  await page.mouse.click(x + 12, y + height - 4);
  await settled(page);
  assert.equal(await hash(page), wanted);
  assert.equal(await page.evaluate(() => history.length), entries + 1);
  await expectStars(page, 0);
});

browserTest("a tap on a row opens its session, a pan does not", phone, async ({ page, open }) => {
  await start({ page, open });
  const link = links(page).nth(3);
  const wanted = await link.getAttribute("href");
  const { x, y } = await centreOf(link);
  const finger = await page.context().newCDPSession(page);
  const touch = (type, points) => finger.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [{ x, y }]);
  for (let step = 1; step <= 5; step += 1) await touch("touchMove", [{ x, y: y - 20 * step }]);
  await touch("touchEnd", []);
  await page.waitForFunction(() =>
    document.querySelector("hallway-planner").shadowRoot.querySelector(".list .scroller").scrollTop > 30);
  await settled(page);
  assert.equal(await hash(page), noSession);
  await links(page).nth(3).scrollIntoViewIfNeeded();
  const there = await centreOf(links(page).nth(3));
  await page.touchscreen.tap(there.x, there.y);
  await settled(page);
  assert.equal(await hash(page), wanted);
});

browserTest("text that was selected with the mouse opens nothing", desktop, async ({ page, open }) => {
  await start({ page, open });
  const people = page.locator("hallway-planner li .row-meta").first();
  const { x, y, height } = await people.boundingBox();
  await page.mouse.move(x + 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await settled(page);
  assert.equal(await hash(page), noSession);
  assert.notEqual(await page.evaluate(() =>
    document.querySelector("hallway-planner").shadowRoot.getSelection().toString()), "");
});

const tabOpeners = {
  "a middle click": { button: "middle" },
  "Ctrl and a click": { modifiers: ["Control"] },
};

for (const [name, how] of Object.entries(tabOpeners)) {
  browserTest(`${name} on a session opens a tab and leaves the page as it is`, desktop,
    async ({ page, context, open }) => {
      await start({ page, open });
      const link = links(page).nth(1);
      const opening = context.waitForEvent("page");
      await link.click(how);
      const tab = await opening;
      await tab.waitForLoadState();
      await settled(tab);
      assert.equal(await hash(tab), await link.getAttribute("href"));
      assert.equal(await hash(page), noSession);
      await expectStars(page, 0);
    });
}
