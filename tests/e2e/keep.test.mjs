// Nothing that was chosen is lost: not by a kill, another tab, or damage on disk.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keepRound } from "./support/keep-round.mjs";
import { makeProfile, startServer } from "./support/browser.mjs";
import { browserTest } from "./support/browser.mjs";
import {
  qcon, sample, savedStar, settled, sharedFile, starAndSave, starOf, starred, stars,
} from "./support/planner.mjs";

const rounds = 10;
const congress = await sharedFile("programs/39c3-2025.c3voc.json");
const absent = congress === null ? "needs ../shared/programs" : undefined;

const killTest = { skip: absent, timeout: 300_000 };
test(`five stars outlive the browser being killed, ${rounds} times over`, killTest, async () => {
  const site = await startServer();
  const other = await startServer({ root: null });
  other.set("/39c3.json", { body: congress, type: "application/json", cors: true });
  site.allowConnect(other.origin);
  const profile = await makeProfile();
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await keepRound({ folder: profile.folder, address: site.url(`/?program=${other.url("/39c3.json")}`), round });
    }
  } finally {
    await profile.remove();
    await site.close();
    await other.close();
  }
});

browserTest("a star in one tab shows in another within a second", async ({ page, context, server, open }) => {
  await open(qcon);
  await settled(page);
  const second = await context.newPage();
  await second.goto(server.url(qcon));
  await settled(second);
  const title = "Fault tolerance, anomaly detection, and anticipation patterns";
  await starOf(page, title).click();
  await starOf(second, title).and(second.locator("[aria-pressed=true]")).waitFor({ timeout: 1000 });
  await savedStar(second, title).waitFor({ state: "attached" });
  await starOf(second, title).click();
  await starOf(page, title).and(page.locator("[aria-pressed=false]")).waitFor({ timeout: 1000 });
});

browserTest("stars are there after a reload, and undo still takes them back", async ({ page, open }) => {
  await open(sample);
  await settled(page);
  const names = (await stars(page).evaluateAll((all) => all.slice(0, 3).map((star) => star.ariaLabel)))
    .map((name) => name.replace("Star: ", ""));
  for (const name of names) await starAndSave(page, name);
  await page.reload();
  await settled(page);
  assert.equal(await starred(page).count(), 3);
  await page.getByRole("button", { name: "Undo" }).click();
  await settled(page);
  assert.equal(await starred(page).count(), 2);
  await page.reload();
  await settled(page);
  assert.equal(await starred(page).count(), 2);
  await page.getByRole("button", { name: "Redo" }).click();
  await settled(page);
  assert.equal(await starred(page).count(), 3);
});

browserTest("flipped bits in any stored record cost that record alone, and are told", async ({ page, open }) => {
  await open(sample);
  await settled(page);
  const names = (await stars(page).evaluateAll((all) => all.slice(0, 4).map((star) => star.ariaLabel)))
    .map((name) => name.replace("Star: ", ""));
  for (const name of names) await starAndSave(page, name);
  await page.evaluate(damageOneRow);
  await page.reload();
  await settled(page);
  assert.equal(await starred(page).count(), 4, "the local copy fills the gap");
  await page.getByText("One saved choice was damaged").waitFor();
  await page.evaluate(damageOneRow);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await settled(page);
  assert.equal(await starred(page).count(), 3, "without a copy the damaged star is gone, the others are here");
});

/** Runs in the page: flips one bit in the middle of the first row of the journal, and of its local copy. */
async function damageOneRow() {
  const database = await new Promise((done, failed) => {
    const request = indexedDB.open("hallway");
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const journal = database.transaction("journal", "readwrite").objectStore("journal");
  await new Promise((done, failed) => {
    const cursor = journal.openCursor();
    cursor.onerror = () => failed(cursor.error);
    cursor.onsuccess = () => {
      const value = cursor.result.value;
      const bytes = [value, ...Object.values(value)].find((part) => part instanceof Uint8Array);
      bytes[bytes.length >> 1] ^= 16;
      cursor.result.update(value).onsuccess = done;
    };
  });
  database.close();
}
