// The host's page gives the planner its accent and font, in both presentations, and what cannot be read is mended.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { decodePng } from "./support/png.mjs";
import { qcon, settled, stars } from "./support/planner.mjs";

const phone = { viewport: { width: 390, height: 844 } };

const set = async (page, properties) => {
  await page.evaluate((given) => {
    for (const [name, value] of Object.entries(given)) {
      document.querySelector("hallway-planner").style.setProperty(name, value);
    }
  }, properties);
  await settled(page);
};
const tokens = (page, ...names) => page.evaluate((wanted) => {
  const style = getComputedStyle(document.querySelector("hallway-planner").shadowRoot.querySelector(".frame"));
  return wanted.map((name) => style.getPropertyValue(`--${name}`).trim());
}, names);
/** Of two "#rrggbb". Source: WCAG 2.2. */
function contrastOf(one, other) {
  const luminance = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
const warnings = (page) => {
  const found = [];
  page.on("console", (message) => { if (message.type() === "warning") found.push(message.text()); });
  return found;
};

for (const colorScheme of ["light", "dark"]) {
  browserTest(`an accent gives all that follows from it, readable everywhere: ${colorScheme}`,
    { context: { ...phone, colorScheme } }, async ({ page, open }) => {
      const told = warnings(page);
      await open(qcon);
      await settled(page);
      for (const accent of ["#ffcc00", "rebeccapurple", "rgb(0 0 0)", "#ffffff", "#00a2ff", "hsl(340 80% 50%)"]) {
        await set(page, { "--hallway-accent": accent });
        const [own, onAccent, ...grounds] =
          await tokens(page, "accent", "on-accent", "bg", "surface", "surface-2", "accent-tint", "accent-tint-2");
        for (const ground of grounds) {
          const ratio = contrastOf(own, ground);
          assert.equal(ratio >= 4.5, true, `${accent}: ${own} on ${ground} is ${ratio}`);
        }
        assert.equal(contrastOf(own, onAccent) >= 4.5, true, `${accent}: ${onAccent} on ${own}`);
      }
      const about = told.filter((text) => text.includes("#ffcc00"));
      assert.equal(about.length, colorScheme === "light" ? 1 : 0, told.join("\n"));
      await set(page, { "--hallway-accent": "#ffcc00" });
      assert.equal(told.filter((text) => text.includes("#ffcc00")).length, about.length, "said once");
      await set(page, { "--hallway-accent": "" });
      assert.deepEqual(await tokens(page, "accent"), [colorScheme === "light" ? "#2754d8" : "#93b1ff"]);
    });
}

browserTest("what is no colour is said and passed over; text that lets the ground through, too", { context: phone },
  async ({ page, open }) => {
    const told = warnings(page);
    await open(qcon);
    await settled(page);
    for (const accent of ["url('javascript:alert(1)')", "rgb(0 0 0 / .2)"]) {
      const warned = page.waitForEvent("console", (message) => message.text().includes("is no colour"));
      await set(page, { "--hallway-accent": accent });
      await warned;
    }
    assert.equal(told.filter((text) => text.includes("is no colour")).length, 2);
    assert.deepEqual(await tokens(page, "accent"), ["#2754d8"]);
  });

browserTest("the picture has the host's accent", { context: phone }, async ({ page, open }) => {
  await open(qcon);
  await settled(page);
  await set(page, { "--hallway-accent": "#b00020" });
  await stars(page).first().click();
  await settled(page);
  assert.equal(await page.locator(".list.canvas").count(), 1);
  const { x, y, width, height } = await stars(page).first().boundingBox();
  const { w, h, at } = decodePng(await page.screenshot({ clip: { x, y, width, height } }));
  let red = 0;
  for (let row = 0; row < h; row += 1) {
    for (let column = 0; column < w; column += 1) if (at(column, row) === 0xb00020) red += 1;
  }
  assert.equal(red > 20, true, `${red} pixels of the star are in the accent`);
});

browserTest("more contrast is followed live, in the picture, too", { context: phone }, async ({ page, open }) => {
  await open(qcon);
  await settled(page);
  const [text, before] = await tokens(page, "text", "text-3");
  assert.notEqual(before, text);
  await page.emulateMedia({ contrast: "more" });
  await settled(page);
  assert.deepEqual(await tokens(page, "text-3"), [text]);
  await page.emulateMedia({ forcedColors: "active" });
  await page.locator(".list.canvas").waitFor({ state: "detached" });
  await page.emulateMedia({ forcedColors: "none", contrast: "no-preference" });
  await page.locator(".list.canvas").waitFor();
});
