// Every language says everything that the app can say, and nothing else.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "assets/strings");
const read = (tag) => JSON.parse(readFileSync(join(folder, `${tag}.json`), "utf8"));
const keysOf = (strings) => Object.keys(strings).filter((key) => !key.startsWith("@"));
const english = read("en");
const tags = readdirSync(folder).map((file) => file.replace(/\.json$/, "")).sort();
const memberOf = (key) => key.split(/[._]/).map((word) => word[0].toUpperCase() + word.slice(1)).join("");
const formsOf = (text) => (typeof text === "string" ? { other: text } : text);
const placeholders = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

/** The CLDR categories of whole numbers below 200: larger ones repeat them, and a million of anything is none. */
function categoriesOf(tag) {
  const rules = new Intl.PluralRules(tag);
  return [...new Set(Array.from({ length: 200 }, (_, n) => rules.select(n)))].sort();
}

/** What is wrong in one language's texts, a line each. */
export function faultsOf(tag, strings, source = english) {
  const faults = [];
  for (const key of keysOf(source)) if (!(key in strings)) faults.push(`${key} is missing`);
  for (const key of keysOf(strings)) if (!(key in source)) faults.push(`${key} is not in en.json`);
  for (const key of keysOf(strings).filter((each) => each in source)) {
    const isPlural = typeof source[key] !== "string";
    const forms = formsOf(strings[key]);
    if (isPlural !== (typeof strings[key] !== "string")) faults.push(`${key}: is a plural in one language only`);
    else if (isPlural && Object.keys(forms).sort().join() !== categoriesOf(tag).join()) {
      faults.push(`${key}: has the forms ${Object.keys(forms)}, needs ${categoriesOf(tag)}`);
    }
    const known = placeholders(Object.values(formsOf(source[key])).join());
    const needed = placeholders(formsOf(source[key]).other);
    for (const [category, text] of Object.entries(forms)) {
      if (text.trim() === "") faults.push(`${key}: ${category} is empty`);
      const has = placeholders(text);
      for (const name of has) if (!known.includes(name)) faults.push(`${key}: there is no {${name}}`);
      // "one", "two" and the like may say the number in words.
      const mayLack = isPlural && category !== "other" ? ["n"] : [];
      const lacks = needed.filter((name) => !has.includes(name) && !mayLack.includes(name));
      // What English says in a form alone, another language may say in others, too.
      if (lacks.length > 0) faults.push(`${key}: ${category} lacks {${lacks.join("}, {")}}`);
    }
    if (/!|¡|！/.test(Object.values(forms).join(""))) faults.push(`${key}: has an exclamation mark`);
  }
  return faults;
}

test("the languages that the house promises are there", () => {
  for (const tag of ["en", "de", "fr", "es", "ja", "ar"]) assert.ok(tags.includes(tag), tag);
});

for (const tag of tags) {
  test(`${tag}: all keys, no others, their placeholders and plural forms`, () => {
    assert.deepEqual(faultsOf(tag, read(tag)), []);
  });
}

test("every key is used by the app", () => {
  const sources = readdirSync(join(root, "src"), { recursive: true })
    .filter((path) => /\.(cpp|h)$/.test(path)).map((path) => readFileSync(join(root, "src", path), "utf8")).join("\n");
  const used = new Set([...sources.matchAll(/\bText::(\w+)/g)].map(([, member]) => member));
  assert.deepEqual(keysOf(english).filter((key) => !used.has(memberOf(key))), []);
});

test("faults are found: missing, extra, wrong placeholder, missing form, exclamation mark", () => {
  const source = { "a.b": "{x} here", "a.c": { one: "{n} day", other: "{n} days" } };
  assert.deepEqual(faultsOf("ar", { "a.b": "{y} هنا", "a.c": { one: "يوم", other: "{n} يوم" }, "a.d": "" }, source), [
    "a.d is not in en.json",
    "a.b: there is no {y}",
    "a.b: other lacks {x}",
    "a.c: has the forms one,other, needs few,many,one,other,two,zero",
  ]);
  assert.deepEqual(faultsOf("de", { "a.b": "{x} da!" }, source), ["a.c is missing", "a.b: has an exclamation mark"]);
});
