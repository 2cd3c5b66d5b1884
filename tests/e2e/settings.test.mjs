// What one person sets for this device: it holds at once, after a reload, in both presentations, and can be taken back.

import assert from "node:assert/strict";
import { faults } from "./support/axe.mjs";
import { browserTest } from "./support/browser.mjs";
import { qcon, settled, starOf, stars } from "./support/planner.mjs";
import { troubles } from "./support/troubles.mjs";

const phone = { viewport: { width: 390, height: 844 } };
const small = { viewport: { width: 320, height: 640 } };
const settings = `${qcon}#/settings`;

const press = async (page, name) => {
  await page.getByRole("button", { name, exact: true }).click();
  await settled(page);
};
const style = (page, property) => page.evaluate((name) =>
  getComputedStyle(document.querySelector("hallway-planner").shadowRoot.querySelector(".frame")).getPropertyValue(name),
property);
const row = (page, label) => page.getByRole("list", { name: label, exact: true });

browserTest("the settings are reached from More, and the way back leads there",
  { context: { ...phone, bypassCSP: true } }, async ({ page, open }) => {
    await open(qcon);
    await page.getByRole("link", { name: "More" }).click();
    await page.getByRole("link", { name: /^Settings/ }).click();
    await settled(page);
    assert.equal(await page.getByRole("heading", { name: "Settings", exact: true }).count(), 1);
    assert.deepEqual(await faults(page), []);
    await page.getByRole("link", { name: "More" }).first().click();
    await settled(page);
    assert.match(page.url(), /#\/more$/);
  });

browserTest("a theme holds against the system's, at once and from the first paint after a reload", { context: phone },
  async ({ page, open }) => {
    await open(settings);
    await settled(page);
    assert.equal(await style(page, "color-scheme"), "light");
    await row(page, "Theme").getByRole("button", { name: "Dark" }).click();
    await settled(page);
    assert.equal(await style(page, "color-scheme"), "dark");
    await page.reload();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await settled(page);
    assert.equal(await style(page, "color-scheme"), "dark");
    assert.equal(await row(page, "Theme").getByRole("button", { name: "Dark" }).getAttribute("aria-pressed"), "true");
    await row(page, "Theme").getByRole("button", { name: "Auto" }).click();
    await settled(page);
    assert.equal(await style(page, "color-scheme"), "light");
    await page.emulateMedia({ colorScheme: "dark" });
    await settled(page);
    assert.equal(await style(page, "color-scheme"), "dark");
  });

for (const [name, context] of Object.entries({ phone, small })) {
  browserTest(`twice the text: rows grow with it and nothing is cut: ${name}`, { context }, async ({ page, open }) => {
    await open(settings);
    await settled(page);
    const height = () => page.evaluate(() => document.querySelector("hallway-planner").shadowRoot
      .querySelector(".setting-row .menu-label, .choice-row .menu-label").getBoundingClientRect().height);
    const before = await height();
    await press(page, "200 %");
    assert.equal(await height() >= before * 2 - 1, true, `${before}, then ${await height()}`);
    assert.deepEqual(await troubles(page), []);
    await page.reload();
    await settled(page);
    assert.equal(await height() >= before * 2 - 1, true);
    for (const route of ["#/program", "#/plan", "#/more", "#/about"]) {
      await page.evaluate((hash) => { location.hash = hash; }, route);
      await settled(page);
      assert.deepEqual(await troubles(page), [], route);
    }
  });
}

browserTest("at 150 % the picture is as sharp as the screen, its rows stand where their links are", { context: phone },
  async ({ page, open }) => {
    await open(settings);
    await settled(page);
    await press(page, "150 %");
    await page.evaluate(() => { location.hash = "#/program"; });
    await settled(page);
    const { canvas, backing, links, content } = await page.evaluate(() => {
      const root = document.querySelector("hallway-planner").shadowRoot;
      const element = root.querySelector(".list canvas");
      const { width, height } = element.getBoundingClientRect();
      return {
        canvas: [width, height], backing: [element.width, element.height],
        links: root.querySelectorAll(".list.canvas li a").length, content: root.querySelector(".list").className,
      };
    });
    assert.equal(content.includes("canvas"), true);
    assert.equal(links > 0, true);
    assert.deepEqual(canvas.map(Math.round), backing);
    const star = await stars(page).first();
    await star.click();
    await settled(page);
    assert.equal(await star.getAttribute("aria-pressed"), "true");
  });

browserTest("the plain page can be chosen and taken back", { context: phone }, async ({ page, open }) => {
  await open(settings);
  await settled(page);
  const plain = row(page, "Plain page");
  assert.equal(await plain.count(), 0);
  await page.locator(".setting-row", { hasText: "Plain text instead" }).getByRole("button").click();
  await page.evaluate(() => { location.hash = "#/program"; });
  await settled(page);
  assert.equal(await page.locator(".list.canvas").count(), 0);
});

browserTest("my data is deleted only after a question, from both places, and can be brought back", { context: phone },
  async ({ page, open }) => {
    await open(qcon);
    await settled(page);
    const title = "Star: ";
    const star = stars(page).first();
    await star.click();
    await page.locator("[data-saved]").first().waitFor();
    await page.evaluate(() => { location.hash = "#/settings"; });
    await settled(page);
    await press(page, "Delete");
    await press(page, "Keep everything");
    const copies = () => page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith("hallway:choice:")));
    assert.equal((await copies()).length, 1);
    await press(page, "Delete");
    await page.getByRole("button", { name: /^My choices for / }).click();
    // The copies go when the journal has lost them, and come back with it.
    const copiesAre = (count) => page.waitForFunction((wanted) =>
      Object.keys(localStorage).filter((key) => key.startsWith("hallway:choice:")).length === wanted, count);
    await copiesAre(0);
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await copiesAre(1);
    await press(page, "Delete");
    await press(page, "All choices and settings");
    await page.reload();
    await settled(page);
    assert.deepEqual(await copies(), []);
    await page.evaluate(() => { location.hash = "#/program"; });
    await settled(page);
    assert.equal(await page.locator('.star[aria-pressed="true"]').count(), 0, title);
  });

browserTest("times in my zone: said once, the other way is one click, both on the session's page",
  { context: { ...phone, timezoneId: "America/New_York" } }, async ({ page, open }) => {
    await open(qcon);
    await settled(page);
    const first = () => page.locator(".slot-time").first().textContent();
    const there = await first();
    await page.getByText("London time", { exact: true }).waitFor();
    await press(page, "Show my time");
    assert.notEqual(await first(), there);
    await page.reload();
    await settled(page);
    await page.getByText("All times are in your own time.").waitFor();
    await press(page, "Show London time");
    assert.equal(await first(), there);
  });

browserTest("where the zones are the same nobody is asked", { context: { ...phone, timezoneId: "Europe/London" } },
  async ({ page, open }) => {
    await open(qcon);
    await settled(page);
    assert.equal(await page.getByRole("button", { name: "Show my time" }).count(), 0);
  });
