// web/shared/zones.ts: the rules that the browser's Intl is asked for.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { sourceFolder } from "../../scripts/lib/paths.mjs";

const esbuild = createRequire(import.meta.url)("esbuild");
const source = await readFile(join(sourceFolder, "web/shared/zones.ts"), "utf8");
const { code } = esbuild.transformSync(source, { loader: "ts" });
const { zoneRules } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const utc = (...parts) => Date.UTC(...parts) / 60_000;

/** @type {[string, number, number, [number, number][]][]} */
const zones = [
  ["Europe/Berlin", 2025, 60, [[utc(2025, 2, 30, 1), 120], [utc(2025, 9, 26, 1), 60]]],
  ["America/New_York", 2012, -300, [[utc(2012, 2, 11, 7), -240], [utc(2012, 10, 4, 6), -300]]],
  ["Australia/Lord_Howe", 2026, 660, [[utc(2026, 3, 4, 15), 630], [utc(2026, 9, 3, 15, 30), 660]]],
  ["Africa/Casablanca", 2025, 60, [[utc(2025, 1, 23, 2), 0], [utc(2025, 3, 6, 2), 60]]],
  ["Asia/Kolkata", 2025, 330, []],
  ["Pacific/Apia", 2011, -600,
    [[utc(2011, 3, 2, 14), -660], [utc(2011, 8, 24, 14), -600], [utc(2011, 11, 30, 10), 840]]],
];

for (const [name, year, first, changes] of zones) {
  test(`zones: ${name} in ${year}`, () => {
    const pairs = [...zoneRules(name, year, year)];
    assert.equal(pairs.length, 2 * changes.length + 2);
    assert.equal(pairs[0] <= utc(year, 0, 1) - 14 * 60, true, "begins before the year does, anywhere");
    assert.equal(pairs[1], first);
    assert.deepEqual(pairs.slice(2), changes.flat());
  });
}

test("zones: several years at once, and one year alone, agree", () => {
  const all = [...zoneRules("Europe/Berlin", 2010, 2030)];
  assert.equal(all.length, 2 * (1 + 2 * 21));
  for (let at = 2; at < all.length; at += 2) assert.equal(all[at] > all[at - 2], true);
  const one = [...zoneRules("Europe/Berlin", 2025, 2025)].slice(2);
  const found = all.indexOf(one[0]);
  assert.deepEqual(all.slice(found, found + one.length), one);
});

test("zones: what is no zone gives nothing", () => {
  for (const name of ["", "Mars/Olympus_Mons", "Europe/Berlin ", "../etc/passwd", "GMT plus one"]) {
    assert.equal(zoneRules(name, 2025, 2025), null, name);
  }
});
