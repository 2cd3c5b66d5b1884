// The store alone, in a page that holds nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeProfile, startKillable, startServer } from "./support/browser.mjs";
import {
  append, eventually, load, openStore, raw, storageServer, storeTest, textsOf,
} from "./support/storage-page.mjs";

storeTest("what was appended is there after a reload, in both places", async ({ page, reload }) => {
  assert.deepEqual(await load(page), { isComplete: true, error: null, rows: [] });
  await append(page, "a", "b");
  await append(page, "c");
  assert.equal(await page.evaluate(() => harness.store.unsavedCount), 0);
  await reload();
  const { rows, isComplete } = await load(page);
  assert.equal(isComplete, true);
  assert.deepEqual(textsOf(rows, "journal"), ["a", "b", "c"]);
  assert.deepEqual(textsOf(rows, "local"), ["a", "b", "c"]);
  const local = rows.find(({ text, source }) => text === "a" && source === "local");
  assert.equal(local.id, await page.evaluate(() => harness.idOf("a")));
});

storeTest("the copy holds the latest record of a choice, the journal all of them", async ({ page }) => {
  await page.evaluate(async () => {
    await harness.append("first", "00000000000000aa");
    await harness.append("second", "00000000000000aa");
    harness.store.keepCopy(harness.bytesOf("third"), "00000000000000bb");
  });
  const { rows } = await load(page);
  assert.deepEqual(textsOf(rows, "journal"), ["first", "second"]);
  assert.deepEqual(textsOf(rows, "local"), ["second", "third"]);
});

storeTest("a record cut out of larger memory is stored and sent alone, as it was then", async (given) => {
  const { page, anotherTab } = given;
  const other = await anotherTab();
  await page.evaluate(async () => {
    const memory = new Uint8Array(1_000_000).fill(120);
    const done = harness.store.append(memory.subarray(10, 14), "00000000000000aa");
    memory.fill(121);
    await done;
  });
  assert.deepEqual(textsOf((await load(page)).rows, "journal", "local"), ["xxxx", "xxxx"]);
  await eventually(other, () => harness.received[0], "xxxx");
  assert.equal(await page.evaluate(() => harness.rows[0].bytes.buffer.byteLength), 4);
});

storeTest("a record is in another tab within a second, also if that tab began to listen later", async (given) => {
  const { page, anotherTab } = given;
  const other = await anotherTab();
  const start = Date.now();
  await append(page, "star");
  await other.waitForFunction(() => harness.received.includes("star"), undefined, { polling: 10 });
  assert.ok(Date.now() - start < 1000, `${Date.now() - start} ms`);
  assert.deepEqual(await page.evaluate(() => harness.received), [], "nobody hears himself");

  await other.evaluate(async () => {
    const late = new harness.store.constructor();
    await harness.append("before anyone listens"); // The late store of this tab hears this one, too.
    await new Promise((done) => { setTimeout(done, 50); });
    late.onRecords((bytes) => { globalThis.late = harness.textOf(bytes); });
  });
  assert.equal(await other.evaluate(() => globalThis.late), "before anyone listens");
});

storeTest("a tab that starts between a choice and its write hears of it after the write", async (given) => {
  const { page, context, url } = given;
  await page.evaluate(async () => {
    await harness.store.setSetting("any", 1); // The database stands.
    const database = await new Promise((done) => {
      indexedDB.open("hallway").onsuccess = ({ target }) => { done(target.result); };
    });
    // Holds the journal, as a slow disk would.
    const held = database.transaction("journal", "readwrite").objectStore("journal");
    const hold = () => { if (!globalThis.released) held.get(1).onsuccess = hold; };
    hold();
    void harness.append("under way");
    await new Promise((done) => { setTimeout(done, 50); });
    void harness.append("waiting");
  });
  const starting = await context.newPage();
  await openStore(starting, url);
  const loaded = load(starting);
  await new Promise((done) => { setTimeout(done, 200); });
  await page.evaluate(() => { globalThis.released = true; });
  assert.deepEqual(textsOf((await loaded).rows, "journal"), ["under way"], "the second was not written yet");
  await eventually(starting, () => harness.received.includes("waiting"), true);
});

storeTest("what a person chose is written with strict durability", async ({ page }) => {
  const used = await page.evaluate(async () => {
    const begun = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const made = transaction.call(this, stores, mode, options);
      if (mode === "readwrite") begun.push([[stores].flat().join(" "), made.durability]);
      return made;
    };
    await harness.append("a");
    await harness.load();
    await harness.store.setAside(harness.rows.slice(0, 1), "203");
    await harness.store.compact(harness.bytesOf("all"), []);
    return begun;
  });
  assert.deepEqual(used,
    [["journal", "strict"], ["journal snapshots aside", "strict"], ["journal snapshots", "strict"]]);
});

storeTest("another tab hears of a record at once, and again when it is durable", async ({ page, anotherTab }) => {
  const other = await anotherTab();
  await page.evaluate(async () => {
    await harness.store.setSetting("any", 1); // The database stands.
    const database = await new Promise((done) => {
      indexedDB.open("hallway").onsuccess = ({ target }) => { done(target.result); };
    });
    // Holds the journal, as a slow disk would.
    const held = database.transaction("journal", "readwrite").objectStore("journal");
    const hold = () => { if (!globalThis.released) held.get(1).onsuccess = hold; };
    hold();
    void harness.append("star");
  });
  await eventually(other, () => harness.received, ["star"]);
  assert.deepEqual(await other.evaluate(() => harness.durable), []);
  await page.evaluate(() => { globalThis.released = true; });
  await eventually(other, () => harness.durable, ["star"]);
});

storeTest("messages of another shape are passed over", async ({ page, anotherTab }) => {
  const other = await anotherTab();
  await page.evaluate(() => {
    const channel = new BroadcastChannel("hallway");
    const wrong = [null, 7, "records", {}, { kind: "later" }, { kind: "records" }, { kind: "records", bytes: "x" }];
    for (const message of wrong) channel.postMessage(message);
  });
  await append(page, "star");
  await other.waitForFunction(() => harness.received.length > 0);
  assert.deepEqual([...new Set(await other.evaluate(() => harness.received))], ["star"]);
});

for (const [event, dispatch] of [
  ["shown", () => { document.dispatchEvent(new Event("visibilitychange")); }],
  ["taken out of the back-forward cache",
    () => { dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })); }],
]) {
  storeTest(`a tab that heard nothing reads what it missed when it is ${event}`, async ({ page, anotherTab }) => {
    await append(page, "old");
    const deaf = await anotherTab(() => { delete globalThis.BroadcastChannel; });
    await load(deaf);
    await append(deaf, "own");
    await append(page, "missed 1");
    await page.evaluate(async () => {
      await harness.load();
      await harness.store.compact(harness.bytesOf("snapshot"), harness.rows.filter(({ bytes }) => bytes.length > 3));
    });
    await append(page, "missed 2");
    assert.deepEqual(await deaf.evaluate(() => harness.received), []);
    await deaf.evaluate(dispatch);
    await eventually(deaf, () => harness.received.toSorted(), ["missed 2", "own", "snapshot"]);
    await eventually(deaf, () => harness.durable.toSorted(), ["missed 2", "own", "snapshot"]);
    await deaf.evaluate(dispatch);
    await append(page, "missed 3");
    await deaf.evaluate(dispatch);
    await eventually(deaf, () => harness.received.toSorted(), ["missed 2", "missed 3", "own", "snapshot"]);
  });
}

storeTest("a snapshot replaces exactly the rows it covers", async ({ page, reload }) => {
  await append(page, "a", "b", "c");
  await load(page);
  await append(page, "d");
  await page.evaluate(() => harness.store.compact(harness.bytesOf("a+b+c"), harness.rows));
  await reload();
  const { rows } = await load(page);
  assert.deepEqual(textsOf(rows, "snapshot", "journal"), ["a+b+c", "d"]);
  assert.equal(textsOf(rows, "local").length, 4, "the copy has nothing to compact");
});

storeTest("two tabs that compact at once lose nothing", async ({ page, anotherTab }) => {
  const other = await anotherTab();
  for (let round = 0; round < 10; round += 1) {
    await append(page, `a${round}`, `b${round}`);
    await append(other, `c${round}`);
    // Each knows something that the other does not, and both delete what they share.
    await load(page);
    await append(other, `d${round}`);
    await load(other);
    const compact = (tab) => tab.evaluate(async () => {
      const mine = harness.rows.filter(({ source }) => source !== "local");
      const all = mine.flatMap(({ bytes }) => harness.textOf(bytes).split(" "));
      await harness.store.compact(harness.bytesOf([...new Set(all)].join(" ")), mine);
    });
    await Promise.all([compact(page), compact(other), append(page, `e${round}`)]);
    const { rows } = await load(page);
    const held = new Set(textsOf(rows, "snapshot", "journal").flatMap((text) => text.split(" ")));
    assert.equal(held.size, 5 * (round + 1), [...held].join(" "));
  }
  // Two snapshots of the last round, and of each round's last record at most one row.
  assert.ok((await raw(page, "journal")).length + (await raw(page, "snapshots")).length <= 4);
});

storeTest("a row that is not what was read any more is neither replaced nor set aside", async ({ page }) => {
  await append(page, "a", "b");
  await load(page);
  const [{ key }] = await raw(page, "journal");
  await page.evaluate((id) => harness.putRaw("journal", id, harness.bytesOf("another")), key);
  await page.evaluate(async () => {
    await harness.store.setAside(harness.rows, "damaged", harness.bytesOf("rescued"));
    await harness.store.compact(harness.bytesOf("all"), harness.rows);
  });
  assert.deepEqual((await raw(page, "journal")).map(({ value }) => value), ["another"]);
});

storeTest("damaged rows are handed over as they are, and set aside with time and reason", async ({ page, reload }) => {
  await append(page, "sound", "flipped", "no bytes", "cut");
  const journal = await raw(page, "journal");
  const keyOf = (text) => journal.find(({ value }) => value === text).key;
  await page.evaluate(async ({ flipped, noBytes, cut }) => {
    await harness.putRaw("journal", flipped, harness.bytesOf("flipqed"));
    await harness.putRaw("journal", noBytes, { a: 1 });
    await harness.putRaw("journal", cut, new Uint8Array());
    localStorage.setItem(`hallway:choice:${harness.idOf("cut")}`, "%%%");
  }, { flipped: keyOf("flipped"), noBytes: keyOf("no bytes"), cut: keyOf("cut") });

  await reload();
  const { rows, isComplete } = await load(page);
  assert.equal(isComplete, true);
  assert.deepEqual(textsOf(rows, "journal"), ["", "", "flipqed", "sound"]);
  assert.deepEqual(textsOf(rows, "local"), ["", "flipped", "no bytes", "sound"]);

  const before = Date.now();
  await page.evaluate(() => harness.store.setAside(
    harness.rows.filter(({ bytes }) => !["sound", "flipped", "no bytes"].includes(harness.textOf(bytes))),
    "203", harness.bytesOf("rescued")));
  const aside = (await raw(page, "aside")).map(({ value }) => value);
  assert.deepEqual(aside.map(({ value }) => value), ["flipqed", { a: 1 }, "", "%%%"]);
  assert.deepEqual(aside.map(({ source, id }) => [source, id]), [["journal", keyOf("flipped")],
    ["journal", keyOf("no bytes")], ["journal", keyOf("cut")],
    ["local", await page.evaluate(() => harness.idOf("cut"))]]);
  for (const { reason, time } of aside) {
    assert.equal(reason, "203");
    assert.ok(time >= before && time <= Date.now());
  }
  await reload();
  const after = await load(page);
  assert.deepEqual(textsOf(after.rows, "journal", "snapshot"), ["rescued", "sound"]);
  assert.deepEqual(textsOf(after.rows, "local"), ["flipped", "no bytes", "sound"]);
});

storeTest("two tabs that set the same rows aside do it once", async ({ page, anotherTab }) => {
  await append(page, "damaged");
  const other = await anotherTab();
  await load(page);
  await load(other);
  const setAside = (tab) => tab.evaluate(() => harness.store.setAside(harness.rows, "203", harness.bytesOf("rescued")));
  await Promise.all([setAside(page), setAside(other)]);
  // No transaction spans local storage: a damaged text may be kept twice, which costs nothing.
  const sources = (await raw(page, "aside")).map(({ value }) => value.source);
  assert.deepEqual(sources.filter((source) => source !== "local"), ["journal"]);
  assert.ok(sources.includes("local"));
  assert.deepEqual((await raw(page, "snapshots")).map(({ value }) => value), ["rescued"]);
});

storeTest("a copy that was renewed meanwhile stays when its damaged text is set aside", async ({ page }) => {
  await append(page, "choice");
  await page.evaluate(() => { localStorage.setItem(`hallway:choice:${harness.idOf("choice")}`, "%%%"); });
  await load(page);
  await page.evaluate(async () => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function (...value) {
      harness.store.keepCopy(harness.bytesOf("choice"), harness.idOf("choice"));
      return add.apply(this, value);
    };
    await harness.store.setAside(harness.rows.filter(({ bytes }) => bytes.length === 0), "203");
  });
  assert.equal((await raw(page, "aside")).length, 1);
  assert.deepEqual(textsOf((await load(page)).rows, "local"), ["choice"]);
});

test("storage: everything whose append resolved survives the death of all browser processes", async () => {
  const host = await startServer(storageServer);
  const profile = await makeProfile();
  const expected = [];
  try {
    for (let round = 0; round < 10; round += 1) {
      const browser = await startKillable(profile.folder);
      await openStore(browser.page, host.url("/"));
      const { rows, isComplete } = await load(browser.page);
      assert.equal(isComplete, true);
      assert.deepEqual(textsOf(rows, "journal"), [...expected].sort(), `round ${round}`);
      const texts = [0, 1, 2, 3, 4].map((number) => `round ${round} star ${number}`);
      for (const text of texts) await append(browser.page, text);
      await browser.kill();
      expected.push(...texts);
    }
    const browser = await startKillable(profile.folder);
    await openStore(browser.page, host.url("/"));
    assert.deepEqual(textsOf((await load(browser.page)).rows, "journal"), expected.sort());
    await browser.close();
  } finally {
    await profile.remove();
    await host.close();
  }
});
