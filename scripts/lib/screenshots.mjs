// See scripts/screenshots.

import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser, startServer } from "../../tests/e2e/support/browser.mjs";
import { settled, stars } from "../../tests/e2e/support/planner.mjs";
import { sourceFolder } from "./paths.mjs";

const { values: options } = parseArgs({
  options: {
    out: { type: "string", default: join(sourceFolder, "docs/screenshots") },
    program: { type: "string" },
  },
});
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 1, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};
/** A full day, and which rows of its fullest hour are starred. */
const day = options.program ? "" : "#/program?day=2027-05-21";
const starredRows = [1, 2, 4];

const server = await startServer();
if (options.program) {
  server.set("/opened/program.json", { body: await readFile(options.program), type: "application/json" });
}
const program = options.program ? "/opened/program.json" : "/programs/hallway-sample.json";
const browser = await launchBrowser();
await mkdir(options.out, { recursive: true });

const save = (page, name) => page.screenshot({ path: join(resolve(options.out), `${name}.png`) });

for (const [size, context] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"]) {
    const profile = await browser.newContext({ ...context, colorScheme });
    const page = await profile.newPage();
    await page.goto(server.url("/"));
    await page.getByRole("heading", { name: "Which conference?" }).waitFor();
    await settled(page);
    if (size !== "tablet") await save(page, `chooser-${size}-${colorScheme}`);

    await page.goto(server.url(`/?program=${program}${day}`));
    await stars(page).first().waitFor({ state: "attached" });
    await settled(page);
    const slot = await fullestSlot(page);
    for (const row of starredRows) await slot.locator("button[aria-pressed]").nth(row).dispatchEvent("click");
    await settled(page);
    await save(page, `program-${size}-${colorScheme}`);

    await slot.locator("li a").nth(2).click();
    await settled(page);
    await save(page, `session-${size}-${colorScheme}`);

    await page.locator(".person a").first().click();
    await settled(page);
    await save(page, `speaker-${size}-${colorScheme}`);
    for (const name of ["plan", "speakers", "more"]) {
      await page.evaluate((route) => { location.hash = `#/${route}`; }, name);
      await settled(page);
      await save(page, `${name}-${size}-${colorScheme}`);
    }
    await profile.close();
  }
}
await browser.close();
await server.close();

/** Scrolls to the start with the most sessions, and gives its part of the list. */
async function fullestSlot(page) {
  const slots = page.locator("hallway-planner .slot");
  const sizes = await slots.evaluateAll((all) => all.map((slot) => slot.querySelectorAll("li").length));
  const slot = slots.nth(sizes.indexOf(Math.max(...sizes)));
  await slot.evaluate((element) => {
    const scroller = element.closest(".scroller");
    scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  });
  await settled(page);
  return slot;
}
