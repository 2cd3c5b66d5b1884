// The element comes and goes: what it opened is closed with it, and its next life starts anew.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { qcon, settled, stars } from "./support/planner.mjs";

/** Runs in the page before its scripts: counts the lines between tabs that are open. */
function countChannels() {
  globalThis.openChannels = 0;
  globalThis.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      globalThis.openChannels += 1;
    }

    close() {
      super.close();
      globalThis.openChannels -= 1;
    }
  };
}

/** Takes the planner out of the page for good, and puts it back if asked to. */
const remove = (page) => page.evaluate(async () => {
  globalThis.planner = document.querySelector("hallway-planner");
  globalThis.planner.remove();
  await new Promise((done) => { setTimeout(done); });
});
const putBack = (page) => page.evaluate(() => { document.body.append(globalThis.planner); });
const channels = (page) => page.evaluate(() => globalThis.openChannels);

browserTest("a planner that is removed closes its store, and starts again when it is put back",
  async ({ page, open }) => {
    await page.addInitScript(countChannels);
    await open(qcon);
    await settled(page);
    assert.equal(await channels(page), 1);
    await remove(page);
    assert.equal(await channels(page), 0);
    await putBack(page);
    await settled(page);
    assert.equal(await channels(page), 1);
    assert.equal(await stars(page).count() > 0, true);
  });

browserTest("a planner that is removed while it starts leaves nothing open, and the next start is whole",
  async ({ page, open }) => {
    await page.addInitScript(countChannels);
    await open(qcon);
    await settled(page);
    await remove(page);
    await putBack(page);
    const answered = page.evaluate(() => globalThis.planner.whenSettled());
    await remove(page);
    await answered;
    assert.equal(await channels(page), 0);
    await putBack(page);
    await remove(page);
    await putBack(page);
    await settled(page);
    assert.equal(await channels(page), 1);
    assert.equal(await page.evaluate(() => globalThis.planner.shadowRoot.querySelectorAll(".frame").length), 1);
    assert.equal(await stars(page).count() > 0, true);
  });

browserTest("who waits for a planner that is removed is answered", async ({ page, open, server }) => {
  server.set("/silent.json", { hang: true });
  await open("/?program=/silent.json");
  await page.getByText("Opening the program").waitFor();
  const answered = page.evaluate(() => document.querySelector("hallway-planner").whenSettled());
  await remove(page);
  await answered;
  await page.evaluate(() => globalThis.planner.whenSettled());
});

browserTest("a planner that is only moved goes on", async ({ page, open }) => {
  await open(qcon);
  await settled(page);
  await page.evaluate(() => {
    const planner = document.querySelector("hallway-planner");
    globalThis.row = planner.shadowRoot.querySelector("li");
    document.body.prepend(planner);
  });
  await settled(page);
  assert.equal(await page.evaluate(() => globalThis.row.isConnected), true);
});

browserTest("a start that failed is forgotten by the next one", { expectedErrors: [/language file|status of 404/] },
  async ({ page, open }) => {
    await page.route("**/languages/*.bin", (route) => route.fulfill({ status: 404 }));
    await open(qcon);
    await page.getByText("Something went wrong in Hallway").waitFor();
    await settled(page);
    await page.unroute("**/languages/*.bin");
    await remove(page);
    await putBack(page);
    await settled(page);
    assert.equal(await page.getByText("Something went wrong in Hallway").count(), 0);
    assert.equal(await stars(page).count() > 0, true);
  });
