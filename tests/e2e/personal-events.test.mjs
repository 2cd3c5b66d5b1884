// Something of one's own in my plan: added, counted with, changed, removed, brought back, kept over a reload.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { faults } from "./support/axe.mjs";
import { sample, settled, starOf } from "./support/planner.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, bypassCSP: true };
const script = "Ten years of one small script";

const dialog = (page) => page.getByRole("dialog");
const cards = (page) => page.locator("hallway-planner .timed-card");
const ownCard = (page, name) => page.getByRole("button", { name: `Change: ${name}` });

async function go(page, hash) {
  await page.evaluate((at) => { location.hash = at; }, hash);
  await settled(page);
}

async function openForm(page) {
  await page.getByRole("button", { name: "Add something of your own" }).click();
  await settled(page);
}

/** The form over my plan, which has nothing in it or one session. */
async function openPlanAndForm({ page, open }, { star } = {}) {
  await open(sample);
  await settled(page);
  if (star) await starOf(page, star).first().evaluate((button) => button.click());
  await settled(page);
  await go(page, "#/plan");
  await openForm(page);
}

async function fill(page, { what, from, until, where }) {
  if (what !== undefined) await dialog(page).getByLabel("What").fill(what);
  if (from !== undefined) await dialog(page).getByLabel("From").fill(from);
  if (until !== undefined) await dialog(page).getByLabel("Until").fill(until);
  if (where !== undefined) await dialog(page).getByLabel("Where").fill(where);
  await settled(page);
}

async function save(page) {
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await settled(page);
}

browserTest("a coffee in the plan clashes there, and stands after a reload", { context: phone }, async (given) => {
  const { page } = given;
  await openPlanAndForm(given, { star: script });
  assert.deepEqual(await faults(page), []);
  await fill(page, { what: "Coffee with Ada", from: "10:30", until: "11:00", where: "Canteen" });
  await save(page);
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await cards(page).count(), 2);
  assert.match(await cards(page).filter({ has: page.getByRole("link", { name: script }) }).textContent(),
    /Overlaps Coffee with Ada by \d+ of \d+ min\./);
  assert.deepEqual(await faults(page), []);
  await page.reload();
  await settled(page);
  await ownCard(page, "Coffee with Ada").waitFor();
  assert.equal(await cards(page).count(), 2);
});

browserTest("what is missing is said in the form, and nothing that was typed is lost", async (given) => {
  const { page } = given;
  await openPlanAndForm(given);
  await save(page);
  assert.equal(await dialog(page).getByRole("alert").textContent(), "Say what it is.");
  await fill(page, { what: "Train", from: "18:00", until: "17:00" });
  await save(page);
  assert.equal(await dialog(page).getByRole("alert").textContent(), "It ends before it begins.");
  assert.equal(await dialog(page).getByLabel("What").inputValue(), "Train");
  await fill(page, { until: "19:15" });
  await dialog(page).getByLabel("Until").press("Enter");
  await settled(page);
  assert.equal(await dialog(page).count(), 0);
  await ownCard(page, "Train").waitFor();
});

browserTest("it is changed and removed by its card, and comes back by undo", async (given) => {
  const { page } = given;
  await openPlanAndForm(given);
  await fill(page, { what: "Call home", from: "16:00", until: "16:30" });
  await save(page);
  await ownCard(page, "Call home").focus();
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await dialog(page).getByLabel("From").inputValue(), "16:00");
  await fill(page, { from: "16:10" });
  await save(page);
  assert.match(await cards(page).textContent(), /16:10/);
  await ownCard(page, "Call home").click();
  await settled(page);
  await dialog(page).getByRole("button", { name: "Remove it" }).click();
  await settled(page);
  assert.equal(await cards(page).count(), 0);
  await page.keyboard.press("Control+z");
  await settled(page);
  assert.match(await cards(page).textContent(), /16:10/);
  await page.keyboard.press("Control+z");
  await settled(page);
  assert.match(await cards(page).textContent(), /16:00/);
});

browserTest("the best plan leaves its time free and says why", async (given) => {
  const { page } = given;
  await openPlanAndForm(given, { star: script });
  await fill(page, { what: "Coffee with Ada", from: "10:30", until: "11:00" });
  await save(page);
  await go(page, "#/best-plan");
  await page.getByText("It overlaps Coffee with Ada.").waitFor();
});
