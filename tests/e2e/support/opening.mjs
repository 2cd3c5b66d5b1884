// Small programs of our own format, and the ways to open one.

import { settled } from "./planner.mjs";

/** The bytes of a program with one session, "One", at a conference that is known by its title. */
export function tinyProgram(title, more = {}) {
  return JSON.stringify({
    format: "hallway-program/1",
    conference: { id: `tiny-${title}`, title, start: "2027-01-01", end: "2027-01-01", zone: "Europe/Paris" },
    rooms: [{ id: "a", name: "A" }],
    sessions: [{ id: "one", title: "One", start: "2027-01-01T10:00", minutes: 30, room: "a" }],
    ...more,
  });
}

export const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

export async function openAddress(page, address) {
  await page.getByRole("textbox", { name: "Paste a link" }).fill(address);
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

/** Goes to the question which conference to open. */
export async function goToChooser(page) {
  // A program that is still being opened would lead away from it.
  await settled(page);
  await page.evaluate(() => { location.hash = "#/open"; });
  await page.getByRole("heading", { name: "Which conference?" }).waitFor();
  await settled(page);
}

/** @param {[name: string, text: string][]} files */
export async function chooseFiles(page, files) {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /^Choose a file|^Choose the file again/ }).click();
  const chooser = await choosing;
  await chooser.setFiles(files.map(([name, text]) => (
    { name, mimeType: "application/octet-stream", buffer: Buffer.from(text) })));
  return chooser;
}
