// What assistive technologies get: the same in both presentations, and without a fault that a machine can find.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { contrastsOfPicture } from "./support/contrast.mjs";
import { matchesSnapshot } from "./support/snapshot.mjs";
import { qcon, sample, settled } from "./support/planner.mjs";

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };
const notFound = [/Failed to load resource/];

/** Small enough to be read as a text. */
const routes = {
  "program": (more) => `${qcon}${more}`,
  "unscheduled": (more) => `${sample}${more}#/program?day=none`,
  "session": (more) =>
    `${qcon}${more}#/session/fault-tolerance-anomaly-detection-and-anticipation-patterns`,
  "session-gone": (more) => `${qcon}${more}#/session/no-such-session`,
  "chooser": (more) => `/?${more}`,
  "failed-load": (more) => `/?program=/absent.json${more}`,
};

for (const [name, address] of Object.entries(routes)) {
  browserTest(`the accessibility tree of ${name} is as kept, and the same in both presentations`,
    { context: { viewport: sizes.phone }, expectedErrors: notFound }, async ({ page, open }) => {
      for (const more of ["", "&presentation=html"]) {
        await page.goto("about:blank");
        await open(address(more));
        await settled(page);
        await matchesSnapshot(page, name, more);
      }
    });
}

browserTest("one title, one status, landmarks; headings lead to each time", async ({ page, open }) => {
  await open(sample);
  await settled(page);
  const levelOne = page.getByRole("heading", { level: 1 });
  assert.deepEqual(await levelOne.allTextContents(), ["Hallway Sample"]);
  assert.equal(await page.getByRole("status").count(), 1);
  for (const role of ["banner", "search", "main"]) assert.equal(await page.getByRole(role).count(), 1, role);
  for (const name of ["Views", "Days"]) await page.getByRole("navigation", { name }).waitFor();
  // Below the day each time is a heading, and below it a list of sessions, each under a heading of its own.
  const list = page.getByRole("region", { name: "Sessions on Thursday 20 May" });
  await list.getByRole("heading", { level: 2, name: "Sessions on Thursday 20 May" }).waitFor({ state: "attached" });
  const times = await list.getByRole("heading", { level: 3 }).allTextContents();
  assert.equal(times[0], "08:00");
  assert.ok(times.length > 10);
  assert.equal(await list.getByRole("list").count(), times.length);
  const sessions = await list.getByRole("listitem").count();
  assert.equal(await list.getByRole("heading", { level: 4 }).count(), sessions);
  assert.equal(await list.getByRole("link").count(), sessions);
});

browserTest("in a session's page, headings lead from its title to its parts", { context: { viewport: sizes.phone } },
  async ({ page, open }) => {
    await open(routes.session(""));
    await settled(page);
    assert.equal(await page.getByRole("heading", { level: 1, name: "QCon London 2012" }).count(), 1);
    const levels = await page.getByRole("heading").evaluateAll((all) => all.map(({ tagName }) => tagName));
    assert.deepEqual(levels, ["H1", "H2", "H3", "H3", "H4", "H3", "H3", "H3"]);
  });

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries(sizes)) {
    browserTest(`20 texts of the picture have a contrast of 4.5 on the screen: ${colorScheme}, ${size}`,
      { context: { viewport: { ...viewport, height: 1400 }, colorScheme, deviceScaleFactor: 2 } },
      async ({ page, open, t }) => {
        await open(sample);
        await settled(page);
        const found = await contrastsOfPicture(page, 20);
        assert.equal(found.length, 20);
        assert.deepEqual(found.filter(({ contrast }) => contrast < 4.5), []);
        t.diagnostic(`least: ${Math.min(...found.map(({ contrast }) => contrast)).toFixed(2)}`);
      });
  }
}
