// Whole tasks, as a person does them who knows nothing but what is on the screen.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { sample, settled, sharedFile, starred } from "./support/planner.mjs";
import { smallTargets, troubles } from "./support/troubles.mjs";

const congress = await sharedFile("programs/38c3-2024.hub.xml");
const skip = congress === null ? "needs ../shared/programs" : undefined;
const small = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
/** A thumb reaches no higher. */
const reach = Math.ceil(small.viewport.height / 3);

/** Taps where the thumb gets to; scrolling is allowed. */
async function tap(page, locator) {
  const target = locator.first();
  await target.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await settled(page);
  const { y, height } = await target.boundingBox();
  const name = await target.evaluate((element) => element.getAttribute("aria-label") ?? element.textContent);
  assert.ok(y + height / 2 > reach, `"${name}" is at ${y}, too high for a thumb`);
  await target.tap();
  await settled(page);
}

browserTest("task 12: big text, one thumb, 38C3", { context: small, skip }, async ({ page, open, server }) => {
  await open(`${sample}#/settings`);
  await settled(page);
  await page.getByRole("button", { name: "200 %", exact: true }).tap();
  server.set("/38c3.xml", { body: congress, type: "application/xml" });
  await page.goto(server.url("/?program=/38c3.xml#/program"));
  await settled(page);
  await tap(page, page.getByRole("navigation", { name: "Days" }).getByRole("link").nth(2));
  assert.match(page.url(), /day=2024-12-29/);

  await tap(page, page.getByRole("button", { name: /^Filters/ }));
  const dialog = page.getByRole("dialog");
  await tap(page, dialog.getByRole("button", { name: /^All 7\d$/ }));
  await tap(page, dialog.getByRole("button", { name: /Kidspace/ }));
  await tap(page, dialog.getByRole("button", { name: /^Show / }));
  const rows = page.locator("hallway-planner .list .rows > li");
  assert.ok(await rows.count() > 0);
  assert.deepEqual(await troubles(page), []);

  const stars = page.getByRole("button", { name: /^Star: / });
  for (const at of [2, 3, 4]) await tap(page, stars.nth(at));
  assert.equal(await starred(page).count(), 3);
  const room = await rows.first().locator(".row-meta").textContent();
  assert.match(room, /Kidspace/);

  await tap(page, page.getByRole("link", { name: "By room" }));
  assert.match(page.url(), /#\/grid/);
  const heads = page.locator("hallway-planner .room-name");
  assert.match(await heads.first().textContent(), /Kidspace/, "rooms with stars come first");
  assert.deepEqual(await troubles(page, { sideways: true }), []);
  assert.deepEqual(await smallTargets(page), []);

  await tap(page, page.locator("hallway-planner .block a"));
  const note = page.getByRole("textbox", { name: "My note" });
  await tap(page, note);
  await page.keyboard.type("Bring the children");
  await page.locator("hallway-planner .note-field[data-saved]").waitFor({ state: "attached" });
  assert.deepEqual(await troubles(page, { sideways: true }), []); // The grid is behind it.

  await tap(page, page.getByRole("link", { name: "More" }));
  await tap(page, page.getByRole("button", { name: "Undo", exact: true }).last());
  await page.goBack();
  await settled(page);
  assert.equal(await note.inputValue(), "");
});
