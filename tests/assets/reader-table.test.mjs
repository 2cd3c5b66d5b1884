// The reader of hallway-program/1 knows exactly the fields that the schema names, each in the shapes it may have.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const schema = JSON.parse(read("assets/schema/hallway-program-1.schema.json"));
const { $defs } = schema;

/** Places of the file, by the names that the reader has for them. */
const places = {
  Root: schema,
  Conference: $defs.conference,
  Area: $defs.area,
  Room: $defs.room,
  Position: $defs.room.properties.position,
  Walk: $defs.walk,
  Track: $defs.track,
  Person: $defs.person,
  Link: $defs.links.items,
  Session: $defs.session,
  SignUp: $defs.session.properties.sign_up,
  Time: $defs.time,
};

const resolved = (part) => (part.$ref ? { ...resolved($defs[part.$ref.slice("#/$defs/".length)]), ...part } : part);

const shapesOf = (part) => {
  const { type = "string" } = resolved(part);
  return [type].flat().map((name) => (name === "object" || name === "array" ? name : "value"));
};

/** "field:shape" of all that a place may hold, those of `when_and_where` included. */
function fieldsOf(place) {
  const inherited = place.$ref ? resolved(place).$ref && $defs[place.$ref.slice("#/$defs/".length)].properties : {};
  return new Set(Object.entries({ ...inherited, ...place.properties })
    .flatMap(([name, part]) => shapesOf(part).map((shape) => `${name}:${shape}`)));
}

const table = read("src/formats/hallway_table.h");
const rules = [...table.matchAll(/^\s*\{ (\w+), "([^"]+)", (\w+), \w+ \},$/gm)];

test("the table can be read", () => assert.equal(rules.length > 80, true));

for (const [state, place] of Object.entries(places)) {
  test(`the reader knows the fields of ${state}`, () => {
    const known = new Set(rules.filter(([, where]) => where === state).map(([, , name, shape]) => `${name}:${shape}`));
    assert.deepEqual([...known].sort(), [...fieldsOf(place)].sort());
  });
}

test("no state of the reader is missing here", () => {
  const states = new Set(rules.map(([, state]) => state));
  assert.deepEqual([...states].sort(), Object.keys(places).sort());
});

test("words with a meaning are the schema's", () => {
  const code = read("src/formats/hallway_program.cpp");
  const wordsOf = (name) => [...new RegExp(`${name}\\[\\]\\s*=\\s*\\{([^}]*)\\}`).exec(code)[1].matchAll(/"([^"]+)"/g)]
    .map(([, word]) => word);
  const { properties } = $defs.session;
  assert.deepEqual(wordsOf("again_words"), properties.again.enum);
  assert.deepEqual(wordsOf("difficulty_words"), properties.difficulty.enum);
  assert.deepEqual(wordsOf("sign_up_words").sort(), [...properties.sign_up.properties.status.enum].sort());
  assert.deepEqual(wordsOf("access_words"), properties.access.items.enum);
});
