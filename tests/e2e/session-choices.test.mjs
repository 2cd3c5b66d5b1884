// What is chosen on a session's page: by keys and by touch, kept whatever happens to the page, the same in two tabs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { faults } from "./support/axe.mjs";
import { browserTest, makeProfile, startKillable, startServer } from "./support/browser.mjs";
import { settled } from "./support/planner.mjs";

const program = "/programs/qcon-london-2012.json";
const title = "Fault tolerance, anomaly detection, and anticipation patterns";
const before = "&now=2012-03-06T09:00";
const after = "&now=2012-03-10T09:00";

const note = (page) => page.getByRole("textbox", { name: "My note" });
const level = (page, name) => page.getByRole("radio", { name, exact: true });

async function openSession(page, origin, now = before) {
  await page.goto(`${origin}/?program=${program}${now}#/program`);
  await settled(page);
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await settled(page);
  await note(page).waitFor();
}
const star = (page) => page.locator(".detail").getByRole("button", { name: `Star: ${title}` });

browserTest("how keen is chosen by keys, and undone step by step", async ({ page, server }) => {
  await openSession(page, server.origin);
  assert.equal(await page.getByRole("radio").count(), 0, "nothing is asked before it is starred");
  await star(page).focus();
  await page.keyboard.press("Space");
  await page.getByRole("radiogroup", { name: "How keen" }).waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await level(page, "Want to").evaluate((radio) => radio === radio.getRootNode().activeElement), true,
    "Tab goes to the one that is chosen");
  await page.keyboard.press("ArrowLeft");
  await settled(page);
  assert.equal(await level(page, "Must see").getAttribute("aria-checked"), "true");
  assert.equal(await level(page, "Must see").evaluate((radio) => radio === radio.getRootNode().activeElement), true);
  await page.keyboard.press("ArrowLeft");
  await settled(page);
  assert.equal(await level(page, "Maybe").getAttribute("aria-checked"), "true", "it goes round");
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 1);
  await page.keyboard.press("Control+z");
  await settled(page);
  assert.equal(await level(page, "Must see").getAttribute("aria-checked"), "true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await page.getByRole("button", { name: "Not for me", pressed: true }).count(), 1);
  assert.equal(await star(page).getAttribute("aria-pressed"), "false");
});

const phone = { context: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } };
browserTest("all is there by touch at 320 px, and nothing is cut off", phone, async ({ page, server }) => {
  await openSession(page, server.origin, after);
  await star(page).tap();
  await level(page, "Must see").tap();
  await page.getByRole("radio", { name: "4, Great" }).tap();
  await page.getByRole("button", { name: "I was there" }).tap();
  await settled(page);
  assert.equal(await level(page, "Must see").getAttribute("aria-checked"), "true");
  assert.equal(await page.getByRole("radio", { name: "4, Great" }).getAttribute("aria-checked"), "true");
  const wide = await page.locator(".detail .scroller").evaluate((box) => box.scrollWidth - box.clientWidth);
  assert.equal(wide, 0, "nothing scrolls sideways");
  for (const button of await page.locator(".detail").getByRole("radio").all()) {
    const { height } = await button.boundingBox();
    assert.ok(height >= 44, "large enough for a thumb");
  }
});

test("a note outlives a browser that is killed a second after typing stopped", { timeout: 120_000 }, async () => {
  const site = await startServer();
  const profile = await makeProfile();
  try {
    const first = await startKillable(profile.folder);
    await openSession(first.page, site.origin);
    await note(first.page).pressSequentially("Ask about pagers\nand tea");
    await new Promise((done) => { setTimeout(done, 1000); });
    await first.kill();
    const second = await startKillable(profile.folder);
    try {
      await openSession(second.page, site.origin);
      assert.equal(await note(second.page).inputValue(), "Ask about pagers\nand tea");
    } finally {
      await second.kill();
    }
  } finally {
    await profile.remove();
    await site.close();
  }
});

browserTest("a note is kept when the page goes before typing has paused", async ({ page, server }) => {
  await openSession(page, server.origin);
  await note(page).fill("typed and left");
  await page.goBack();
  await settled(page);
  await page.goForward();
  await settled(page);
  assert.equal(await note(page).inputValue(), "typed and left");
  await note(page).fill("typed and reloaded");
  await page.reload();
  await settled(page);
  assert.equal(await note(page).inputValue(), "typed and reloaded");
});

browserTest("two tabs agree on a note, but what is being typed wins", async ({ page, context, server }) => {
  await openSession(page, server.origin);
  const other = await context.newPage();
  await openSession(other, server.origin);
  await note(other).fill("from the other tab");
  await settled(other);
  await page.waitForFunction(() => document.querySelector("hallway-planner").shadowRoot
    .querySelector("textarea").value === "from the other tab");
  // Typing here has not paused when the other tab's text arrives.
  await note(page).fill("mine");
  await note(other).fill("theirs");
  await note(other).blur();
  await settled(page);
  assert.equal(await note(page).inputValue(), "mine");
  await other.waitForFunction(() => document.querySelector("hallway-planner").shadowRoot
    .querySelector("textarea").value === "mine");
});

for (const presentation of ["", "&presentation=html"]) {
  const name = presentation === "" ? "with pictures" : "as a plain page";
  const options = { context: { bypassCSP: true } };
  browserTest(`axe finds nothing on a session with all its choices, ${name}`, options, async ({ page, server }) => {
    await openSession(page, server.origin, after + presentation);
    await star(page).click();
    await note(page).fill("A note");
    await settled(page);
    assert.deepEqual(await faults(page), []);
  });
}
