// Each screen as it is used without a pointer: by keys, by what assistive technologies get, and left alone.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { countCalls, expectIdle } from "./support/calls.mjs";
import { press } from "./support/keys.mjs";
import { settled } from "./support/planner.mjs";
import { screens } from "./support/screens.mjs";
import { matchesSnapshot } from "./support/snapshot.mjs";

const sizes = {
  phone: { viewport: { width: 390, height: 844 } },
  desktop: { viewport: { width: 1440, height: 900 } },
};
/** What the pages say of the age of the program is kept with them; timers run all the same. */
const readAt = new Date("2027-03-01T12:00:00Z");
/** Long lists go on as they began. */
const stopsMax = 60;

/** What Tab should come to, in the order of the document: their names, of the panes that are shown. */
const stopsOf = (page) => page.evaluate(() => {
  const root = document.querySelector("hallway-planner").shadowRoot;
  const scope = root.querySelector("dialog[open]") ?? root;
  return [...scope.querySelectorAll("a[href], button, input, textarea, [tabindex]")]
    .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
    .map((element) => element.getAttribute("aria-label") ?? element.textContent.trim());
});

/** Goes from stop to stop: each can be seen, has a ring around it and a name, and none is passed over or a trap. */
async function walk(page) {
  const wanted = await stopsOf(page);
  const found = [];
  let turns = 0;
  while (found.length < Math.min(wanted.length, stopsMax)) {
    const stop = await press(page, "Tab");
    if (stop.tag === "body" || stop.tag === "html") {
      // From the last stop it goes to the browser's own controls, and comes back to the first.
      turns += 1;
      assert.ok(turns <= 1, `the focus fell out after ${found.at(-1)}`);
      continue;
    }
    const remark = `${stop.tag} "${stop.name}" after "${found.at(-1) ?? "the start"}"`;
    assert.notEqual(stop.name, "", remark);
    assert.ok(stop.hasRing, `a ring: ${remark}`);
    assert.ok(stop.isShown, `it can be seen: ${remark}`);
    assert.ok(stop.isClear, `nothing lies over it: ${remark}`);
    // A field of a time has stops of its own: hours, minutes, and the browser's button.
    if (stop.tag !== "input" || stop.name !== found.at(-1)) found.push(stop.name);
  }
  return { wanted: wanted.toSorted(), found };
}

for (const [size, context] of Object.entries(sizes)) {
  for (const [screen, { address, hash, act, showsMinute }] of Object.entries(screens)) {
    browserTest(`${screen} by keys, as a tree, and at rest: ${size}`,
      { context, expectedErrors: [/Failed to load resource/] }, async ({ page, open }) => {
        await page.clock.setFixedTime(readAt);
        await page.addInitScript(countCalls);
        await open(`${address}${hash}`);
        await settled(page);
        if (act) await act(page);
        await settled(page);
        if (size === "phone") await matchesSnapshot(page, `screens/${screen.replaceAll(" ", "-")}`, "");
        await expectIdle(page, { minutes: showsMinute });
        const { wanted, found } = await walk(page);
        if (wanted.length <= stopsMax) assert.deepEqual(found.toSorted(), wanted);
      });
  }
}
