// Every language opens, says all its words, and the one that runs from right to left mirrors the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { faults } from "./support/axe.mjs";
import { browserTest } from "./support/browser.mjs";
import { qcon, sample, settled } from "./support/planner.mjs";

const read = (tag) => JSON.parse(readFileSync(new URL(`../../assets/strings/${tag}.json`, import.meta.url), "utf8"));
const locales = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-ES", ja: "ja-JP", ar: "ar-EG" };
// axe adds styles of its own.
const phone = { viewport: { width: 390, height: 844 }, bypassCSP: true };
const desktop = { viewport: { width: 1440, height: 900 }, bypassCSP: true };

const texts = (page) => page.evaluate(() => {
  const root = document.querySelector("hallway-planner").shadowRoot;
  return [...root.querySelectorAll(".node")].flatMap((element) => [
    [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join(""),
    element.getAttribute("aria-label") ?? "", element.getAttribute("placeholder") ?? "",
  ]).filter(Boolean);
});

for (const [tag, locale] of Object.entries(locales)) {
  browserTest(`${tag}: the browser's language is the planner's, on every screen`, { context: { ...phone, locale } },
    async ({ page, open }) => {
      const words = read(tag);
      await open(sample);
      await settled(page);
      await page.getByRole("link", { name: words["views.plan"] }).first().waitFor();
      for (const route of ["#/program", "#/plan", "#/speakers", "#/more", "#/about", "#/settings", "#/keys"]) {
        await page.evaluate((hash) => { location.hash = hash; }, route);
        await settled(page);
        const shown = await texts(page);
        assert.deepEqual(shown.filter((text) => /\{\w+\}|^[a-z]+\.[a-z_]+$/.test(text)), [], route);
        const scroller = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.querySelector("hallway-planner").shadowRoot
            .querySelector(".list .scroller");
          return scrollWidth - clientWidth;
        });
        assert.equal(scroller <= 0, true, `${route} scrolls sideways by ${scroller}`);
      }
      assert.deepEqual(await faults(page), []);
    });
}

browserTest("a language is chosen in the settings, at once and for the next time, against the browser's",
  { context: phone }, async ({ page, open }) => {
    await open(`${sample}#/settings`);
    await settled(page);
    await page.getByRole("button", { name: "Deutsch" }).click();
    await page.getByRole("heading", { name: "Einstellungen", exact: true }).waitFor();
    await page.reload();
    await settled(page);
    await page.getByRole("heading", { name: "Einstellungen", exact: true }).waitFor();
    await page.getByRole("button", { name: "Wie der Browser" }).click();
    await page.getByRole("heading", { name: "Settings", exact: true }).waitFor();
  });

for (const [name, context] of Object.entries({ phone, desktop })) {
  browserTest(`Arabic mirrors the page: ${name}`, { context: { ...context, locale: "ar" } }, async ({ page, open }) => {
    await open(qcon);
    await settled(page);
    const { direction, star, title, bar, width, day, count } = await page.evaluate(() => {
      const root = document.querySelector("hallway-planner").shadowRoot;
      const box = (selector) => root.querySelector(selector).getBoundingClientRect();
      return {
        direction: root.querySelector(".frame").dir, star: box(".rows .star").x, title: box(".rows .row-title").right,
        bar: box(".view-link").x, width: box(".list").right,
        day: box(".day-label").x, count: box(".day-count").x,
      };
    });
    assert.equal(direction, "rtl");
    assert.equal(star < title, true, "the star stands at the left");
    assert.equal(bar > width / 2, true, "the first view stands at the right");
    assert.equal(count < day, true, "the count of a day stands at the left of its name");
    assert.deepEqual(await faults(page), []);
  });
}
