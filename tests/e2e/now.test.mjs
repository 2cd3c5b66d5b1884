// "What do I do now?": task 3 of the design, the clock, and the way from the program to now.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { faults } from "./support/axe.mjs";
import { pause } from "./support/recording.mjs";
import { matchesSnapshot } from "./support/snapshot.mjs";
import { sample, settled, sharedFile, starOf, stars } from "./support/planner.mjs";

const file = await sharedFile("programs/fosdem-2026.frab.xml");
const skip = file === null ? "needs ../shared/programs" : undefined;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1440, height: 900 } };
const time = (page) => page.locator(".page-note");
const headline = (page) => page.locator(".now-headline");
const scroller = (page) => page.locator("hallway-planner .list .scroller");
const unfolding = (page, name) => page.getByRole("button", { name, exact: true });
const scrollTop = (page) => scroller(page).evaluate((element) => element.scrollTop);

async function openFosdem({ page, open, anotherOrigin }, rest) {
  const other = await anotherOrigin();
  other.set("/schedule.xml", { body: file, type: "application/xml", cors: true });
  await open(`/?program=${other.url("/schedule.xml")}${rest}`);
  await page.getByRole("navigation", { name: "Views" }).waitFor();
  await settled(page);
}

/** Puts the tab away, or takes it out again, as far as the page can tell. */
async function setHidden(page, hidden) {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

/** Runs in the page before anything else. */
function countFrames() {
  window.frames_asked = 0;
  const original = window.requestAnimationFrame;
  window.requestAnimationFrame = function counted(...given) {
    window.frames_asked += 1;
    return original.apply(this, given);
  };
}
const framesSoFar = (page) => page.evaluate(() => window.frames_asked);
/** The clock of the page is held, but what a click began takes its time. */
async function framesAtRest(page) {
  for (let before = -1, now = await framesSoFar(page); ; before = now, now = await framesSoFar(page)) {
    if (before === now) return now;
    await page.clock.runFor(100);
    await pause(500);
  }
}

browserTest("task 3: nothing planned, at FOSDEM, by a phone that is set to Tokyo",
  { skip, context: { ...phone, timezoneId: "Asia/Tokyo", bypassCSP: true } },
  async ({ page, open, anotherOrigin }) => {
    await page.clock.install();
    await openFosdem({ page, open, anotherOrigin }, "&now=2026-01-31T11:05");
    assert.match(page.url(), /#\/now$/);
    assert.match(await time(page).textContent(), /^11:0[5-9]$/);
    const shown = await page.locator("hallway-planner").evaluate(({ shadowRoot }) =>
      shadowRoot.querySelector(".frame").innerText);
    assert.equal(shown.split("Brussels time").length, 2, "the zone is said once");
    assert.equal(await headline(page).textContent(), "Nothing of yours is coming up.");

    const cards = page.locator(".now-group .card");
    assert.equal(await cards.count(), 25);
    const recent = cards.filter({ hasText: /Started \d min ago, ends at 11:[1-5]\d\./ });
    assert.ok(await recent.count() > 0, "one that started within ten minutes");
    assert.match(await recent.first().locator(".card-meta").textContent(), /^[A-Z][\w.]+/);
    await unfolding(page, "25 on now").tap();
    await page.getByRole("button", { name: "See what's on (48)" }).waitFor();
    await unfolding(page, "23 start soon").tap();
    await settled(page);
    const whens = await cards.locator(".card-when").allTextContents();
    assert.equal(whens.length, 23);
    const minutes = whens.map((when) => Number(/^In (\d+) min, 11:[0-3]\d – 1[12]:\d\d$/.exec(when)[1]));
    assert.ok(minutes.every((minute, index) => minute <= 30 && minute >= (minutes[index - 1] ?? 1)));
    assert.doesNotMatch(shown, /nearest/i);

    const last = cards.last();
    await last.locator(".star").tap();
    await settled(page);
    const [, start] = /, (\d\d:\d\d) –/.exec(await last.locator(".card-when").textContent());
    const room = (await last.locator(".card-meta").textContent()).split(" · ")[0];
    assert.equal(await headline(page).textContent(), `Next: ${room} at ${start}.`);

    await scroller(page).evaluate((element) => { element.scrollTop = 700; });
    await settled(page);
    const before = await time(page).textContent();
    await setHidden(page, true);
    await page.clock.fastForward("02:00");
    await setHidden(page, false);
    await settled(page);
    assert.notEqual(await time(page).textContent(), before);
    assert.equal(await scrollTop(page), 700);
    assert.match(page.url(), /#\/now$/);
    assert.equal(await headline(page).textContent(), `Next: ${room} at ${start}.`);
    assert.deepEqual(await faults(page), []);
  });

browserTest("one frame a minute, none between, and none while the page is hidden", { context: desktop },
  async ({ page, open }) => {
    await page.clock.install({ time: new Date("2027-05-20T08:05:00Z") });
    await page.addInitScript(countFrames);
    await open(sample);
    await time(page).waitFor();
    await settled(page);
    assert.match(page.url(), /#\/now$/);
    await page.clock.pauseAt(new Date("2027-05-20T08:11:50Z"));
    await page.clock.runFor(5_000);
    assert.equal(await time(page).textContent(), "09:11");
    const before = await framesSoFar(page);
    await page.clock.runFor(4_000);
    assert.equal(await framesSoFar(page), before);
    await page.clock.runFor(2_000);
    assert.equal(await time(page).textContent(), "09:12");
    assert.equal(await framesSoFar(page), before + 1);
    await page.clock.runFor(30_000);
    assert.equal(await framesSoFar(page), before + 1);
    await setHidden(page, true);
    await page.clock.runFor(120_000);
    assert.equal(await time(page).textContent(), "09:12");
    assert.equal(await framesSoFar(page), before + 1);
    await setHidden(page, false);
    await page.clock.runFor(1_000);
    assert.equal(await time(page).textContent(), "09:14");

    // Where no time is shown, no minute wakes it.
    await page.getByRole("link", { name: "My plan", exact: true }).click();
    await page.clock.runFor(5_000);
    const elsewhere = await framesAtRest(page);
    await page.clock.runFor(120_000);
    assert.equal(await framesSoFar(page), elsewhere);
  });

for (const [size, context] of Object.entries({ phone, desktop })) {
  for (const colorScheme of ["light", "dark"]) {
    browserTest(`during the event: ${size}, ${colorScheme}`, { context: { ...context, colorScheme, bypassCSP: true } },
      async ({ page, open }) => {
        await open(`${sample}&now=2027-05-20T09:05#/program`);
        await stars(page).first().waitFor({ state: "attached" });
        await settled(page);
        const name = await stars(page).first().getAttribute("aria-label");
        await starOf(page, name.replace("Star: ", "")).first().click();
        await page.getByRole("link", { name: "Now", exact: true }).click();
        await settled(page);
        await page.getByRole("button", { name: /starts? soon$/ }).click();
        await settled(page);
        assert.deepEqual(await faults(page), []);
        await matchesSnapshot(page, `now-${size}`, "");
      });
  }
}

browserTest("an address that sets the clock says so, and leads back to the real time", async ({ page, open }) => {
  await open(`${sample}&now=2027-05-20T09:05#/plan`);
  await page.getByText("The clock shows Thu 20 May, 09:05, as the address says.").waitFor();
  await page.getByRole("button", { name: "Real time" }).click();
  await page.waitForURL((url) => !url.search.includes("now="));
  await settled(page);
  assert.match(page.url(), /#\/plan$/);
  assert.equal(await page.getByText("The clock shows").count(), 0);
});

for (const form of ["", ", on the plain page", ", at 200 %"]) {
  browserTest(`jump to now, from another day${form}`, { skip, context: phone },
    async ({ page, open, anotherOrigin }) => {
      const plain = form.includes("plain");
      if (form.includes("200")) {
        await open(`${sample}#/settings`);
        await settled(page);
        await page.getByRole("button", { name: "200 %", exact: true }).click();
      }
      const rest = `&now=2026-01-31T15:07${plain ? "&presentation=html" : ""}#/program?day=2026-02-01`;
      await openFosdem({ page, open, anotherOrigin }, rest);
      await page.getByRole("button", { name: "Jump to now" }).click();
      await settled(page);
      assert.match(page.url(), /day=2026-01-31$/);
      const top = await page.locator("hallway-planner").evaluate(({ shadowRoot }) => {
        const view = shadowRoot.querySelector(".list .scroller").getBoundingClientRect();
        const slot = [...shadowRoot.querySelectorAll(".slot")]
          .find((element) => element.getBoundingClientRect().bottom > view.top + 1);
        const offset = slot.getBoundingClientRect().top - view.top;
        return { time: slot.querySelector(".slot-time").textContent, offset };
      });
      assert.equal(top.time, "15:05");
      assert.ok(Math.abs(top.offset) <= 1, `it stands ${top.offset} px from the top`);
      await page.locator("hallway-planner .slot-note", { hasText: /^\d+ still running$/ }).first().waitFor();
    });
}
