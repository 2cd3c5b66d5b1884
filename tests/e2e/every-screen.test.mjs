// Each screen in both themes, at every width, in both presentations: no fault that a machine can find, nothing cut, and
// targets for fingers.

import assert from "node:assert/strict";
import { faults } from "./support/axe.mjs";
import { browserTest } from "./support/browser.mjs";
import { sample, settled } from "./support/planner.mjs";
import { screens } from "./support/screens.mjs";
import { smallTargets, troubles } from "./support/troubles.mjs";

const touch = { hasTouch: true, isMobile: true, bypassCSP: true };
const sizes = {
  "320 px and twice the text": { viewport: { width: 320, height: 640 }, ...touch },
  phone: { viewport: { width: 390, height: 844 }, ...touch },
  tablet: { viewport: { width: 820, height: 1180 }, ...touch },
  desktop: { viewport: { width: 1440, height: 900 }, bypassCSP: true },
};
/** As a person sets it: the element keeps it for the device. */
async function setTwiceTheText(page, open) {
  await open(`${sample}#/settings`);
  await settled(page);
  await page.getByRole("button", { name: "200 %", exact: true }).click();
  await settled(page);
}

for (const [size, context] of Object.entries(sizes)) {
  for (const [screen, { address, hash, act, sideways }] of Object.entries(screens)) {
    browserTest(`nothing is wrong with ${screen}: ${size}`,
      { context, expectedErrors: [/Failed to load resource/] }, async ({ page, open }) => {
        const isLarge = size.includes("twice");
        if (isLarge) await setTwiceTheText(page, open);
        for (const presentation of ["canvas", "html"]) {
          await page.goto("about:blank");
          await open(`${address}${presentation === "html" ? "&presentation=html" : ""}${hash}`);
          await settled(page);
          if (act) await act(page);
          await settled(page);
          for (const colorScheme of ["light", "dark"]) {
            await page.emulateMedia({ colorScheme });
            await settled(page);
            assert.deepEqual(await faults(page), [], `${presentation}, ${colorScheme}`);
          }
          assert.deepEqual(await troubles(page, { sideways }), [], presentation);
          if (context.hasTouch) assert.deepEqual(await smallTargets(page), [], presentation);
        }
      });
  }
}
