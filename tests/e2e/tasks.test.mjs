// Whole tasks, as a person does them who knows nothing but what is on the screen.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { press, tabTo } from "./support/keys.mjs";
import { sample, settled, sharedFile, starred } from "./support/planner.mjs";
import { smallTargets, troubles } from "./support/troubles.mjs";

const congress = await sharedFile("programs/38c3-2024.hub.xml");
const skip = congress === null ? "needs ../shared/programs" : undefined;
const small = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
/** A thumb reaches no higher. */
const reach = Math.ceil(small.viewport.height / 3);

/** Taps where the thumb gets to; scrolling is allowed. */
async function tap(page, locator) {
  const target = locator.first();
  await target.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await settled(page);
  const { y, height } = await target.boundingBox();
  const name = await target.evaluate((element) => element.getAttribute("aria-label") ?? element.textContent);
  assert.ok(y + height / 2 > reach, `"${name}" is at ${y}, too high for a thumb`);
  await target.tap();
  await settled(page);
}

// --- task 12: big text, one thumb

browserTest("task 12: big text, one thumb, 38C3", { context: small, skip }, async ({ page, open, server }) => {
  await open(`${sample}#/settings`);
  await settled(page);
  await page.getByRole("button", { name: "200 %", exact: true }).tap();
  server.set("/38c3.xml", { body: congress, type: "application/xml" });
  await page.goto(server.url("/?program=/38c3.xml#/program"));
  await settled(page);
  await tap(page, page.getByRole("navigation", { name: "Days" }).getByRole("link").nth(2));
  assert.match(page.url(), /day=2024-12-29/);

  await tap(page, page.getByRole("button", { name: /^Filters/ }));
  const dialog = page.getByRole("dialog");
  await tap(page, dialog.getByRole("button", { name: /^All 7\d$/ }));
  await tap(page, dialog.getByRole("button", { name: /Kidspace/ }));
  await tap(page, dialog.getByRole("button", { name: /^Show / }));
  const rows = page.locator("hallway-planner .list .rows > li");
  assert.ok(await rows.count() > 0);
  assert.deepEqual(await troubles(page), []);

  const stars = page.getByRole("button", { name: /^Star: / });
  for (const at of [2, 3, 4]) await tap(page, stars.nth(at));
  assert.equal(await starred(page).count(), 3);
  const room = await rows.first().locator(".row-meta").textContent();
  assert.match(room, /Kidspace/);

  await tap(page, page.getByRole("link", { name: "By room" }));
  assert.match(page.url(), /#\/grid/);
  const heads = page.locator("hallway-planner .room-name");
  assert.match(await heads.first().textContent(), /Kidspace/, "rooms with stars come first");
  assert.deepEqual(await troubles(page, { sideways: true }), []);
  assert.deepEqual(await smallTargets(page), []);

  // It opens where something is starred.
  await tap(page, page.locator("hallway-planner .block:has([aria-pressed=true]) a"));
  const note = page.getByRole("textbox", { name: "My note" });
  await tap(page, note);
  await page.keyboard.type("Bring the children");
  await page.locator("hallway-planner .note-field[data-saved]").waitFor({ state: "attached" });
  assert.deepEqual(await troubles(page, { sideways: true }), []); // The grid is behind it.

  await tap(page, page.getByRole("link", { name: "More" }));
  await tap(page, page.getByRole("button", { name: "Undo", exact: true }).last());
  await page.goBack();
  await settled(page);
  assert.equal(await note.inputValue(), "");
});

// --- task 11: only ears

const desktop = { viewport: { width: 1440, height: 900 } };

/** What a screen reader lists as headings, in order. */
const headings = (page) => page.locator("hallway-planner").evaluate(({ shadowRoot }) =>
  [...shadowRoot.querySelectorAll("h1, h2, h3, h4")]
    .filter((heading) => !heading.closest("[hidden], dialog:not([open])"))
    .map((heading) => ({ level: Number(heading.tagName[1]), name: heading.textContent.trim() })));

/** Those below a heading, until the next one of its level. */
function below(list, name) {
  const at = list.findIndex((heading) => heading.name === name);
  assert.notEqual(at, -1, `a heading "${name}" among ${list.map((heading) => heading.name).join(", ")}`);
  const rest = list.slice(at + 1);
  const end = rest.findIndex(({ level }) => level <= list[at].level);
  return end === -1 ? rest : rest.slice(0, end);
}

browserTest("task 11: only ears", { context: desktop }, async ({ page, open, server }) => {
  const program = await (await fetch(server.url("/programs/hallway-sample.json"))).json();
  const startsOf = ({ start, times = [] }) => [start, ...times.map((time) => time.start)];
  const titlesAt = (start) => program.sessions.filter((session) => startsOf(session).includes(start))
    .map(({ title }) => title);
  const act = async (name, key = "Enter") => {
    await tabTo(page, name);
    const after = await press(page, key);
    assert.ok(!["body", "html"].includes(after.tag), `the focus is kept after ${name}`);
  };
  await open(sample);
  await settled(page);

  // From the day to a time, and on to what runs then.
  await act(/^Fri 21 May, \d+ sessions$/);
  const day = below(await headings(page), "Sessions on Friday 21 May");
  const atTwo = below(day, "14:00").map(({ name }) => name);
  assert.deepEqual(atTwo.toSorted(), titlesAt("2027-05-21T14:00").toSorted());
  assert.ok(atTwo.length >= 2);
  const foreign = await page.locator("hallway-planner").evaluate(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll(".row-title[lang]")]
      .map(({ lang, textContent }) => ({ lang, title: textContent })));
  assert.ok(foreign.length > 0);
  for (const { lang, title } of foreign) {
    const { language } = program.sessions.find((session) => session.title === title);
    assert.equal(lang, [language].flat()[0]);
  }

  // A session with sign language.
  await act("Filters");
  await act(/^Sign language/, "Space");
  await act(/^Show \d+ sessions?$/);
  const signed = new Set(program.sessions.filter(({ access }) => access?.includes("sign-language"))
    .map(({ title }) => title));
  const shown = below(await headings(page), "Sessions on Friday 21 May").filter(({ level }) => level === 4);
  assert.ok(shown.length > 0 && shown.every(({ name }) => signed.has(name)));
  await act(/^Sign language/, "Space");

  // Two that clash: a star is told by its button alone, the clash is spoken once, and can be found again.
  const once = program.sessions.filter(({ start }) => start === "2027-05-21T14:00").map(({ title }) => title);
  const [first, second] = atTwo.filter((title) => once.includes(title));
  for (const [title, spoken] of [[first, ""], [second, `Starred. It overlaps ${first}.`]]) {
    await act(`Star: ${title}`, "Space");
    assert.equal(await page.getByRole("button", { name: `Star: ${title}`, exact: true, pressed: true }).count(), 1);
    assert.equal(await page.getByRole("status").textContent(), spoken);
  }
  await act("My plan");
  const tree = await page.locator("hallway-planner").ariaSnapshot();
  assert.equal(tree.match(/Overlaps /g).length, 1);
  await act(second);
  await act(/^I'm going to this one/, "Space");

  // The way to its room, in words.
  const { room } = program.sessions.find(({ title }) => title === second);
  const { name, directions } = program.rooms.find(({ id }) => id === [room].flat()[0]);
  await act(name);
  assert.equal(below(await headings(page), name)[0].name, "How to get there");
  await page.getByText(directions).waitFor();

  // By room: a list for each room, under its name.
  await act("Program");
  await act("By room");
  const columns = (await headings(page)).filter(({ level }) => level === 2).map((heading) => heading.name);
  assert.ok(columns.some((column) => column.startsWith(name)));

  await act("More");
  await act(/^Settings/);
  await act("Help keys", "Space");
  assert.equal((await press(page, "?")).name, "Help keys");
  assert.match(page.url(), /#\/settings$/);
});
