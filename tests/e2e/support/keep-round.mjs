// One round of "no choice is lost": used ten times by the tests and 200 times by scripts/soak.

import assert from "node:assert/strict";
import { startKillable } from "./browser.mjs";
import { settled, starred, stars } from "./planner.mjs";

const starsInARound = 5;

/**
 * Opens the address in a profile, stars five more sessions, waits until each says that it is saved, kills all of the
 * browser's processes at once, opens it again and expects every star of this and all former rounds.
 * @param {{ folder: string, address: string, round: number }} what  round counts from 1
 */
export async function keepRound({ folder, address, round }) {
  const before = (round - 1) * starsInARound;
  const first = await startKillable(folder);
  await open(first.page, address);
  assert.equal(await starred(first.page).count(), before, `stars at the start of round ${round}`);
  const names = await unstarredNames(first.page);
  for (const name of names) {
    const star = first.page.getByRole("button", { name, exact: true });
    await star.click();
    await star.and(first.page.locator("[data-saved][aria-pressed=true]")).waitFor({ state: "attached" });
  }
  await first.kill();

  const second = await startKillable(folder);
  try {
    await open(second.page, address);
    assert.equal(await starred(second.page).count(), before + starsInARound, `stars after the kill in round ${round}`);
    for (const name of names) {
      await second.page.getByRole("button", { name, exact: true, pressed: true }).waitFor({ state: "attached" });
    }
    assert.equal(await second.page.getByText(/damaged/).count(), 0, "nothing is told to be damaged");
  } finally {
    await second.kill();
  }
}

async function open(page, address) {
  await page.goto(address);
  await stars(page).first().waitFor({ state: "attached" });
  await settled(page);
}

/** Names of buttons of sessions that stand once in the list and are not starred. */
async function unstarredNames(page) {
  const all = await stars(page).evaluateAll((buttons) =>
    buttons.map((button) => ({ name: button.ariaLabel, pressed: button.ariaPressed === "true" })));
  const once = all.filter(({ name, pressed }) => !pressed && all.filter((other) => other.name === name).length === 1);
  return once.slice(0, starsInARound).map(({ name }) => name);
}
