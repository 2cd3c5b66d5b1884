// Text is text, also where it is drawn: it can be selected, copied and found, and links are links.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { longProgram, serveLongProgram } from "./support/long-program.mjs";
import { qcon, sample, settled } from "./support/planner.mjs";

const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1440, height: 900 } };
const presentations = { picture: "", html: "&presentation=html" };

const planner = (page) => page.locator("hallway-planner");
const rowOf = (page, title) => page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title }) });
const copied = async (page) => {
  await page.keyboard.press("Control+c");
  return page.evaluate(() => navigator.clipboard.readText());
};

/** Drags the mouse from the start of one text to the end of another. */
async function select(page, from, to) {
  const [first, last] = [await from.boundingBox(), await to.boundingBox()];
  await page.mouse.move(first.x + 1, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + 20, last.y + last.height / 2, { steps: 4 });
  await page.mouse.move(last.x + last.width - 1, last.y + last.height / 2, { steps: 4 });
  await page.mouse.up();
  await settled(page);
}

for (const [name, more] of Object.entries(presentations)) {
  for (const [size, context] of Object.entries({ phone, desktop })) {
    browserTest(`a selection over several rows is copied with a line for each row: ${name}, ${size}`,
      { context: { ...context, permissions: ["clipboard-read", "clipboard-write"] } }, async ({ page, open }) => {
        await open(`${sample}${more}`);
        await settled(page);
        const room = (title) => rowOf(page, title).getByText(/^(Foyer|Courtyard)/);
        await select(page, room("Badges and first questions"), room("Morning walk along the water"));
        const lines = (await copied(page)).split("\n");
        assert.equal(new URL(page.url()).hash.includes("session"), false, "nothing was opened");
        assert.deepEqual(lines.slice(0, 2), ["Foyer\t10 h", "08:15\t1 still running\t1 session"]);
        assert.match(lines[2], /^Morning walk along the water\t.*Courtyard/);
        assert.equal(lines.length, 3, "no names of buttons");
      });
  }

  browserTest(`a part of one title is copied as it is: ${name}`,
    { context: { ...desktop, permissions: ["clipboard-read", "clipboard-write"] } }, async ({ page, open }) => {
      await open(`${sample}${more}`);
      await settled(page);
      assert.equal(await page.evaluate(() => window.find("walk along")), true);
      assert.equal(await copied(page), "walk along");
    });

  browserTest(`what is found in a full row is selected where it stands: ${name}`, { context: phone },
    async ({ page, open }) => {
      await open(`${sample}${more}`);
      await settled(page);
      const list = page.locator("hallway-planner .list .scroller");
      assert.equal(await list.evaluate(({ scrollTop }) => scrollTop), 0);
      assert.equal(await page.evaluate(() => window.find("Karaoke in eight")), false, "on another day");
      assert.equal(await page.evaluate(() => window.find("workshop that never")), true);
      await settled(page);
      const link = page.getByRole("link", { name: "The city is a workshop that never closes" });
      assert.equal(await selectionIsIn(link), true);
      assert.equal(await page.evaluate(() => window.find("Silver-tongued nothing")), false);
    });

  browserTest(`of 1,000 sessions the one that is found becomes a full row in view: ${name}`, { context: phone },
    async ({ page, open, server }) => {
      serveLongProgram(server);
      await open(`${longProgram}${more}`);
      await settled(page);
      const row = planner(page).locator("li", { has: page.locator("a[href$='/session-986']") });
      assert.equal(await row.getAttribute("hidden"), "until-found");
      assert.equal(await page.evaluate(() => window.find("Session 987:")), true);
      await settled(page);
      assert.equal(await row.getAttribute("hidden"), null);
      assert.equal(await row.getByRole("button", { name: /^Star: Session 987:/ }).count(), 1);
      assert.equal(await selectionIsIn(row.getByRole("link")), true, "what was found is still selected");
      const { y, height } = await row.boundingBox();
      assert.equal(y >= 0 && y + height <= 844, true, `in view: ${y}`);
    });
}

browserTest("a link's address is that of its session, and leads there without our script's help",
  async ({ page, open, newContext }) => {
    await open(qcon);
    await settled(page);
    const link = page.getByRole("link", { name: /^Fault tolerance/ });
    const address = await link.evaluate(({ href }) => href);
    assert.match(address, /\/\?program=.*#\/session\/fault-tolerance-anomaly-detection-and-anticipation-patterns$/);
    const other = await (await newContext()).newPage();
    await other.goto(address);
    await other.getByRole("heading", { level: 2, name: /^Fault tolerance/ }).waitFor();
  });

const selectionIsIn = (locator) => locator.evaluate((element) => {
  const root = element.getRootNode();
  const selection = root.getSelection?.() ?? getSelection();
  return selection.rangeCount > 0 && element.contains(selection.getRangeAt(0).startContainer) && !selection.isCollapsed;
});
