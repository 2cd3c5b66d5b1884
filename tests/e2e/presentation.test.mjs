// The picture is given up at once, and nothing with it, when the browser or the person cannot have it.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { placesOfRows, unreadable } from "./support/layout.mjs";
import { longProgram, serveLongProgram } from "./support/long-program.mjs";
import { sample, settled, starOf, starred } from "./support/planner.mjs";

const sizes = {
  phone: { viewport: { width: 390, height: 844 } },
  tablet: { viewport: { width: 820, height: 1180 } },
  desktop: { viewport: { width: 1440, height: 900 } },
};

const picture = (page) => page.locator("hallway-planner .list.canvas");
const scroller = (page) => page.locator("hallway-planner .list .scroller");
const wide = `:is(*, #_) { letter-spacing: .12em !important; word-spacing: .16em !important }
  :is(*, #_) { line-height: 1.5 !important } p { margin-bottom: 2em !important }`;
/** Twice the size that each height of lines stands for. */
const large = [[16, 26], [20, 28], [22, 32], [24, 32], [28, 40], [36, 52]]
  .map(([line, size]) => `.line-${line} { font-size: ${size}px !important }`).join(" ")
  + " .probe, input { font-size: 32px !important }";

/** Gives the whole page, or each element of the planner as well, another style, as readers' tools do. */
const restyle = (page, css, inPlanner) => page.evaluate(([text, deep]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const scopes = [document, ...(deep ? [document.querySelector("hallway-planner").shadowRoot] : [])];
  for (const scope of scopes) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
}, [css, inPlanner]);

const translate = (page) => page.evaluate(() => {
  document.documentElement.classList.add("translated-ltr");
  for (const title of document.querySelector("hallway-planner").shadowRoot.querySelectorAll(".row-title")) {
    const font = document.createElement("font");
    font.textContent = `Übersetzter Titel, etwas länger: ${title.textContent}`;
    title.replaceChildren(font);
  }
});

const loseContext = (page) => page.evaluate(() => {
  const canvas = document.querySelector("hallway-planner").shadowRoot.querySelector("canvas.picture");
  window.loss = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
  window.loss.loseContext();
});

/** What takes the picture away; `mayBeCut`: nothing else has changed, so long titles end in an ellipsis as drawn. */
const causes = {
  "a lost context": {
    begin: loseContext,
    end: (page) => page.evaluate(() => window.loss.restoreContext()),
    mayBeCut: true,
  },
  "forced colours": {
    begin: (page) => page.emulateMedia({ forcedColors: "active" }),
    end: (page) => page.emulateMedia({ forcedColors: "none" }),
  },
  "a translated page": { begin: translate },
  "changed text, without a mark on the page": {
    begin: (page) => page.evaluate(() => {
      const title = document.querySelector("hallway-planner").shadowRoot.querySelector(".row-title");
      title.firstChild.data = "Ein anderer Titel";
    }),
  },
  "spacing of text that the page inherits": { begin: (page) => restyle(page, wide, false) },
  "spacing of all text (WCAG 1.4.12)": { begin: (page) => restyle(page, wide, true) },
  // The head grows with it, and leaves less of the list in view.
  "text of twice the size": { begin: (page) => restyle(page, large, true), mayLeaveView: true },
  "Plain page": {
    begin: (page) => page.getByRole("button", { name: "Plain page" }).evaluate((button) => button.click()),
    end: (page) => page.getByRole("button", { name: "Plain page" }).evaluate((button) => button.click()),
  },
};

/** A place in the middle of things: another day, two stars, scrolled, a row with the focus. */
async function prepare({ page, open }) {
  await open(`${sample}#/program?day=2027-05-21`);
  await settled(page);
  for (const title of ["Forty drawers", "Lunch"]) await starOf(page, title).click();
  await settled(page);
  await starOf(page, "Lunch").focus();
  await page.keyboard.press("Shift+Tab");
  await scroller(page).evaluate((element) => { element.scrollTop += 60; });
  await settled(page);
  assert.equal(await picture(page).count(), 1, "a picture before");
  return stateOf(page);
}

const stateOf = async (page) => ({
  stars: await starred(page).count(),
  hash: new URL(page.url()).hash,
  ...await page.evaluate(() => {
    const root = document.querySelector("hallway-planner").shadowRoot;
    const row = root.activeElement?.closest("li");
    const view = root.querySelector(".list .scroller").getBoundingClientRect();
    const box = row?.getBoundingClientRect();
    return {
      focus: row?.querySelector("a").getAttribute("href"),
      isInView: box !== undefined && box.top >= view.top && box.bottom <= view.bottom,
    };
  }),
});

for (const [cause, { begin, end, mayBeCut = false, mayLeaveView = false }] of Object.entries(causes)) {
  for (const [size, context] of Object.entries(sizes)) {
    browserTest(`${cause}: readable at once, and nothing is lost: ${size}`, { context }, async ({ page, open }) => {
      const before = await prepare({ page, open });
      await begin(page);
      await picture(page).waitFor({ state: "detached", timeout: 1000 });
      await settled(page);
      assert.deepEqual((await page.evaluate(unreadable, { mayBeCut })).slice(0, 12), []);
      const after = await stateOf(page);
      assert.deepEqual({ ...after, isInView: after.isInView || mayLeaveView }, before);
      await starOf(page, "Tea").evaluate((star) => star.click());
      await settled(page);
      assert.equal(await starred(page).count(), before.stars + 1, "it still works");
      if (!end) return;
      await end(page);
      await picture(page).waitFor();
      await settled(page);
      assert.deepEqual(await stateOf(page), { ...before, stars: before.stars + 1 });
    });
  }
}

for (const [size, context] of Object.entries(sizes)) {
  browserTest(`without WebGL everything is there as HTML: ${size}`, { context, flags: ["--disable-3d-apis"] },
    async ({ page, open }) => {
      await open(sample);
      await settled(page);
      assert.equal(await picture(page).count(), 0);
      assert.deepEqual(await page.evaluate(unreadable, { mayBeCut: true }), []);
      await starOf(page, "Doors open").click();
      await page.getByRole("link", { name: "Morning walk along the water" }).click();
      await page.getByRole("heading", { level: 2, name: "Morning walk along the water" }).waitFor();
      await page.goBack();
      await settled(page);
      assert.equal(await starred(page).count(), 1);
    });

  browserTest(`nothing moves when the picture goes, nor when it takes over: ${size}`, { context },
    async ({ page, open }) => {
      await open(sample);
      await settled(page);
      const drawn = await page.evaluate(placesOfRows);
      await page.evaluate(() => {
        const shifts = [];
        const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
        observer.observe({ type: "layout-shift" });
        window.shifts = () => [...shifts, ...observer.takeRecords()].map(({ value }) => value);
      });
      await loseContext(page);
      await picture(page).waitFor({ state: "detached" });
      await settled(page);
      const html = await page.evaluate(placesOfRows);
      assert.ok(drawn.length > 60);
      assert.deepEqual(html.map(({ row }) => row), drawn.map(({ row }) => row));
      const moved = html.map((row, index) => ({ ...row, before: drawn[index].texts })).filter(({ texts, before }) =>
        texts.some(([x, y], part) => Math.abs(x - before[part][0]) > 1 || Math.abs(y - before[part][1]) > 1));
      assert.deepEqual(moved, []);
      await page.evaluate(() => window.loss.restoreContext());
      await picture(page).waitFor();
      await settled(page);
      assert.deepEqual(await page.evaluate(placesOfRows), drawn);
      assert.deepEqual(await page.evaluate(() => window.shifts()), []);
    });
}

browserTest("print has all rows of the day, and the picture comes back", { context: sizes.desktop },
  async ({ page, open }) => {
    await prepare({ page, open });
    const rows = await page.getByRole("listitem").count();
    await page.emulateMedia({ media: "print" });
    await picture(page).waitFor({ state: "detached", timeout: 1000 });
    assert.deepEqual(await page.evaluate(unreadable, { mayBeCut: false }), []);
    const shown = await page.evaluate(() => {
      const root = document.querySelector("hallway-planner").shadowRoot;
      const all = [...root.querySelectorAll(".rows > li")].map((row) => row.getBoundingClientRect());
      return { rows: all.filter(({ height }) => height > 20).length, end: all.at(-1).bottom,
        page: document.documentElement.scrollHeight };
    });
    assert.equal(shown.rows, rows);
    assert.ok(shown.page >= shown.end - 1, `the page is as long as the list: ${shown.page}, ${shown.end}`);
    await page.emulateMedia({ media: "screen" });
    await picture(page).waitFor();
  });

browserTest("print has all rows of a long day", { context: sizes.desktop }, async ({ page, server, open }) => {
  const sessions = 1000;
  serveLongProgram(server, sessions);
  await open(longProgram);
  await settled(page);
  const titlesInView = () => page.locator(".rows > li .row-title").evaluateAll((links) =>
    links.filter((link) => link.checkVisibility({ visibilityProperty: true }) && link.clientWidth > 0).length);
  assert.ok(await titlesInView() < sessions);
  await page.emulateMedia({ media: "print" });
  await page.waitForFunction(() => {
    const root = document.querySelector("hallway-planner").shadowRoot;
    return root.querySelectorAll(".rows > li .star").length === 1000;
  }, null, { timeout: 5000 });
  assert.equal(await titlesInView(), sessions);
  await page.emulateMedia({ media: "screen" });
  await picture(page).waitFor();
});

const narrow = { viewport: { width: 320, height: 568 } };
browserTest("320 px are wide enough", { context: narrow }, async ({ page, open }) => {
  for (const address of ["/?presentation=html", `${sample}&presentation=html`]) {
    await open(address);
    await settled(page);
    assert.deepEqual(await page.evaluate(unreadable, { mayBeCut: false }), []);
  }
  await page.getByRole("link", { name: "Forty drawers" }).click();
  await settled(page);
  assert.deepEqual(await page.evaluate(unreadable, { mayBeCut: false }), []);
});
