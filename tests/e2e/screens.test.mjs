// The screens beside the program: my plan, speakers, rooms. What they say is tested in tests/app; here a person goes
// through them.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { faults } from "./support/axe.mjs";
import { matchesSnapshot } from "./support/snapshot.mjs";
import { sample, settled, starAndSave, starOf, stars } from "./support/planner.mjs";
import { smallTargets, troubles } from "./support/troubles.mjs";

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

const withPersonAndRoom = "Ten years of one small script";

const views = (page) => page.getByRole("navigation", { name: "Views" });
const heading = (page, name) => page.getByRole("heading", { name, exact: true });

async function openSample({ page, open }) {
  await open(sample);
  await stars(page).first().waitFor({ state: "attached" });
  await settled(page);
}

/** Titles of the first sessions of the shown day, each of which stands once in the list. */
async function firstTitles(page, count) {
  const names = await stars(page).evaluateAll((buttons) => buttons.map(({ ariaLabel }) => ariaLabel.slice(6)));
  return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)).slice(0, count);
}

for (const [size, viewport] of Object.entries(sizes)) {
  browserTest(`stars become a plan that leads to sessions, people and rooms, and back: ${size}`,
    { context: { viewport, bypassCSP: true } }, async ({ page, open }) => {
      await openSample({ page, open });
      const titles = [...await firstTitles(page, 4), withPersonAndRoom];
      for (const title of titles) await starAndSave(page, title);

      await views(page).getByRole("link", { name: "My plan" }).click();
      await settled(page);
      await heading(page, "My plan").waitFor();
      assert.equal(await page.locator(".timed-card").count(), titles.length);
      assert.deepEqual(await faults(page), []);
      await matchesSnapshot(page, `plan-${size}`, "");

      await page.getByRole("link", { name: withPersonAndRoom }).click();
      await settled(page);
      await page.getByRole("heading", { level: 2, name: withPersonAndRoom }).waitFor();
      const person = page.locator(".person a").first();
      const name = await person.textContent();
      await person.click();
      await settled(page);
      await page.getByRole("heading", { level: 2, name }).waitFor();
      assert.deepEqual(await faults(page), []);
      // On a desktop the cross closes; the way back is the browser's.
      if (size === "phone") await page.getByRole("link", { name: "Back", exact: true }).click();
      else await page.goBack();
      await settled(page);
      await page.locator(".facts a").first().click();
      await settled(page);
      assert.match(page.url(), /#\/room\//);
      assert.deepEqual(await faults(page), []);
      const stepsBack = size === "phone" ? 4 : 2;
      for (let step = 0; step < stepsBack; step += 1) await page.goBack();
      await settled(page);
      assert.match(page.url(), /#\/plan/);
    });

  browserTest(`the speakers and what has no tab of its own: ${size}`, { context: { viewport, bypassCSP: true } },
    async ({ page, open }) => {
      await openSample({ page, open });
      await views(page).getByRole("link", { name: "More" }).click();
      await settled(page);
      assert.deepEqual(await faults(page), []);
      await page.getByRole("link", { name: /^Speakers/ }).click();
      await settled(page);
      await heading(page, "Speakers").first().waitFor();
      assert.deepEqual(await faults(page), []);
      const rows = page.locator(".person-row");
      assert.ok(await rows.count() > 30);
      await rows.nth(3).getByRole("link").click();
      await settled(page);
      assert.match(page.url(), /#\/speaker\//);
      await page.locator(".detail .cards .card").first().waitFor();
    });
}

browserTest("a star taken off in my plan is gone from there, and undo brings it back", async ({ page, open }) => {
  await openSample({ page, open });
  const [title] = await firstTitles(page, 1);
  await starAndSave(page, title);
  await views(page).getByRole("link", { name: "My plan" }).click();
  await settled(page);
  await starOf(page, title).first().click();
  await page.getByText("Star a session and it shows up here.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".timed-card").waitFor();
});

browserTest("each screen can be opened by its address alone", async ({ page, open }) => {
  for (const [hash, title] of [["#/plan", "My plan"], ["#/speakers", "Speakers"], ["#/more", "More"]]) {
    await page.goto("about:blank");
    await open(`${sample}${hash}`);
    await settled(page);
    await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  }
});

browserTest("from a session to its room and its speaker, each page opens at its top",
  { context: { viewport: { width: 390, height: 380 } } }, async ({ page, open }) => {
    await openSample({ page, open });
    await page.getByRole("link", { name: withPersonAndRoom }).first().click();
    await settled(page);
    const [room, speaker] = await Promise.all([".facts a", ".person a"].map((link) =>
      page.locator(link).first().getAttribute("href")));
    for (const hash of [room, speaker, "#/session/opening-workshop", room, speaker]) {
      await page.evaluate((to) => { location.hash = to; }, hash);
      await settled(page);
      const { top, height, view } = await page.locator(".detail .scroller").evaluate((element) =>
        ({ top: element.scrollTop, height: element.scrollHeight, view: element.clientHeight }));
      assert.ok(height > view, "there is something to scroll");
      assert.equal(top, 0, hash);
    }
  });

browserTest("a week on a phone: a step to the next day, and all days in a dialog",
  { context: { viewport: sizes.phone, hasTouch: true, isMobile: true, bypassCSP: true } },
  async ({ page, open, server }) => {
    const days = [1, 2, 3, 4, 5, 6].map((day) => `2027-02-0${day}`);
    const program = {
      format: "hallway-program/1",
      conference: { id: "week", title: "A week", start: days[0], end: days.at(-1), zone: "Europe/Paris" },
      rooms: [{ id: "a", name: "A" }],
      sessions: days.map((day) => ({ id: day, title: `On ${day}`, start: `${day}T10:00`, minutes: 30, room: "a" })),
    };
    server.set("/week.json", { body: JSON.stringify(program), type: "application/json" });
    await open("/?program=/week.json#/program");
    await settled(page);
    await page.getByRole("link", { name: "Next day" }).tap();
    await settled(page);
    assert.match(page.url(), /day=2027-02-02$/);
    await page.getByRole("button", { name: "Days: Tue 2, 1 session" }).tap();
    await settled(page);
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(await troubles(page), []);
    assert.deepEqual(await smallTargets(page), []);
    await page.getByRole("dialog").getByRole("link", { name: "Sat 6, 1 session" }).tap();
    await settled(page);
    assert.match(page.url(), /day=2027-02-06$/);
    assert.equal(await page.getByRole("dialog").count(), 0);
    assert.equal(await page.getByRole("link", { name: "Next day" }).count(), 0);
    assert.deepEqual(await faults(page), []);
    assert.deepEqual(await smallTargets(page), []);
  });
