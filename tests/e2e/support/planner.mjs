// What a person does with the planner, by the names on the screen. Playwright looks through open shadow roots.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const sourceFolder = fileURLToPath(new URL("../../..", import.meta.url));

export const qcon = "/?program=/programs/qcon-london-2012.json";
export const sample = "/?program=/programs/hallway-sample.json";

/** Resolves when no frame, job or write of the planner is pending. */
export async function settled(page) {
  await page.waitForFunction(() => customElements.get("hallway-planner") !== undefined);
  await page.evaluate(() => document.querySelector("hallway-planner").whenSettled());
}

export const stars = (page) => page.getByRole("button", { name: /^Star: / });
export const starred = (page) => page.getByRole("button", { name: /^Star: /, pressed: true });
export const search = (page) => page.getByRole("searchbox", { name: "Search the program" });
export const days = (page) => page.getByRole("navigation", { name: "Days" }).getByRole("link");
export const starOf = (page, title) => page.getByRole("button", { name: `Star: ${title}`, exact: true });

/** Stars the session and waits until the star is durable. */
export async function starAndSave(page, title) {
  const star = starOf(page, title).first();
  await star.click();
  await savedStar(page, title).waitFor({ state: "attached" });
}
export const savedStar = (page, title) =>
  starOf(page, title).and(page.locator("[data-saved][aria-pressed=true]")).first();

/** A file of ../shared (or $HALLWAY_SHARED), or null where that is absent. */
export async function sharedFile(name) {
  const folder = process.env.HALLWAY_SHARED ?? join(sourceFolder, "..", "shared");
  const path = join(folder, name);
  return existsSync(path) ? readFile(path) : null;
}
