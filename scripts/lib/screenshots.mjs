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
const starredRows = [1, 2, 5, 8];

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

    await page.goto(server.url(`/?program=${program}`));
    await stars(page).first().waitFor({ state: "attached" });
    await settled(page);
    for (const row of starredRows) await stars(page).nth(row).dispatchEvent("click");
    await settled(page);
    await save(page, `program-${size}-${colorScheme}`);

    await page.locator("hallway-planner").locator("li a[href^='#/session/']").nth(2).click();
    await settled(page);
    await save(page, `session-${size}-${colorScheme}`);
    await profile.close();
  }
}
await browser.close();
await server.close();
