// axe-core on the page as it is, open shadow roots included. It adds styles of its own, so the context needs
// `bypassCSP`.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(new URL("../../../node_modules/axe-core/axe.min.js", import.meta.url));
let source = "";

/** What axe finds wrong: one line for each element, "rule: element: why". Empty: nothing. */
export async function faults(page) {
  source ||= await readFile(path, "utf8");
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) =>
    `${id}: ${target.flat().join(" ")} ${html.slice(0, 120)}: ${failureSummary.replace(/\s+/g, " ")}`));
}
