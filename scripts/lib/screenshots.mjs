// See scripts/screenshots.

import { mkdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser, startServer } from "../../tests/e2e/support/browser.mjs";
import { settled } from "../../tests/e2e/support/planner.mjs";
import { sourceFolder } from "./paths.mjs";

const { values: options } = parseArgs({
  options: {
    out: { type: "string", default: join(sourceFolder, "build/screenshots") },
    program: { type: "string" },
    now: { type: "string" },
    language: { type: "string", default: "en" },
    size: { type: "string", multiple: true, default: ["phone", "tablet", "desktop"] },
    scheme: { type: "string", multiple: true, default: ["light", "dark"] },
  },
});
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 1, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};
/** A full day of the sample, and which rows of its fullest hour are starred. */
const sampleDay = "?day=2027-05-21";
const starredRows = [1, 2, 4];

const server = await startServer();
let address = "/?program=/programs/hallway-sample.json";
let day = sampleDay;
if (options.program) {
  const path = `/opened/${basename(options.program)}`;
  server.set(path, { body: await readFile(options.program), type: "application/octet-stream" });
  address = `/?program=${encodeURIComponent(path)}`;
  day = "";
}
if (options.now) address += `&now=${options.now}`;
const browser = await launchBrowser();
await mkdir(options.out, { recursive: true });

for (const size of options.size) {
  for (const colorScheme of options.scheme) {
    const profile = await browser.newContext({ ...sizes[size], colorScheme, locale: options.language });
    await pictures(await profile.newPage(), (name) => `${name}-${size}-${colorScheme}.png`);
    await profile.close();
  }
}
await browser.close();
await server.close();

/** Of every screen: a day of the program with three stars, and from there on. */
async function pictures(page, nameOf) {
  const save = async (name) => {
    await settled(page);
    await page.screenshot({ path: join(resolve(options.out), nameOf(name)) });
  };
  const show = async (name, hash) => {
    await page.evaluate((route) => { location.hash = route; }, hash);
    await save(name);
  };
  if (!options.program) {
    await page.goto(server.url("/"));
    await page.locator("hallway-planner .chooser").waitFor();
    await save("chooser");
  }
  await page.goto(server.url(`${address}#/program${day}`));
  await page.locator("hallway-planner .rows .star").first().waitFor({ state: "attached" });
  await settled(page);
  const slot = await fullestSlot(page);
  const slotStars = slot.locator("button[aria-pressed]");
  for (const row of starredRows) {
    if (row < await slotStars.count()) await slotStars.nth(row).dispatchEvent("click");
  }
  await save("program");
  const filters = page.locator("hallway-planner .filter-button");
  if (await filters.count() > 0) {
    await filters.click();
    await save("filters");
    await page.keyboard.press("Escape");
    await settled(page);
  }

  await slot.locator("li a").nth(Math.min(2, await slot.locator("li a").count() - 1)).click();
  await save("session");
  const room = await hrefOf(page.locator(".facts a[href^='#/room/']"));
  const speaker = await hrefOf(page.locator(".person a"));
  if (room) await show("room", room);
  if (speaker) await show("speaker", speaker);
  await show("plan", "#/plan");
  const compare = await hrefOf(page.locator("hallway-planner .open-group a[href^='#/compare/']"));
  if (compare) await show("compare", compare);
  await show("best-plan", "#/best-plan");
  await show("now", "#/now");
  const full = page.locator("hallway-planner .now-full button[aria-expanded]").first();
  if (await full.count() > 0) {
    await full.click();
    await save("room-full");
  }
  await show("grid", `#/grid${day}`);
  for (const screen of ["speakers", "more", "settings", "triage", "about", "keys"]) await show(screen, `#/${screen}`);
}

async function hrefOf(link) {
  return await link.count() > 0 ? link.first().getAttribute("href") : null;
}

/** Scrolls to the start with the most sessions, and gives its part of the list. */
async function fullestSlot(page) {
  const slots = page.locator("hallway-planner .slot");
  const counts = await slots.evaluateAll((all) => all.map((slot) => slot.querySelectorAll("li").length));
  const slot = slots.nth(counts.indexOf(Math.max(...counts)));
  await slot.evaluate((element) => {
    const scroller = element.closest(".scroller");
    scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  });
  await settled(page);
  return slot;
}
