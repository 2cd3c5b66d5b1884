// A person with a keyboard alone.

import assert from "node:assert/strict";
import { settled } from "./planner.mjs";

/** What has the focus: its role or tag, its name, where it is, and whether a ring is around it. */
export const focused = (page) => page.evaluate(() => {
  const root = document.querySelector("hallway-planner").shadowRoot;
  const element = root.activeElement;
  if (!element) return { tag: document.activeElement?.tagName.toLowerCase() ?? "", name: "" };
  // A link that stands for its whole card or row has the ring around that.
  const ringed = [[element], [element, "::after"], [element.closest("li")]].find(([each, part]) => {
    const style = each && getComputedStyle(each, part);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const { x, y, width, height } = element.getBoundingClientRect();
  const head = element.closest(".slot")?.querySelector(".slot-head").getBoundingClientRect();
  const view = element.closest(".scroller")?.getBoundingClientRect();
  // The ring of a star is this far within its hit area.
  const inset = element.matches(".star") ? 4 : 0.5;
  const top = Math.max(view?.top ?? 0, element.closest("li") && head ? head.bottom : 0);
  const isClear = y >= top - inset && y + height <= (view?.bottom ?? innerHeight) + inset;
  return {
    tag: element.tagName.toLowerCase(),
    name: element.getAttribute("aria-label") ?? element.textContent.trim(),
    hasRing: ringed !== undefined && element.matches(":focus-visible, input:focus-within"),
    isClear,
    isShown: width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true }),
    place: [x, y],
  };
});

export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
  const found = await focused(page);
  return found;
}

/** Presses Tab until the name is reached; every stop on the way has a ring. */
export async function tabTo(page, name, key = "Tab") {
  for (let count = 1; count <= 200; count += 1) {
    const found = await press(page, key);
    if (found.tag !== "body") assert.equal(found.hasRing, true, `a ring around ${found.name}`);
    if (typeof name === "string" ? found.name === name : name.test(found.name)) return { ...found, count };
  }
  throw new Error(`Tab never comes to ${name}`);
}
