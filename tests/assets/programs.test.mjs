// The bundled programs and the format's page keep to the schema, and the sample shows all that the format can say.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

const schema = JSON.parse(read("assets/schema/hallway-program-1.schema.json"));
const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
ajv.addSchema(schema, "program");
const validateProgram = ajv.getSchema("program");
const validatorOf = (pointer) => ajv.getSchema(`program#${pointer}`);
const check = (value, validate, what) =>
  assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors, { separator: "\n" })}`);

const names = ["qcon-london-2012", "surge-2011", "hallway-sample"];
const texts = new Map(names.map((name) => [name, read(`assets/programs/${name}.json`)]));
const programs = new Map(names.map((name) => [name, JSON.parse(texts.get(name))]));
const sample = programs.get("hallway-sample");

const listOf = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const timesOf = (session) => session.times ?? (session.start ? [session] : []);
const wallMinutes = (moment) => Date.parse(`${moment.slice(0, 16)}Z`) / 60000;
const lengthOf = (time) =>
  time.minutes ?? (time.end === undefined ? undefined : wallMinutes(time.end) - wallMinutes(time.start));

/** What of a program a reader would have to leave out. */
function faultsOf(program) {
  const faults = [];
  const idsOf = (things, sort) => {
    const ids = new Set();
    for (const { id } of things ?? []) {
      if (ids.has(id)) faults.push(`two ${sort} are called ${id}`);
      ids.add(id);
    }
    return ids;
  };
  const areas = idsOf(program.areas, "areas");
  const rooms = idsOf(program.rooms, "rooms");
  const tracks = idsOf(program.tracks, "tracks");
  const people = idsOf(program.people, "people");
  const sessions = idsOf(program.sessions, "sessions");
  const resolve = (ids, known, where) => {
    for (const id of listOf(ids)) if (!known.has(id)) faults.push(`${where}: nothing is called ${id}`);
  };
  for (const area of areas) if (rooms.has(area)) faults.push(`${area} is an area and a room`);
  for (const room of program.rooms ?? []) resolve(room.area, areas, `room ${room.id}`);
  for (const { from, to } of program.walks ?? []) {
    resolve([from, to], areas.has(from) ? areas : rooms, `walk from ${from} to ${to}`);
  }
  for (const session of program.sessions) {
    resolve(session.track, tracks, session.id);
    resolve(session.people, people, session.id);
    resolve(session.parent, sessions, session.id);
    idsOf((session.times ?? []).filter(({ id }) => id), `times of ${session.id}`);
    for (const time of timesOf(session)) {
      resolve(time.room, rooms, session.id);
      if (lengthOf(time) < 0) faults.push(`${session.id} ends before it starts`);
    }
  }
  const numbers = program.sessions.map(({ number }) => number).filter(Boolean);
  if (new Set(numbers).size !== numbers.length) faults.push("a number is given twice");
  return faults;
}

for (const [name, program] of programs) {
  test(`${name} keeps to the schema`, () => check(program, validateProgram, name));
  test(`${name}: all references resolve, no id or number is given twice`, () =>
    assert.deepEqual(faultsOf(program), []));
  test(`${name} is laid out as JSON.stringify does it`, () =>
    assert.equal(texts.get(name), `${JSON.stringify(program, null, 2)}\n`));
  test(`${name} has no field that the format lacks`, () => {
    // "x-" and unknown fields are allowed, but in our own files they are slips.
    const known = (...sections) =>
      new Set(sections.flatMap((section) => Object.keys(schema.$defs[section].properties)));
    const strange = (things, fields) => (things ?? []).flatMap(Object.keys).filter((field) => !fields.has(field));
    assert.deepEqual(strange([program], new Set(Object.keys(schema.properties))), []);
    assert.deepEqual(strange([program.conference], known("conference")), []);
    for (const [list, section] of [
      ["areas", "area"], ["rooms", "room"], ["walks", "walk"], ["tracks", "track"], ["people", "person"],
    ]) assert.deepEqual(strange(program[list], known(section)), []);
    assert.deepEqual(strange(program.sessions, known("session", "when_and_where")), []);
    const times = program.sessions.flatMap(({ times: all }) => all ?? []);
    assert.deepEqual(strange(times, known("time", "when_and_where")), []);
  });
}

test("the programs are small together", () => {
  const bytes = [...texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  assert.ok(bytes < 250 * 1024, `${bytes} bytes`);
});

test("the checks find what is wrong", () => {
  const conference = { id: "c", title: "C", start: "2027-01-01", end: "2027-01-02", zone: "Europe/Lisbon" };
  const withSession = (fields, rest = {}) =>
    ({ format: "hallway-program/1", conference, sessions: [{ id: "s", title: "S", ...fields }], ...rest });
  const start = "2027-01-01T10:00";
  const accepted = [
    {}, { start }, { start: "2027-01-01 10:00" }, { start: "2027-01-01T09:00:00Z" }, { id: 17 },
    { start, room: "r" }, { start, room: ["r", "q"] }, { start, minutes: 0 }, { start, end: start },
    { language: "zh-Hant" }, { again: "open-hours", start }, { times: [{ start }] }, { unknown: 1 },
    { again: "repeat", times: [{ start }, { start: "2027-01-02T10:00" }] }, { kind: "Soup" },
  ];
  const refused = [
    { start: "10:00" }, { start: "2027-01-01T25:00" }, { start: "2027-13-01T10:00" }, { end: start },
    { start, end: start, minutes: 30 }, { start, minutes: -1 }, { start, room: [] }, { start, times: [{ start }] },
    { times: [] }, { times: [{ start }, { start }] }, { times: [{ room: "r" }] }, { again: "often" },
    { url: "javascript:alert(1)" }, { access: ["wings"] }, { sign_up: "required" }, { sign_up: {} },
    { title: "" }, { number: 0 }, { cancelled: true }, { language: "english" }, { people: "ada" },
  ];
  for (const fields of accepted) check(withSession(fields), validateProgram, JSON.stringify(fields));
  for (const fields of refused) assert.ok(!validateProgram(withSession(fields)), JSON.stringify(fields));

  assert.deepEqual(faultsOf(withSession({})), []);
  for (const [fields, rest] of [
    [{ people: ["ada"] }], [{ track: "t" }], [{ parent: "p" }], [{ start, room: "r" }],
    [{ start, end: "2027-01-01T09:00" }], [{ times: [{ start, id: "t" }, { start, id: "t" }] }],
    [{}, { walks: [{ from: "a", to: "r", minutes: 1 }], areas: [{ id: "a" }], rooms: [{ id: "r" }] }],
    [{}, { areas: [{ id: "a" }], rooms: [{ id: "a" }] }], [{}, { people: [{ id: "a" }, { id: "a" }] }],
  ]) assert.notDeepEqual(faultsOf(withSession(fields, rest)), [], JSON.stringify([fields, rest]));
});

// --- what the seed programs say -------------------------------------------------------------------------------------

test("QCon London 2012 has both of John Allspaw's sessions at their times", () => {
  const { conference, people, rooms, tracks, sessions } = programs.get("qcon-london-2012");
  assert.deepEqual([conference.start, conference.end, conference.zone], ["2012-03-07", "2012-03-09", "Europe/London"]);
  assert.deepEqual(people.map(({ name }) => name), ["John Allspaw"]);
  for (const fact of [
    "fourteen years", "biotech", "government", "online media", "vehicle crashes", "1997", "Salon", "InfoWorld",
    "Friendster", "Flickr", "SVP of Tech Operations", "Etsy", "The Art of Capacity Planning", "Web Operations",
    "O'Reilly",
  ]) assert.ok(people[0].biography.includes(fact), fact);
  const trackOf = (session) => tracks.find(({ id }) => id === session.track).name;
  const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: "UTC" });
  const told = sessions.map((session) => [
    session.title, trackOf(session), weekday.format(new Date(`${session.start}Z`)),
    session.start.slice(11), session.end.slice(11), rooms.find(({ id }) => id === session.room)?.name,
  ]);
  assert.deepEqual(told, [
    ["Fault tolerance, anomaly detection, and anticipation patterns", "Highly-available systems", "Wednesday",
      "13:50", "14:50", "Fleming"],
    ["Resilient Response In Complex Systems", "Keynote", "Friday", "09:00", "10:00", undefined],
  ]);
});

test("OmniTI Surge 2011 announces one session without a time", () => {
  const { conference, sessions } = programs.get("surge-2011");
  assert.deepEqual([conference.start, conference.end, conference.zone, conference.city],
    ["2011-09-28", "2011-09-30", "America/New_York", "Baltimore"]);
  assert.deepEqual(sessions.map(({ title, start, times }) => [title, start, times]),
    [["Practical Lessons Learned in Scaling at Message Systems", undefined, undefined]]);
});

// --- what the sample has to show ------------------------------------------------------------------------------------

const occurrences = sample.sessions.flatMap((session) => timesOf(session).map((time) => ({ session, time })));
const having = (of, predicate) => of.filter(predicate).length;

test("the sample is made up, and says so", () => assert.equal(sample.conference.made_up, true));

test("the sample has about 120 sessions on three days, at least eight at once", () => {
  assert.ok(sample.sessions.length >= 115 && sample.sessions.length <= 140, `${sample.sessions.length}`);
  assert.deepEqual([...new Set(occurrences.map(({ time }) => time.start.slice(0, 10)))].sort(),
    ["2027-05-20", "2027-05-21", "2027-05-22", "2027-05-23"]);
  const talks = occurrences.filter(({ session }) => session.kind === "Talk" || session.kind === "Workshop");
  const running = (at) => having(talks, ({ time }) =>
    wallMinutes(time.start) <= at && at < wallMinutes(time.start) + lengthOf(time));
  assert.ok(Math.max(...talks.map(({ time }) => running(wallMinutes(time.start)))) >= 8);
  assert.ok(sample.tracks.length >= 8);
});

test("the sample uses every field of the format", () => {
  const used = {
    conference: [sample.conference], area: sample.areas, room: sample.rooms, walk: sample.walks,
    track: sample.tracks, person: sample.people, session: sample.sessions,
    time: sample.sessions.flatMap(({ times }) => times ?? []),
    when_and_where: occurrences.map(({ time }) => time),
  };
  for (const [section, things] of Object.entries(used)) {
    for (const field of Object.keys(schema.$defs[section].properties)) {
      assert.ok(things.some((thing) => field in thing), `no ${section} has ${field}`);
    }
  }
});

test("the sample uses every word that has a meaning", () => {
  const { properties } = schema.$defs.session;
  const words = (field) => sample.sessions.flatMap((session) => listOf(session[field]));
  for (const word of properties.again.enum) assert.ok(words("again").includes(word), word);
  for (const word of properties.difficulty.enum) assert.ok(words("difficulty").includes(word), word);
  for (const word of properties.access.items.enum) assert.ok(words("access").includes(word), word);
  for (const word of properties.sign_up.properties.status.enum) {
    assert.ok(sample.sessions.some(({ sign_up: signUp }) => signUp?.status === word), word);
  }
  for (const kind of ["Break", "Poster", "Exhibition"]) assert.ok(words("kind").includes(kind), kind);
  assert.ok(words("recorded").includes(true) && words("recorded").includes(false));
});

test("the sample has the cases of time and place that planners stumble over", () => {
  const bandOf = ({ title, start, minutes }) => JSON.stringify([title, start, minutes]);
  const breaks = sample.sessions.filter(({ kind }) => kind === "Break");
  const hourOf = ({ time }) => Number(time.start.slice(11, 13));
  const cases = {
    "a break filed once per room": having(breaks, (one) =>
      having(breaks, (other) => bandOf(one) === bandOf(other)) >= 2),
    "after midnight": having(occurrences, (one) => hourOf(one) < 5),
    "after midnight on the last day": having(occurrences, ({ time }) => time.start > sample.conference.end + "U"),
    "over midnight": having(occurrences, ({ time }) => lengthOf(time) && lengthOf(time) <= 120
      && wallMinutes(time.start) % 1440 + lengthOf(time) > 1440),
    "listed under another day": having(occurrences, ({ time }) => time.day && time.day !== time.start.slice(0, 10)),
    "no start": having(sample.sessions, (session) => timesOf(session).length === 0),
    "no end": having(occurrences, ({ time }) => lengthOf(time) === undefined),
    "no length": having(occurrences, ({ time }) => lengthOf(time) === 0),
    "no room": having(occurrences, ({ time }) => !time.room && !time.online),
    "several rooms": having(occurrences, ({ time }) => Array.isArray(time.room)),
    "online only": having(occurrences, ({ time }) => time.online),
    "start with an offset": having(occurrences, ({ time }) => /[+-]\d\d:\d\d$/.test(time.start)),
    "start in UTC": having(occurrences, ({ time }) => time.start.endsWith("Z")),
    "cancelled as a whole": having(sample.sessions, ({ cancelled }) => cancelled),
    "one time of several cancelled": having(occurrences, ({ session, time }) => session.times && time.cancelled),
    "changed, with a reason": having(occurrences, ({ time }) => time.reason && !time.cancelled),
    "two people of one name": having(sample.people, (one) =>
      having(sample.people, ({ name }) => name === one.name) > 1),
    "two sessions of one title that are no repeat": having(sample.sessions, (one) => one.kind !== "Break"
      && having(sample.sessions, ({ title }) => title === one.title) > 1),
    "a room in no area": having(sample.rooms, ({ area, online }) => !area && !online),
    "a room with steps": having(sample.rooms, (room) => room.step_free === false),
    "a walk that takes longer one way": having(sample.walks, (one) => sample.walks.some(({ from, to, minutes }) =>
      from === one.to && to === one.from && minutes !== one.minutes)),
    "a person without a biography": having(sample.people, ({ biography }) => !biography),
    "a long title": having(sample.sessions, ({ title }) => title.length >= 185),
  };
  assert.deepEqual(Object.keys(cases).filter((name) => !cases[name]), []);
  const posters = sample.sessions.filter(({ kind }) => kind === "Poster");
  assert.equal(posters.length, 8);
  assert.equal(new Set(posters.map(({ parent }) => parent)).size, 1);
});

test("the sample has titles in many scripts, and emoji of each make", () => {
  const titles = sample.sessions.map(({ title }) => title);
  const people = sample.people.map(({ name }) => name);
  for (const script of ["Arabic", "Hebrew", "Devanagari", "Hiragana", "Han", "Thai"]) {
    assert.ok(titles.some((title) => new RegExp(`\\p{Script=${script}}`, "u").test(title)), `title: ${script}`);
  }
  for (const script of ["Arabic", "Hebrew", "Devanagari", "Hiragana", "Han", "Hangul", "Thai", "Cyrillic", "Greek"]) {
    assert.ok(people.some((name) => new RegExp(`\\p{Script=${script}}`, "u").test(name)), `person: ${script}`);
  }
  for (const [what, pattern] of [
    ["emoji", /\p{Extended_Pictographic}/u], ["joined by ZWJ", /\p{Extended_Pictographic}\u{200D}/u],
    ["skin tone", /\p{Emoji_Modifier}/u], ["flag", /\p{Regional_Indicator}{2}/u],
    ["Latin among Arabic and Hebrew", /[a-z].*\p{Script=Arabic}.*[a-z]/iu],
    ["diacritics", /[ãçéíõöøúżłű]/u],
  ]) assert.ok([...titles, ...people].some((text) => pattern.test(text)), what);
});

test("in the sample nobody and no room is in two places at once", () => {
  // UTC and Lisbon differ by an hour in May; the sample has one time of that sort.
  const startOf = ({ start }) => wallMinutes(start) + (start.endsWith("Z") ? 60 : 0);
  const busy = occurrences.filter(({ session, time }) =>
    session.again !== "open-hours" && !time.cancelled && session.kind !== "Break");
  const collisions = [];
  busy.forEach((one, i) => busy.slice(i + 1).forEach((other) => {
    const family = (x, y) => x.id === y.id || x.parent === y.id || (x.parent && x.parent === y.parent);
    if (family(one.session, other.session) || family(other.session, one.session)) return;
    const from = Math.max(startOf(one.time), startOf(other.time));
    const until = Math.min(...[one, other].map(({ time }) => startOf(time) + (lengthOf(time) ?? 60)));
    if (from >= until) return;
    const shared = (field, of) => listOf(of(one)[field]).filter((id) => listOf(of(other)[field]).includes(id));
    for (const id of [...shared("room", ({ time }) => time), ...shared("people", ({ session }) => session)]) {
      collisions.push(`${id}: ${one.session.id}, ${other.session.id}`);
    }
  }));
  assert.deepEqual(collisions, []);
});

// --- the page that documents the format -----------------------------------------------------------------------------

const page = read("docs/program-format.md");

test("each example of the page keeps to the schema, and its references resolve", () => {
  const examples = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text]) => JSON.parse(text));
  assert.ok(examples.length >= 5);
  const [whole] = examples;
  check(whole, validateProgram, "the small file");
  assert.deepEqual(faultsOf(whole), []);
  for (const example of examples) {
    // A part of a file is completed by the small one at the top.
    const program = { ...whole, ...example };
    check(program, validateProgram, JSON.stringify(example));
    if (example.sessions) {
      assert.deepEqual(faultsOf({ ...example, conference: whole.conference, people: whole.people }), []);
    }
  }
});

/** The rows of the page's tables of fields: heading, field, whether required, example. */
const rows = page.split(/^## /m).slice(1).flatMap((section) => {
  const heading = section.slice(0, section.indexOf("\n"));
  return [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \| (yes|no|with two or more `times`) \| ([^|]+) \|/gm)]
    .map(([, field, type, required, example]) => ({ heading, field, type, required, example }));
});
const schemaOf = {
  "The file": "", conference: "/$defs/conference", areas: "/$defs/area", rooms: "/$defs/room", walks: "/$defs/walk",
  tracks: "/$defs/track", people: "/$defs/person", sessions: "/$defs/session",
  "when and where": "/$defs/when_and_where", times: "/$defs/time", links: "/$defs/links/items",
  "sign-up": "/$defs/session/properties/sign_up",
};
const partOf = (pointer) => pointer.split("/").slice(1).reduce((part, key) => part[key], schema);

test("the page has each field of the schema, once, and no other", () => {
  for (const [heading, pointer] of Object.entries(schemaOf)) {
    const fields = rows.filter((row) => row.heading === heading).map(({ field }) => field);
    assert.deepEqual(fields.sort(), Object.keys(partOf(pointer).properties).sort(), heading);
  }
});

test("the page says rightly what is required", () => {
  for (const { heading, field, required } of rows) {
    const isRequired = (partOf(schemaOf[heading]).required ?? []).includes(field);
    assert.equal(required === "yes", isRequired, `${heading}: ${field}`);
  }
});

test("the page's examples of single fields keep to the schema", () => {
  for (const { heading, field, example } of rows) {
    const json = /^`(.*)`$/.exec(example)?.[1];
    if (!json) continue;
    check(JSON.parse(json), validatorOf(`${schemaOf[heading]}/properties/${field}`), `${heading}: ${field}`);
  }
});

test("the page's links to its own headings lead somewhere", () => {
  const anchors = new Set([...page.matchAll(/^## (.*)$/gm)]
    .map(([, heading]) => heading.toLowerCase().replace(/[^a-z0-9 -]/g, "").replaceAll(" ", "-")));
  for (const [, anchor] of page.matchAll(/\]\(#([^)]*)\)/g)) assert.ok(anchors.has(anchor), anchor);
});

test("the page's spreadsheet formula makes sessions", () => {
  // Runs the formula as JavaScript: its strings double their quotes, & joins, = compares.
  const [, formula] = /^=(.*SUBSTITUTE.*)$/m.exec(page);
  const script = formula.replace(/"((?:[^"]|"")*)"|&|=/g, (found, text) =>
    text !== undefined ? JSON.stringify(text.replaceAll('""', '"')) : found === "&" ? "+" : "===");
  const functions = {
    IF: (condition, yes, no) => (condition ? yes : no), CHAR: String.fromCharCode,
    SUBSTITUTE: (text, what, by) => text.replaceAll(what, by), TEXT: (cell) => cell,
  };
  const run = (...cells) => JSON.parse(new Function(...Object.keys(functions), "A2", "B2", "C2", "D2", "E2", "F2",
    `return ${script}`)(...Object.values(functions), ...cells).replace(/,$/, ""));
  assert.deepEqual(run("rye", 'Rye, "patiently"', "2027-03-05 19:30", 45, "bakery", "ada"), {
    id: "rye", title: 'Rye, "patiently"', start: "2027-03-05 19:30", minutes: 45, room: "bakery", people: ["ada"],
  });
  assert.deepEqual(run("rye", "Rye", "", "", "", ""), { id: "rye", title: "Rye" });
});
