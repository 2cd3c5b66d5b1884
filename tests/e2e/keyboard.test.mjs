// The keyboard alone does everything, and the focus can always be seen.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { focused, press, tabTo } from "./support/keys.mjs";
import { qcon, sample, search, settled, starOf, starred, stars } from "./support/planner.mjs";

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1440, height: 900 } };

for (const [size, context] of Object.entries({ phone, desktop })) {
  browserTest(`from the address bar, Plain page is one of the first three stops: ${size}`, { context },
    async ({ page, open }) => {
      await open(sample);
      await settled(page);
      const { count } = await tabTo(page, "Plain page");
      assert.equal(count <= 3, true, `stop ${count}`);
      await press(page, "Space");
      assert.equal(await page.locator(".list.canvas").count(), 0);
      assert.equal((await focused(page)).name, "Plain page");
      await press(page, "Enter");
      assert.equal(await page.locator(".list.canvas").count(), 1);
      assert.equal((await focused(page)).name, "Plain page");
    });
}

browserTest("days, search, filters, views, rows and stars in turn; Space and Enter star once each", { context: phone },
  async ({ page, open }) => {
    await open(sample);
    await settled(page);
    const order = [/^Thu 20/, /^Fri 21/, /^Sat 22/,
      "No time yet, 2 sessions", "Search the program", "By room", "Filters", "Now", "Program", "My plan", "More",
      "Doors open", "Star: Doors open", "Badges and first questions"];
    for (const [index, name] of order.entries()) {
      const { count } = await tabTo(page, name);
      assert.equal(index === 0 || count === 1, true, `${name} comes next`);
    }
    await tabTo(page, "Star: Doors open", "Shift+Tab");
    await press(page, "Space");
    assert.equal(await starred(page).count(), 1);
    await press(page, "Enter");
    assert.equal(await starred(page).count(), 0);
    assert.equal((await focused(page)).name, "Star: Doors open");
  });

for (const [size, context] of Object.entries({ phone, desktop })) {
  browserTest(`Enter opens a session, and the way back leads to its row: ${size}`, { context },
    async ({ page, open }) => {
      await open(sample);
      await settled(page);
      await tabTo(page, "Morning walk along the water");
      const opened = await press(page, "Enter");
      assert.match(page.url(), /#\/session\//);
      assert.equal(opened.isShown, true, `what has the focus is shown: ${opened.tag} ${opened.name}`);
      await page.getByRole("heading", { level: 2, name: "Morning walk along the water" }).waitFor();
      await tabTo(page, "Program");
      const back = await press(page, "Enter");
      assert.match(page.url(), /#\/program/);
      assert.equal(back.isShown, true, `what has the focus is shown: ${back.tag} ${back.name}`);
      assert.notEqual(back.tag, "body");
      await page.goBack();
      await settled(page);
      assert.notEqual((await focused(page)).tag, "body", "after the browser's Back");
    });
}

browserTest("undo and redo by keys and by buttons", async ({ page, open }) => {
  await open(sample);
  await settled(page);
  await tabTo(page, "Star: Doors open");
  await press(page, "Space");
  await press(page, "Control+z");
  assert.equal(await starred(page).count(), 0);
  await press(page, "Control+Shift+z");
  assert.equal(await starred(page).count(), 1);
  await press(page, "Control+z");
  await press(page, "Control+y");
  assert.equal(await starred(page).count(), 1);
  await tabTo(page, "Undo", "Shift+Tab");
  const undone = await press(page, "Enter");
  assert.equal(await starred(page).count(), 0);
  assert.equal(undone.hasRing, true);
  await tabTo(page, "Redo", /^(Undo|Redo)$/.test(undone.name) ? "Tab" : "Shift+Tab").catch(() => {});
  assert.equal((await focused(page)).name, "Redo");
  await press(page, "Space");
  assert.equal(await starred(page).count(), 1);
  assert.notEqual((await focused(page)).tag, "body");
});

browserTest("in the search field Ctrl+Z is the field's own", async ({ page, open }) => {
  await open(qcon);
  await settled(page);
  await stars(page).first().click();
  await search(page).focus();
  await page.keyboard.type("fault");
  await settled(page);
  await press(page, "Control+z");
  assert.equal(await starred(page).count(), 1);
});

browserTest("the focus never falls to the page: a filter, a star that leaves the list, another day",
  async ({ page, open }) => {
    await open(sample);
    await settled(page);
    for (const title of ["Doors open", "Badges and first questions", "Quiet room"]) await starOf(page, title).click();
    await settled(page);
    await tabTo(page, /^Starred/);
    assert.match((await press(page, "Space")).name, /^Starred/);
    assert.equal(await stars(page).count(), 3);
    await tabTo(page, "Star: Badges and first questions");
    const next = await press(page, "Space");
    assert.equal(await stars(page).count(), 2);
    assert.deepEqual([next.name, next.hasRing], ["Quiet room", true]);
    await tabTo(page, "Star: Quiet room");
    const before = await press(page, "Enter");
    assert.deepEqual([before.name, before.hasRing], ["Star: Doors open", true]);
    const last = await press(page, "Enter");
    assert.notEqual(last.tag, "body", "the list is empty");
    assert.equal(last.isShown && last.hasRing, true);
    await tabTo(page, "Show all sessions");
    const all = await press(page, "Enter");
    assert.notEqual(all.tag, "body", "what had the focus is gone");
    assert.equal(all.isShown && all.hasRing, true);
    await search(page).focus();
    const day = await tabTo(page, /^Fri 21/);
    const other = await press(page, "Enter");
    assert.equal(other.name, day.name);
    await page.getByRole("region", { name: "Sessions on Friday 21 May" }).waitFor();
    await search(page).focus();
    await page.keyboard.type("zzzz");
    await settled(page);
    await page.getByRole("heading", { name: /^Nothing for/ }).waitFor();
    assert.equal((await focused(page)).name, "Search the program");
  });

for (const [size, context] of Object.entries({ phone, desktop })) {
  browserTest(`60 rows by Tab: each stop is clear of the sticky heads and in view: ${size}`, { context },
    async ({ page, open }) => {
      await open(sample);
      await settled(page);
      await page.getByRole("link", { name: /^Fri 21/ }).press("Enter");
      await settled(page);
      await tabTo(page, "Filters");
      const hidden = [];
      for (let stop = 0; stop < 120; stop += 1) {
        await page.keyboard.press("Tab");
        const found = await focused(page);
        if (found.tag === "body" || !page.url().includes("program")) break;
        if (!found.isClear || !found.hasRing) hidden.push(`${stop}: ${found.name} at ${found.place}`);
      }
      assert.deepEqual(hidden, []);
      for (let stop = 0; stop < 60; stop += 1) {
        await page.keyboard.press("Shift+Tab");
        const found = await focused(page);
        if (!found.isClear || !found.hasRing) hidden.push(`back ${stop}: ${found.name} at ${found.place}`);
      }
      assert.deepEqual(hidden, []);
    });
}

browserTest("a notice is closed by keys", async ({ page, open, server }) => {
  const program = {
    format: "hallway-program/1",
    conference: { id: "partly", title: "Partly", start: "2027-01-01", end: "2027-01-01", zone: "Europe/Paris" },
    rooms: [{ id: "a", name: "A" }],
    sessions: [{ id: "one", title: "One", start: "2027-01-01T10:00", minutes: 30, room: "a" }, { id: "untitled" }],
  };
  server.set("/partly.json", { body: JSON.stringify(program), type: "application/json" });
  await open("/?program=/partly.json");
  const notice = page.getByText("1 entry of the file was left out");
  await notice.waitFor();
  await settled(page);
  await tabTo(page, "Close");
  const after = await press(page, "Enter");
  assert.equal(await notice.isVisible(), false);
  assert.notEqual(after.tag, "body", "what had the focus is gone");
});

browserTest("the chooser by keys: a link, a file, the made-up one", async ({ page, open, server }) => {
  // Listening has to have begun by the time of the key.
  const choosing = page.waitForEvent("filechooser");
  await open("/");
  await settled(page);
  await tabTo(page, "Choose a file");
  await page.keyboard.press("Enter");
  await choosing;
  await tabTo(page, "Paste a link", "Shift+Tab");
  await page.keyboard.type(server.url("/programs/qcon-london-2012.json"));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "QCon London 2012" }).waitFor();
  await settled(page);
  assert.notEqual((await focused(page)).tag, "body", "after the chooser is gone");
});

// --- help keys

const hash = (page) => page.evaluate(() => location.hash);
const focusList = (page) => page.locator('.list a[href^="#/session/"]').first().focus();

browserTest("j and k go from session to session, s stars, / searches: only with the focus inside", { context: phone },
  async ({ page, open }) => {
    await open(sample);
    await settled(page);
    await press(page, "j", "s");
    assert.equal((await focused(page)).tag, "body");
    assert.equal(await starred(page).count(), 0);
    await focusList(page);
    const first = await focused(page);
    const second = await press(page, "j");
    assert.equal(second.tag, "a");
    assert.notEqual(second.name, first.name);
    assert.equal(second.isClear && second.hasRing, true);
    assert.equal((await press(page, "k")).name, first.name);
    assert.equal((await press(page, "s")).name, first.name);
    assert.equal(await starred(page).count(), 1);
    await press(page, "s");
    assert.equal(await starred(page).count(), 0);
    assert.equal((await press(page, "/")).tag, "input");
    await page.keyboard.type("jks/g?");
    await settled(page);
    assert.equal(await search(page).inputValue(), "jks/g?");
  });

browserTest("j goes through the whole of a long list", { context: phone }, async ({ page, open }) => {
  await open(sample);
  await settled(page);
  await focusList(page);
  const names = new Set([(await focused(page)).name]);
  for (let count = 0; count < 25; count += 1) {
    const { name, isShown } = await press(page, "j");
    assert.equal(isShown, true);
    names.add(name);
  }
  assert.equal(names.size > 20, true, `${names.size} sessions`);
});

browserTest("g and a letter go to a place, ? lists the keys, and a modifier makes them the browser's again",
  { context: phone }, async ({ page, open }) => {
    await open(qcon);
    await settled(page);
    await focusList(page);
    await press(page, "g", "m");
    assert.equal(await hash(page), "#/plan");
    await page.getByRole("link", { name: "My plan" }).focus();
    await press(page, "g", "p");
    assert.match(await hash(page), /^#\/program/);
    await page.getByRole("link", { name: "Program" }).focus();
    await press(page, "g", "x", "m");
    assert.match(await hash(page), /^#\/program/);
    await press(page, "?");
    assert.equal(await hash(page), "#/keys");
    await page.getByText("Next session").waitFor();
  });

browserTest("the help keys can be turned off, for good", { context: phone }, async ({ page, open }) => {
  await open(`${qcon}#/settings`);
  await settled(page);
  await page.getByRole("button", { name: "Help keys", exact: true }).click();
  await settled(page);
  await page.reload();
  await settled(page);
  await page.getByRole("link", { name: "Program" }).click();
  await settled(page);
  await focusList(page);
  const { name } = await focused(page);
  assert.equal((await press(page, "j")).name, name);
  await press(page, "s");
  assert.equal(await starred(page).count(), 0);
  assert.notEqual((await press(page, "/")).tag, "input");
  await press(page, "g", "m");
  assert.notEqual(await hash(page), "#/plan");
});
