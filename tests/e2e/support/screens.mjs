// Every screen that there is, and how it is reached.

import { qcon, sample, search } from "./planner.mjs";

const during = "&now=2027-05-21T10:05";

const filterDialog = async (page) => {
  await page.getByRole("button", { name: /^Filters/ }).first().click();
  await page.getByRole("dialog").waitFor();
};
const eventForm = async (page) => {
  await page.getByRole("button", { name: "Add something of your own" }).click();
  await page.getByRole("dialog").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("dialog").getByRole("alert").waitFor();
};
const noHits = async (page) => search(page).fill("nothing has this");
const someStars = async (page) => {
  const stars = page.getByRole("button", { name: /^Star: / });
  for (const at of [0, 1, 2]) await stars.nth(at).evaluate((star) => star.click());
  await page.evaluate(() => { location.hash = "#/plan"; });
};

/** Two at half past ten, of which one is given again on Saturday. */
const rivals = (hash) => async (page) => {
  await page.getByRole("button", { name: "Star: Ten years of one small script" })
    .evaluate((star) => star.click());
  await page.getByRole("button", { name: "Star: What a bus timetable knows about trust" })
    .evaluate((star) => star.click());
  await page.evaluate((at) => { location.hash = at; }, hash);
};

/**
 * `act`: what the address cannot say. `sideways`: it scrolls along both axes. `showsMinute`: it wakes when the clock's
 * minute changes.
 */
export const screens = {
  now: { address: `${sample}${during}`, hash: "#/now", showsMinute: true },
  program: { address: sample, hash: "#/program" },
  filters: { address: sample, hash: "#/program", act: filterDialog },
  "no hits": { address: sample, hash: "#/program", act: noHits },
  grid: { address: sample, hash: "#/grid?day=2027-05-21", sideways: true },
  plan: { address: sample, hash: "#/program", act: someStars },
  compare: { address: sample, hash: "#/program", act: rivals("#/compare/2027-05-20T10%3A30") },
  "best plan": { address: sample, hash: "#/program", act: rivals("#/best-plan") },
  "event form": { address: sample, hash: "#/plan", act: eventForm },
  "empty plan": { address: sample, hash: "#/plan" },
  session: { address: qcon, hash: "#/session/fault-tolerance-anomaly-detection-and-anticipation-patterns" },
  "session of the sample": { address: sample, hash: "#/session/morning-walk" },
  speakers: { address: sample, hash: "#/speakers" },
  speaker: { address: qcon, hash: "#/speaker/john-allspaw" },
  room: { address: qcon, hash: "#/room/fleming" },
  more: { address: sample, hash: "#/more" },
  triage: { address: sample, hash: "#/triage" },
  about: { address: sample, hash: "#/about" },
  settings: { address: sample, hash: "#/settings" },
  keys: { address: sample, hash: "#/keys" },
  chooser: { address: "/?", hash: "" },
  "failed load": { address: "/?program=/absent.json", hash: "" },
};
