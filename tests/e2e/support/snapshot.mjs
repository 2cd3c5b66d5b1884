// Accessibility trees as text, kept in tests/e2e/snapshots. UPDATE_SNAPSHOTS=1 in the environment writes them anew.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../snapshots/", import.meta.url));

/** Compares what assistive technologies get with the kept text. */
export async function matchesSnapshot(page, name, remark) {
  const path = `${folder}${name}.yml`;
  const found = `${await page.locator("hallway-planner").ariaSnapshot()}\n`;
  if (process.env.UPDATE_SNAPSHOTS) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, found);
    return;
  }
  const kept = await readFile(path, "utf8").catch(() => `there is no ${path}; UPDATE_SNAPSHOTS=1 writes it\n`);
  assert.equal(found, kept, remark);
}
