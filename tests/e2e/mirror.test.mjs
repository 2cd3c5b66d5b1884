// The mirror and the style sheet with a made-up core: which elements there are, and that nothing moves when a picture
// takes over.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { flags, listPane } from "./support/fake-list.mjs";
import { openParts } from "./support/modules.mjs";

const rows = [
  { title: "Full disk encryption for Confidential Computing guests", lines: 2, people: "Emanuele Giuseppe Esposito" },
  { title: "Democratise the Fediverse", people: "Matthias Pfefferle", starred: true },
  { title: "تشفير القرص الكامل", people: "לאה כהן", room: "大ホール" },
  { title: "Evolving Git for the next decade", people: "Patrick Steinhardt" },
];
const phone = { context: { viewport: { width: 390, height: 844 } } };
const show = (page, panes, focus = "") => page.evaluate(([tree, on]) => window.parts.show(tree, on), [panes, focus]);
const focused = (page) => page.evaluate(() => {
  const element = window.parts.root.activeElement;
  return element?.ariaLabel ?? element?.textContent ?? "";
});

const everyPane = [
  { key: "header", role: "Pane", kind: "Header", children: [
    { key: "title", role: "Heading", level: 1, style: "page-title", name: "FOSDEM 2026", line: 28 },
    { key: "undo", role: "Button", style: "icon-button", label: "Undo", children: [
      { key: "undo icon", role: "Icon", value: "undo" }] }] },
  { key: "views", role: "Pane", kind: "Views", label: "Views", children: [
    { key: "program", role: "Link", style: "view-link", value: "#/program", flags: flags.current, children: [
      { key: "icon", role: "Icon", value: "list", style: "view-item" },
      { key: "word", role: "Text", name: "Program", line: 16 }] }] },
  { key: "controls", role: "Pane", kind: "Controls", children: [
    { key: "field", role: "SearchField", style: "field", name: "Search FOSDEM 2026", label: "Search the program" }] },
  listPane(rows.slice(0, 2)),
  { key: "notices", role: "Pane", kind: "Notices", children: [
    { key: "status", role: "Status", style: "visually-hidden", name: "2 sessions found" }] },
];
const everyPaneSnapshot = `\
- banner:
  - heading "FOSDEM 2026" [level=1]
  - button "Undo"
- search:
  - searchbox "Search the program"
- navigation "Views":
  - link "Program":
    - /url: "#/program"
- main:
  - region "Sessions":
    - heading "11:00" [level=2]
    - text: 2 sessions
    - list:
      - listitem:
        - link "Full disk encryption for Confidential Computing guests":
          - /url: "#/session/Full%20disk%20encryption%20for%20Confidential%20Computing%20guests"
        - text: Janson · Emanuele Giuseppe Esposito 30 min · Main
        - 'button "Star: Full disk encryption for Confidential Computing guests"'
      - listitem:
        - link "Democratise the Fediverse":
          - /url: "#/session/Democratise%20the%20Fediverse"
        - text: Janson · Matthias Pfefferle 30 min · Main
        - 'button "Star: Democratise the Fediverse" [pressed]'
- status: 2 sessions found`;

browserTest("roles become elements with names", phone, async ({ page, server }) => {
  await openParts({ page, server });
  await show(page, everyPane);
  assert.equal(await page.locator("#host").ariaSnapshot(), everyPaneSnapshot);
});

/** Where each text stands, by presentation. */
function places(page) {
  return page.evaluate(() => [...window.parts.root.querySelectorAll(".rows .node, .slot-head .node")]
    .filter((element) => element.matches("li") || element.firstChild?.nodeType === 3 || element.matches("button"))
    .map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [line] = element.matches("li, button") ? [element.getBoundingClientRect()] : range.getClientRects();
      return { what: `${element.className.split(" ")[1]} ${element.textContent}`, x: line.x, y: line.y };
    }));
}

for (const [name, options, layout] of [
  ["phone", { context: { viewport: { width: 390, height: 844 } } }, 0],
  ["phone at DPR 2", { context: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 } }, 0],
  ["phone, right to left", { context: { viewport: { width: 390, height: 844 } } }, 0],
  ["tablet", { context: { viewport: { width: 820, height: 1180 } } }, 1],
  ["tablet, right to left", { context: { viewport: { width: 820, height: 1180 } } }, 1],
]) {
  browserTest(`no text moves when a picture takes over: ${name}`, options, async ({ page, server }) => {
    await openParts({ page, server });
    await page.evaluate(([at, rightToLeft]) => window.parts.arrange(at, rightToLeft, false, false),
      [layout, name.includes("right")]);
    const w = layout === 0 ? 390 : 820 - 88;
    await show(page, [listPane(rows, { w, wide: layout > 0 })]);
    const asHtml = await places(page);
    await page.evaluate(() => window.parts.frame.panes[3].present(true));
    assert.equal(await page.evaluate(() => window.parts.frame.panes[3].isCanvas), true);
    assert.deepEqual(await places(page), asHtml);
    assert.ok(asHtml.length > 20);
  });
}

browserTest("what stays keeps the focus when the list changes around it", phone, async ({ page, server }) => {
  await openParts({ page, server });
  await show(page, [listPane(rows)]);
  await page.getByRole("button", { name: "Star: Democratise the Fediverse" }).focus();
  await show(page, [listPane([rows[1], rows[3]])]);
  assert.equal(await focused(page), "Star: Democratise the Fediverse");
  await show(page, [listPane([rows[3], rows[0], rows[1], rows[2]])]);
  assert.equal(await focused(page), "Star: Democratise the Fediverse");
  const order = await page.getByRole("link").allTextContents();
  assert.deepEqual(order, [rows[3], rows[0], rows[1], rows[2]].map(({ title }) => title));
});

browserTest("the core gives the focus, but takes none from the rest of the page", phone, async ({ page, server }) => {
  await openParts({ page, server });
  await show(page, [listPane(rows)], "link Democratise the Fediverse");
  assert.equal(await focused(page), "Democratise the Fediverse");
  await page.evaluate(() => {
    const other = document.body.appendChild(document.createElement("input"));
    other.focus();
  });
  await show(page, [listPane(rows)], "link Evolving Git for the next decade");
  assert.equal(await page.evaluate(() => document.activeElement.localName), "input");
});

browserTest("a row that find-in-page selected stays selected when it becomes full", phone, async ({ page, server }) => {
  await openParts({ page, server });
  await show(page, [listPane(rows.map((row, index) => ({ ...row, untilFound: index > 0 })))]);
  assert.equal(await page.getByRole("link").count(), 1);
  await page.evaluate(() => {
    const text = window.parts.root.querySelectorAll("a")[1].firstChild;
    const from = text.data.indexOf("Fediverse");
    getSelection().setBaseAndExtent(text, from, text, text.length);
  });
  await show(page, [listPane(rows)]);
  assert.equal(await page.evaluate(() => getSelection().toString()), "Fediverse");
});

browserTest("what is being typed wins over what the core knew of it", phone, async ({ page, server }) => {
  await openParts({ page, server });
  const controls = (value) => [{ key: "controls", role: "Pane", kind: "Controls", children: [
    { key: "field", role: "SearchField", style: "field", name: "Search", label: "Search", value }] }];
  await show(page, controls(""));
  const field = page.getByRole("searchbox");
  await field.fill("ab");
  await page.evaluate(() => {
    const { mirror, root } = window.parts;
    mirror.typed(mirror.at(root.querySelector("input")), "ab");
  });
  await field.fill("abc");
  await show(page, controls("ab"));
  assert.equal(await field.inputValue(), "abc");
  await show(page, controls(""));
  assert.equal(await field.inputValue(), "", "the core cleared it");
});

browserTest("a translator's elements give way to new text", phone, async ({ page, server }) => {
  await openParts({ page, server });
  await show(page, [listPane(rows)]);
  await page.evaluate(() => {
    const link = window.parts.root.querySelector("a");
    const font = document.createElement("font");
    font.textContent = "Festplattenverschlüsselung";
    link.replaceChildren(font);
  });
  await show(page, [listPane([{ ...rows[0] }, rows[1]])]);
  const link = page.getByRole("link").first();
  assert.equal(await link.textContent(), rows[0].title);
});

browserTest("texts become as wide as the picture's", phone, async ({ page, server }) => {
  await openParts({ page, server });
  await show(page, [listPane(rows)]);
  const spacing = await page.evaluate(() => {
    const { mirror, root } = window.parts;
    mirror.fit((text) => (text.startsWith("Evolving") ? 3 : 0.5), () => false);
    return [...root.querySelectorAll("a")].map((link) => link.style.letterSpacing);
  });
  assert.deepEqual(spacing.slice(0, 3), ["", "", ""]);
  assert.equal(Number.parseFloat(spacing[3]), Number((-3 / rows[3].title.length).toFixed(4)));
});

const choosing = (text, chosen) => [{ key: "detail", role: "Pane", kind: "Detail", label: "A session", children: [
  { key: "group", role: "RadioGroup", label: "How keen", children: ["Must see", "Want to"].map((name) => ({
    key: name, role: "Radio", name, flags: name === chosen ? flags.pressed | flags.tabStop : 0 })) },
  { key: "note", role: "TextArea", label: "My note", style: "note-field", value: text }] }];

browserTest("radios and a text area are what their roles say", phone, async ({ page, server }) => {
  await openParts({ page, server });
  await show(page, choosing("first", "Want to"));
  assert.equal(await page.getByRole("radiogroup", { name: "How keen" }).count(), 1);
  assert.equal(await page.getByRole("radio", { name: "Want to", checked: true }).getAttribute("tabindex"), "0");
  assert.equal(await page.getByRole("radio", { name: "Must see", checked: false }).getAttribute("tabindex"), "-1");
  const note = page.getByRole("textbox", { name: "My note" });
  assert.equal(await note.inputValue(), "first");
  await show(page, choosing("second", "Must see"));
  assert.equal(await note.inputValue(), "second");
  assert.equal(await page.getByRole("radio", { name: "Must see", checked: true }).getAttribute("tabindex"), "0");
});
