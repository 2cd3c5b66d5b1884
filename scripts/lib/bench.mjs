// See scripts/bench.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { launchBrowser, startServer } from "../../tests/e2e/support/browser.mjs";
import { duringLongProgram, longProgram, serveLongProgram } from "../../tests/e2e/support/long-program.mjs";
import { sharedFile } from "../../tests/e2e/support/planner.mjs";
import { median, printFigure, share, spread } from "./bench/figures.mjs";
import { measureImports } from "./bench/imports.mjs";
import { benchPlans } from "./bench/plans.mjs";
import { measureScrolling, measureStars, measureStarts, openPage, preferPages } from "./bench/pages.mjs";
import { siteFolder, sourceFolder } from "./paths.mjs";
import { run } from "./run.mjs";

const frameMsMax = 3;
const importMsMax = 60;
const xmlImportMsMax = 40;
const sessionsCount = 1000;
const starsCount = 20;
/** So that my plan has something to scroll. */
const plannedCount = 60;
const sizes = {
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true },
};

if (!existsSync(join(siteFolder, "planner.wasm"))) {
  console.error("bench: build/site is not built: run scripts/build");
  process.exit(1);
}
const server = await startServer();
serveLongProgram(server, sessionsCount);
const congress = await sharedFile("programs/39c3-2025.c3voc.json");
if (congress === null) console.log("bench: ../shared is absent, the sample program is used");
const program = congress ?? await readFile(join(sourceFolder, "assets/programs/hallway-sample.json"));
server.set("/program.json", { body: program, type: "application/json" });
const browser = await launchBrowser();
console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)}, Chromium ${browser.version()}, `
  + `${congress === null ? "Hallway Sample" : "39C3"}`);

let preferred = true;
for (const [name, size] of Object.entries(sizes)) {
  for (const screen of ["program", "grid", "now", "plan", "speakers", "settings"]) {
    const address = server.url(`${longProgram}${duringLongProgram}`);
    const page = await openPage(browser, address, size, { screen, stars: plannedCount });
    preferred &&= await preferPages(browser);
    for (const [speed, step] of [["slowly", 20], ["fast", 300]]) {
      const { frames, drawn, all } = await measureScrolling(page, { step, frames: 240 });
      const title = `${name}: views + diff, ${screen} of ${sessionsCount} sessions, ${speed}`;
      if (frames === 0) {
        printFigure(title, "no frame of the core: the browser scrolls it alone");
        continue;
      }
      printFigure(title, `${spread(all)} of ${frames} frames`, share(all, 0.95), frameMsMax);
      if (drawn.length > 0) printFigure("", `${spread(drawn)} of the ${drawn.length} that drew`);
    }
    await page.context().close();
  }
}

if (!preferred) console.log("frames may have been interrupted: pages could not be given a higher priority");

const { cold, warm } = await measureStarts(browser, server.url("/?program=/program.json"), sizes.desktop);
for (const [name, all] of [["cold", cold], ["warm", warm]]) {
  const times = ["any", "html", "picture"].map((what) => median(all.map((each) => each[what])).toFixed(0));
  printFigure(`${name} start: anything, rows, their picture`, `${times.join(", ")} ms`);
}

const read = await measureImports(browser, server, program);
printFigure(`import of ${(program.length / 1e6).toFixed(1)} MB, first in a worker`, `${read.cold.toFixed(1)} ms`);
printFigure("import, warm worker", spread(read.warm), median(read.warm), importMsMax);
printFigure("JSON.parse of the same, for comparison",
  `${spread(read.parse)}: the import takes ${(median(read.warm) / median(read.parse)).toFixed(1)} times as long`);

const xml = await sharedFile("programs/fosdem-2026.frab.xml");
if (xml !== null) {
  const { warm } = await measureImports(browser, server, xml);
  const what = `import of ${(xml.length / 1e6).toFixed(1)} MB of XML, warm worker`;
  printFigure(what, spread(warm), median(warm), xmlImportMsMax);
}

const page = await openPage(browser, server.url("/?program=/program.json"), sizes.desktop,
  { screen: "program", stars: 0 });
const starring = await measureStars(page, starsCount);
printFigure("star to paint", spread(starring.paint));
printFigure("star to durable", spread(starring.durable));
await browser.close();
await server.close();

console.log("");
await benchPlans();

console.log("");
await run(["node", join(sourceFolder, "scripts/lib/sizes.mjs")]);
