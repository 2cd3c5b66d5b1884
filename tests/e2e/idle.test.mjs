// No work without a cause: counted from outside the planner, by wrapping what it would have to call.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { callsSoFar, countCalls, expectIdle } from "./support/calls.mjs";
import { longProgram, serveLongProgram } from "./support/long-program.mjs";
import { sample, settled, starAndSave, stars } from "./support/planner.mjs";

const desktop = { context: { viewport: { width: 1440, height: 900 } } };

const scroller = (page) => page.locator("hallway-planner .list .scroller");

/** Loads the page, and makes sure that what is counted is what is called. */
async function start({ page, open, server }, address = sample) {
  await page.addInitScript(countCalls);
  serveLongProgram(server);
  await open(address);
  await stars(page).first().waitFor({ state: "attached" });
  await settled(page);
  const { requestAnimationFrame, drawElements } = await callsSoFar(page);
  assert.ok(requestAnimationFrame > 0 && drawElements > 0, "the start takes frames, and they are seen");
}

for (const [name, address] of [["a small program", sample], ["1,000 sessions", longProgram]]) {
  browserTest(`idle after the start with ${name}`, desktop, async ({ page, open, server }) => {
    await start({ page, open, server }, address);
    await expectIdle(page);
  });
}

browserTest("idle after a star", desktop, async ({ page, open, server }) => {
  await start({ page, open, server });
  const name = await stars(page).nth(3).getAttribute("aria-label");
  const before = await callsSoFar(page);
  await starAndSave(page, name.replace("Star: ", ""));
  assert.ok((await callsSoFar(page)).drawElements > before.drawElements, "a star is drawn");
  await page.mouse.move(2, 2);
  await expectIdle(page);
});

browserTest("idle after scrolling", desktop, async ({ page, open, server }) => {
  await start({ page, open, server }, longProgram);
  const { x, y, width, height } = await scroller(page).boundingBox();
  const before = await callsSoFar(page);
  await page.mouse.move(x + width / 2, y + height / 2);
  for (let turn = 0; turn < 10; turn += 1) await page.mouse.wheel(0, 600);
  await page.waitForFunction(() =>
    document.querySelector("hallway-planner").shadowRoot.querySelector(".list .scroller").scrollTop >= 6000);
  assert.ok((await callsSoFar(page)).drawElements > before.drawElements, "scrolling draws");
  await expectIdle(page);
});

browserTest("idle with the pointer on a row or on a star", desktop, async ({ page, open, server }) => {
  await start({ page, open, server });
  const before = await callsSoFar(page);
  const row = page.locator("hallway-planner li", { has: stars(page) }).nth(2);
  const { x, y, width, height } = await row.boundingBox();
  await page.mouse.move(x + width / 3, y + height / 2);
  await settled(page);
  assert.ok((await callsSoFar(page)).drawElements > before.drawElements, "the row lights up");
  await expectIdle(page);
  await stars(page).nth(4).hover();
  await expectIdle(page);
});

browserTest("40 pointer moves within a row take no frame; another row takes one", desktop,
  async ({ page, open, server }) => {
    await start({ page, open, server });
    const row = page.locator("hallway-planner li", { has: stars(page) }).nth(2);
    const { x, y, width, height } = await row.boundingBox();
    const at = (step) => [x + 4 + (width - 80) * (step / 40), y + 2 + (height - 4) * ((step * 7 % 40) / 40)];
    await page.mouse.move(...at(0));
    await settled(page);
    const before = await callsSoFar(page);
    for (let step = 1; step <= 40; step += 1) await page.mouse.move(...at(step));
    await settled(page);
    assert.deepEqual(await callsSoFar(page), before);
    await page.mouse.move(x + width / 3, y + height * 1.5);
    await settled(page);
    const { requestAnimationFrame, drawElements } = await callsSoFar(page);
    assert.equal(requestAnimationFrame, before.requestAnimationFrame + 1);
    assert.ok(drawElements > before.drawElements);
  });
