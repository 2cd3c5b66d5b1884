// Choices between sessions that clash: said once after a star, grouped in my plan, compared, decided, planned, undone.

import assert from "node:assert/strict";
import { join } from "node:path";
import { siteFolder } from "../../scripts/lib/paths.mjs";
import { browserTest } from "./support/browser.mjs";
import { faults } from "./support/axe.mjs";
import { press, tabTo } from "./support/keys.mjs";
import { sample, settled, sharedFile, starOf, starred } from "./support/planner.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const [script, timetable] = ["Ten years of one small script", "What a bus timetable knows about trust"];
const map = "Draw the map you carry in your head";

const notices = (page) => page.locator("hallway-planner .toast");
const groups = (page) => page.locator("hallway-planner .open-group");
const packages = (page) => page.locator("hallway-planner .package");

/** Of that title. */
const cardOf = (page, name) =>
  page.locator("hallway-planner .timed-card").filter({ has: page.getByRole("link", { name }) });

async function go(page, hash) {
  await page.evaluate((at) => { location.hash = at; }, hash);
  await settled(page);
}

/** Stars those on the program's first day. */
async function starAll(page, titles) {
  for (const title of titles) {
    await starOf(page, title).first().evaluate((star) => star.click());
    await settled(page);
  }
}

const undo = async (page) => {
  await page.keyboard.press("Control+z");
  await settled(page);
};

browserTest("a star that clashes says so once, with a way to compare and a way back", async ({ page, open }) => {
  await open(sample);
  await settled(page);
  await starAll(page, [script]);
  assert.equal(await notices(page).count(), 0, "a star that clashes with nothing says nothing");
  await starAll(page, [timetable]);
  assert.match(await notices(page).textContent(), /^Starred\. It overlaps Ten years of one small script\./);
  assert.equal(await notices(page).locator("a, button").count(), 2);
  await notices(page).getByRole("button", { name: "Undo" }).click();
  await settled(page);
  assert.equal(await notices(page).count(), 0);
  assert.equal(await starred(page).count(), 1);

  await starAll(page, [timetable]);
  await notices(page).getByRole("button", { name: "Compare" }).click();
  await settled(page);
  await page.getByRole("heading", { name: "Which one at 10:30?" }).waitFor();
  assert.equal(await packages(page).count(), 2);
});

browserTest("a session that is given again leads to the time that is free", async ({ page, open }) => {
  await open(sample);
  await settled(page);
  await starAll(page, [script, map]);
  const notice = notices(page);
  assert.match(await notice.textContent(), /^Starred\. You're free for it on Sat 22 May at 11:45\./);
  await notice.getByRole("button", { name: "Go then" }).click();
  await settled(page);
  await go(page, "#/plan?day=2027-05-20");
  assert.equal(await groups(page).count(), 0);
  assert.equal(await page.locator(".mark-overlap").count(), 0);
});

browserTest("a search for the best plan that cannot start says so, and can be tried again",
  { expectedErrors: [/Failed to load/] }, async ({ page, open, server }) => {
    const text = (words) => page.locator("hallway-planner .list").getByText(words);
    server.set("/lazy/plans.js", { status: 404, body: "" });
    await open(sample);
    await settled(page);
    await starAll(page, [script, timetable]);
    await go(page, "#/best-plan");
    await text("The search for the best plan didn't get through.").waitFor();
    server.set("/lazy/plans.js", { file: join(siteFolder, "lazy/plans.js"), type: "text/javascript" });
    await page.getByRole("button", { name: "Try again" }).click();
    await text("From your stars, 1 of 2 fit.").waitFor();
  });

browserTest("the best plan is proposed, used, taken back at once, and kept over a reload",
  { context: { ...phone, bypassCSP: true } }, async ({ page, open }) => {
    await open(sample);
    await settled(page);
    await starAll(page, [script, timetable, map]);
    await go(page, "#/plan?day=2027-05-20");
    assert.equal(await groups(page).count(), 1);
    await page.getByRole("link", { name: "Plan it for me" }).tap();
    await settled(page);
    await page.getByText("From your stars, 2 of 3 fit.").waitFor();
    assert.equal(await page.getByText(/^Looking for/).count(), 0, "settled is found");
    assert.deepEqual(await faults(page), []);
    const heading = page.getByRole("heading", { name: "Left out, and why" });
    assert.equal(await heading.count(), 1);
    await page.getByRole("button", { name: "Use this plan" }).tap();
    await settled(page);
    assert.match(page.url(), /#\/plan/);
    assert.equal(await groups(page).count(), 0);
    assert.ok(await page.locator(".mark-going").count() > 0);
    await page.reload();
    await settled(page);
    assert.equal(await groups(page).count(), 0);

    await go(page, "#/best-plan");
    assert.equal(await page.getByText("Nothing has to be decided.").count(), 1);
    await go(page, "#/plan?day=2027-05-20");
    while (await page.locator(".mark-going").count() > 0) await undo(page);
    assert.equal(await groups(page).count(), 1);
    assert.equal(await page.locator(".timed-card").count(), 3);
  });

const congress = await sharedFile("programs/39c3-2025.c3voc.json");
const skip = congress === null ? "needs ../shared/programs" : undefined;
const workshop = "810e6683-87bb-4f68-a857-f8a601b432dd";
const talks = ["c9f5a6df-6c79-5492-b3e0-110347358445", "f9204594-d3f2-5c45-ba71-542a99eb9e5d",
  "c8fe18e8-6cd5-5354-aad7-1a51e64fd529"];

browserTest("task 5: a workshop against three talks", { context: { ...phone, bypassCSP: true }, skip },
  async ({ page, server }) => {
    server.set("/39c3.json", { body: congress, type: "application/json" });
    await page.goto(server.url("/?program=/39c3.json#/program"));
    await settled(page);
    for (const key of [workshop, ...talks]) {
      await go(page, `#/session/${key}`);
      await page.locator("hallway-planner .star-button").tap();
      await settled(page);
    }
    await go(page, "#/plan?day=2025-12-28");
    assert.equal(await groups(page).count(), 1, "one group, not three notices");
    assert.match(await groups(page).textContent(), /^You can't be at all 4\./);
    await groups(page).getByRole("link", { name: "Compare at 13:30" }).tap();
    await settled(page);
    assert.deepEqual(await packages(page).evaluateAll((found) =>
      found.map((each) => each.querySelectorAll(".timed-card").length).sort()), [1, 3]);
    assert.deepEqual(await faults(page), []);

    const alone = packages(page).filter({ has: page.getByRole("button", { name: "I'm going to this one" }) });
    await alone.getByRole("button", { name: "I'm going to this one" }).tap();
    await settled(page);
    // Chaospager is the one in the middle: 14:45 to 15:25.
    const away = page.getByRole("button", { name: "I'll slip out from 14:45 to 15:25" });
    await away.tap();
    await settled(page);
    assert.equal(await away.getAttribute("aria-pressed"), "true");
    await go(page, "#/plan?day=2025-12-28");
    const shown = cardOf(page, /Arduino/);
    assert.match(await shown.textContent(), /Going.*Away from 14:45 to 15:25/s);
    const middle = cardOf(page, /Chaospager/);
    assert.equal(await middle.locator(".mark-overlap").count(), 0, "both can be attended");

    await undo(page);
    assert.doesNotMatch(await shown.textContent(), /Away/, "one step back");
    assert.match(await shown.textContent(), /Going/);
    await page.reload();
    await settled(page);
    await undo(page);
    assert.equal(await page.locator(".mark-going").count(), 0, "and one more after a reload");
    assert.equal(await page.locator(".timed-card").count(), 4, "four open stars");
    assert.equal(await groups(page).count(), 1);
  });

// --- task 4: a back-to-back Saturday

const widget = await sharedFile("programs/pydata-london-2023.pretalx-widget-v2.json");

/** A conference of Hallway's own format, of what a pretalx widget publishes. It has no codes for breaks. */
function programOf({ talks, rooms, timezone }) {
  const word = (text) => (typeof text === "string" ? text : text.en);
  return {
    format: "hallway-program/1",
    conference: { id: "pydata-london-2023", title: "PyData London 2023", zone: timezone },
    rooms: rooms.map(({ id, name }) => ({ id: String(id), name: word(name) })),
    sessions: talks.map(({ code, title, start, end, room }, i) => ({
      id: code ?? `break-${i}`,
      title: word(title),
      kind: code === undefined ? "Break" : "Talk",
      start, end, room: String(room),
    })),
  };
}

browserTest("task 4: a back-to-back Saturday",
  { context: { viewport: { width: 1440, height: 900 } },
    skip: widget === null ? "needs ../shared/programs" : undefined },
  async ({ page, server }) => {
    server.set("/pydata.json", { body: JSON.stringify(programOf(JSON.parse(widget))), type: "application/json" });
    await page.goto(server.url("/?program=/pydata.json#/program?day=2023-06-03"));
    await settled(page);
    for (const name of ["Break & Snacks", "Break & Snack", "Lunch"])
      assert.equal(await page.getByRole("link", { name, exact: true }).count(), 1, `${name} stands once`);
    const wanted = ["Causal modelling", "Code Smells in Data Science", "Green software",
      "Event Driven Machine Learning", "Pandas 2, Dask or Polars"];
    for (const title of [...wanted, "Lightning Talks"]) {
      await tabTo(page, new RegExp(`^Star: ${title}`));
      await press(page, "Space");
    }
    assert.equal(await starred(page).count(), 6);
    assert.equal(await notices(page).count(), 0, "none clashes");

    await go(page, "#/plan?day=2023-06-03");
    const shown = await page.locator("hallway-planner .cards").innerText();
    assert.doesNotMatch(shown, /You'd miss|Tight|Given \d+ times/);
    assert.equal(await page.getByText(/^Straight after/).count(), 3, "10:55, 11:40 and 15:40");
    assert.equal(await groups(page).count(), 0);
    await tabTo(page, "Plan it for me");
    await press(page, "Enter");
    assert.match(page.url(), /#\/best-plan/);
    await page.getByText("From your stars, 6 of 6 fit.").waitFor();
  });

// --- task 7: the room is full

const [keynote, tides] = ["The city is a workshop that never closes", "Tide tables for beginners"];

browserTest("task 7: the room is full", { context: { ...phone, bypassCSP: true } }, async ({ page, open }) => {
  // The keynote is over at 10:15; from its nearer hall, the mill's, it is 5 minutes to the boat shed, where the talk
  // begins at 10:30.
  await open(`${sample.replace("?", "?now=2027-05-20T10:24&")}#/program`);
  await settled(page);
  await starAll(page, [keynote, tides]);
  await go(page, "#/now");
  const card = page.locator("hallway-planner .now-next");
  const headline = card.locator(".now-headline");
  assert.match(await headline.textContent(), /^Leave in 1 min for Slipway\./);
  const { y, height } = await card.getByRole("button", { name: "Room full?" }).boundingBox();
  assert.ok(y + height < phone.viewport.height, "on the card, without scrolling");
  assert.ok(await headline.evaluate((node) => parseFloat(getComputedStyle(node).fontSize)) >= 24, "at arm's length");

  await card.getByRole("button", { name: "Room full?" }).tap();
  await settled(page);
  assert.deepEqual(await faults(page), []);
  const offers = card.getByRole("button", { name: /^Go there: / });
  const count = await offers.count();
  assert.ok(count >= 1 && count <= 3, `${count} are offered`);
  assert.equal(await card.getByText(`${tides} stays starred.`).count(), 1);
  const taken = (await offers.first().getAttribute("aria-label")).replace("Go there: ", "");
  await offers.first().tap();
  await settled(page);
  assert.match(await notices(page).textContent(), new RegExp(`^Going to ${taken}`));
  assert.match(await card.textContent(), new RegExp(taken));
  await go(page, "#/plan?day=2027-05-20");
  const planned = cardOf(page, taken);
  assert.equal(await planned.locator(".mark-going").count(), 1);
  assert.equal(await cardOf(page, tides).count(), 1, "the lost one stays");

  await undo(page);
  assert.equal(await planned.count(), 0, "one undo takes all of it back");
  assert.equal(await page.locator(".mark-going").count(), 0);
});
