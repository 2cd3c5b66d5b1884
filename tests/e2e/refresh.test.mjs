// Checking the open program for changes by hand, its age, and what was left out of its file.

import assert from "node:assert/strict";
import { faults } from "./support/axe.mjs";
import { browserTest } from "./support/browser.mjs";
import { chooseFiles, heading, tinyProgram } from "./support/opening.mjs";
import { search, settled, starAndSave, starOf, starred } from "./support/planner.mjs";

const noConnection = /Failed to load resource|net::ERR|CORS policy/;
const check = (page) => page.getByRole("button", { name: "Check for changes" });
const session = (id, title, more = {}) =>
  ({ id, title, start: "2027-01-01T10:00", minutes: 30, room: "a", ...more });
const later = { id: "later", title: "Later", start: "2027-01-02T10:00", minutes: 30, room: "a" };

/** Opens a program with two days and goes to the page about it. */
async function openAbout({ page, open, server }, sessions = [session("one", "One"), later]) {
  server.set("/p.json", { body: tinyProgram("Alpha", { sessions }), type: "application/json" });
  await open("/?program=/p.json");
  await heading(page, "Alpha").waitFor();
  await settled(page);
  await goToAbout(page);
}

async function goToAbout(page) {
  await page.evaluate(() => { location.hash = "#/about"; });
  await page.getByRole("heading", { name: "About this program" }).waitFor();
  await settled(page);
}

browserTest("an unchanged program is asked for with a condition, and that is said once", async (given) => {
  const { page, server } = given;
  await openAbout(given);
  const before = server.requests.length;
  await check(page).click();
  await page.getByRole("status").getByText("Nothing has changed.").waitFor();
  await settled(page);
  const asked = server.requests.slice(before).filter(({ path }) => path === "/p.json");
  assert.deepEqual(asked.map(({ status }) => status), [304]);
  await page.getByRole("link", { name: "Program", exact: true }).click();
  await settled(page);
  assert.equal(await page.getByText("Nothing has changed.").count(), 0);
});

browserTest("a newer program replaces the old one; stars, day and place stay", async (given) => {
  const { page, server } = given;
  await openAbout(given);
  await page.evaluate(() => { location.hash = "#/program?day=2027-01-02"; });
  await settled(page);
  await starAndSave(page, "Later");
  await goToAbout(page);
  server.set("/p.json", {
    body: tinyProgram("Alpha", { sessions: [session("one", "One"), later, { ...later, id: "new", title: "New" }] }),
    type: "application/json",
  });
  await check(page).click();
  await page.getByRole("status").getByText("There was a newer program. You see it now.").waitFor();
  await page.getByRole("heading", { name: "About this program" }).waitFor();
  await page.getByRole("link", { name: "Program", exact: true }).click();
  await starOf(page, "New").waitFor({ state: "attached" });
  await settled(page);
  assert.deepEqual(await starred(page).evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel)), ["Star: Later"]);
  await page.reload();
  await starOf(page, "One").waitFor({ state: "attached" });
});

const bad = [
  { name: "a broken file", answer: { body: "{\n\"format\":\n\n,}" }, number: 104 },
  { name: "an empty file", answer: { body: "" }, number: 101 },
  { name: "a program without sessions", answer: { body: tinyProgram("Alpha", { sessions: [] }) }, number: 108 },
  { name: "a web page", answer: { body: "<!doctype html><title>Oh no</title>", type: "text/html" }, number: 111 },
  { name: "an error page", answer: { body: "<!doctype html>", type: "text/html", status: 500 }, number: 302 },
  { name: "a connection that breaks", answer: { body: tinyProgram("Alpha").repeat(9), cutAt: 99 }, number: 301 },
];
for (const { name, answer, number } of bad) {
  browserTest(`${name} never replaces a good program: error ${number}`, { expectedErrors: [noConnection] },
    async (given) => {
      const { page, server } = given;
      await openAbout(given);
      server.set("/p.json", { type: "application/json", ...answer });
      await check(page).click();
      await page.getByText(new RegExp(`\\(Hallway ${number}\\) Alpha stays open\\.$`)).waitFor();
      await page.getByRole("heading", { name: "About this program" }).waitFor();
      await page.reload();
      await page.getByText(`(Hallway ${number})`).waitFor();
      await page.getByRole("link", { name: "Program", exact: true }).click();
      await heading(page, "Alpha").waitFor();
      await starOf(page, "One").waitFor({ state: "attached" });
    });
}

browserTest("without its server a program stays as it is", { expectedErrors: [noConnection] },
  async ({ page, open, anotherOrigin }) => {
    const other = await anotherOrigin();
    other.set("/p.json", { body: tinyProgram("Alpha"), type: "application/json", cors: true });
    await open(`/?program=${other.url("/p.json")}`);
    await settled(page);
    await goToAbout(page);
    const link = page.getByRole("link", { name: new URL(other.origin).host });
    assert.equal(await link.getAttribute("href"), other.url("/p.json"));
    await other.close();
    await check(page).click();
    await page.getByText("(Hallway 301) Alpha stays open.").waitFor();
  });

browserTest("the age of a program outlives the page, and a check that finds nothing renews it",
  { expectedErrors: [noConnection] }, async (given) => {
    const { page, server } = given;
    const answer = { body: tinyProgram("Alpha"), type: "application/json" };
    const age = async () => {
      await goToAbout(page);
      return page.getByText(/^Read .* at \d\d:\d\d$/).textContent();
    };
    await openAbout(given);
    assert.match(await age(), /^Read today at /);
    await page.evaluate(() => new Promise((done) => {
      indexedDB.open("hallway").onsuccess = ({ target }) => {
        const programs = target.result.transaction("programs", "readwrite").objectStore("programs");
        programs.get("/p.json").onsuccess = ({ target: found }) => {
          const fetchedAt = new Date(2024, 10, 21, 10, 32).getTime();
          programs.put({ ...found.result, fetchedAt }, "/p.json").onsuccess = () => { target.result.close(); done(); };
        };
      };
    }));
    server.set("/p.json", { status: 503, body: "" });
    await page.reload();
    await heading(page, "About this program").waitFor();
    await settled(page);
    assert.match(await age(), /^Read Thu 21 Nov 2024 at 10:32$/);
    server.set("/p.json", { ...answer, body: tinyProgram("Alpha", { sessions: [session("one", "One"), later] }) });
    await check(page).click();
    await page.getByText("Nothing has changed.").waitFor();
    assert.match(await age(), /^Read today at /);
    server.set("/p.json", { status: 503, body: "" });
    await page.reload();
    await heading(page, "About this program").waitFor();
    await settled(page);
    assert.match(await age(), /^Read today at /);
  });

const faulty = [session("one", "One"), { id: "untitled", start: "2027-01-01T12:00" },
  session("when", "When?", { start: "soon" })];

browserTest("what was left out of the file is listed with reason and place, on the next visit, too", async (given) => {
  const { page, open, server } = given;
  server.set("/p.json", { body: tinyProgram("Alpha", { sessions: faulty }), type: "application/json" });
  await open("/?program=/p.json");
  await page.getByText(/^2 entries of the file were left out/).waitFor();
  await page.getByRole("button", { name: "Show them" }).click();
  for (const visit of ["first", "second"]) {
    await page.getByRole("heading", { name: "2 entries skipped" }).waitFor();
    const items = page.getByRole("listitem");
    await items.filter({ hasText: /It has no title\.\s*Field: sessions\[1\]\. Line 1\./ }).waitFor();
    await items.filter({ hasText: /When\?\s*Its time can't be read\..*Field: sessions\[2\]\.start\./ }).waitFor();
    if (visit === "first") await page.reload();
  }
});

browserTest("a program from a file is chosen again", async ({ page, open }) => {
  await open("/");
  await chooseFiles(page, [["mine.json", tinyProgram("Alpha")]]);
  await heading(page, "Alpha").waitFor();
  await settled(page);
  await goToAbout(page);
  assert.equal(await check(page).count(), 0);
  await chooseFiles(page, [["mine.json", tinyProgram("Alpha", { sessions: [session("two", "Two")] })]]);
  await settled(page);
  await page.getByRole("link", { name: "Program", exact: true }).click();
  await starOf(page, "Two").waitFor({ state: "attached" });
  assert.equal(await starOf(page, "One").count(), 0);
});

for (const viewport of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
  browserTest(`axe finds nothing about the program at ${viewport.width}`, { context: { viewport, bypassCSP: true } },
    async (given) => {
      await openAbout(given, faulty);
      assert.deepEqual(await faults(given.page), []);
      assert.equal(await search(given.page).count(), 0);
    });
}
