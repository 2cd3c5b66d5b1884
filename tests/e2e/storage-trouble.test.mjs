// The store alone, where the browser stores little, nothing, or not for long.

import assert from "node:assert/strict";
import { append, eventually, load, openStore, raw, storeTest, textsOf } from "./support/storage-page.mjs";

const state = (page) => page.evaluate(() => (
  { troubles: harness.troubles, saved: harness.saved, unsaved: harness.store.unsavedCount }));

/** Begins to append without waiting for it. */
const begin = (page, ...texts) => page.evaluate((all) => { for (const text of all) void harness.append(text); }, texts);

/** What the browser grants this page. It looks anew only when a write does not fit into what it granted before. */
async function setQuota(page, url, quotaSize) {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(url).origin, quotaSize });
  return session;
}

storeTest("a database that is deleted while it is open comes back with what is still known", async (given) => {
  const { page, anotherTab, reload } = given;
  await append(page, "a", "b");
  await load(page);
  const other = await anotherTab();
  assert.equal(await other.evaluate(() => new Promise((done) => {
    const request = indexedDB.deleteDatabase("hallway");
    request.onsuccess = () => { done("deleted"); };
  })), "deleted");
  await append(page, "c");
  await eventually(page, () => harness.replacedCount, 1);
  const { rows, isComplete } = await load(page);
  assert.equal(isComplete, true);
  assert.deepEqual(textsOf(rows, "journal"), ["c"], "the numbers start anew");
  assert.deepEqual(textsOf(rows, "local"), ["a", "b", "c"], "from which the core sees what is lacking");
  await append(page, "a", "b");
  await reload();
  assert.deepEqual(textsOf((await load(page)).rows, "journal"), ["a", "b", "c"]);
});

storeTest("rows read from a deleted database cannot delete rows of the new one", async ({ page }) => {
  await append(page, "a", "b");
  await load(page);
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase("hallway").onsuccess = done; }));
  await append(page, "c");
  await page.evaluate(() => harness.store.compact(harness.bytesOf("a+b"), harness.rows));
  const rows = [...await raw(page, "snapshots"), ...await raw(page, "journal")];
  assert.deepEqual(rows.map(({ value }) => value), ["a+b", "c"]);
});

storeTest("a tab that comes back to another database reads it from its start", async ({ page, anotherTab }) => {
  const deaf = await anotherTab(() => { delete globalThis.BroadcastChannel; });
  await append(page, "a", "b", "c");
  await load(deaf);
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase("hallway").onsuccess = done; }));
  await append(page, "d");
  await deaf.evaluate(() => { document.dispatchEvent(new Event("visibilitychange")); });
  await eventually(deaf, () => harness.received, ["d"]);
});

storeTest("a full disk is told once, nothing is lost, and it is stored when there is room", async (given) => {
  const { page, url, reload } = given;
  const session = await setQuota(page, url, 1);
  await begin(page, "full 1");
  await eventually(page, () => harness.troubles, [{ code: 401, detail: "QuotaExceededError", place: "journal" }]);
  await begin(page, "full 2", "full 3");
  await page.waitForFunction(() => harness.store.isSettled);
  assert.deepEqual(await state(page), {
    troubles: [{ code: 401, detail: "QuotaExceededError", place: "journal" }], saved: [], unsaved: 3 });
  assert.deepEqual(textsOf((await load(page)).rows, "local"), ["full 1", "full 2", "full 3"]);

  await page.evaluate(() => { harness.store.retry(); });
  await eventually(page, () => harness.troubles.length, 2);

  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(url).origin });
  await append(page, "after");
  await page.waitForFunction(() => harness.store.unsavedCount === 0);
  const { saved } = await state(page);
  assert.deepEqual(saved.sort(), ["after", "full 1", "full 2", "full 3"]);
  await reload();
  assert.deepEqual(textsOf((await load(page)).rows, "journal"), ["after", "full 1", "full 2", "full 3"]);
});

storeTest("what waits is stored without anybody asking, soon after there is room", async ({ page, url }) => {
  const session = await setQuota(page, url, 1);
  await begin(page, "star");
  await eventually(page, () => harness.troubles.length, 1);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(url).origin });
  await eventually(page, () => harness.saved, ["star"], 5000);
  assert.equal((await state(page)).unsaved, 0);
});

storeTest("packs of other programs are given up before a choice is", async ({ page, url }) => {
  await setQuota(page, url, 10_000_000);
  await page.evaluate(async () => {
    // Bytes that cannot be compressed.
    const makeNoise = (size) => {
      const noise = new Uint8Array(size);
      for (let at = 0; at < size; at += 65536) crypto.getRandomValues(noise.subarray(at, at + 65536));
      return noise;
    };
    const program = (source) =>
      ({ source, pack: makeNoise(3_000_000), report: new Uint8Array([1]), digest: "", fetchedAt: 0, title: "" });
    for (const source of ["a", "bb", "ccc"]) await harness.store.saveProgram(program(source));
    await harness.store.rememberSource("bb");
    await harness.store.append(makeNoise(2_000_000), "00000000000000aa");
  });
  for (const store of ["packs", "reports"]) assert.deepEqual((await raw(page, store)).map(({ key }) => key), ["bb"]);
  assert.deepEqual((await page.evaluate(() => harness.store.shelf())).map(({ source }) => source), ["a", "bb", "ccc"]);
  assert.equal(await page.evaluate(() => harness.store.program("a")), null);
  assert.equal(await page.evaluate(async () => (await harness.store.program("bb")).pack.length), 3_000_000);
  assert.deepEqual((await state(page)).troubles, []);
});

storeTest("a full local storage is told once and does not touch the journal", async ({ page }) => {
  await page.evaluate(() => {
    let size = 2 ** 20;
    for (let at = 0; size > 0; at += 1) {
      try {
        localStorage.setItem(`filling ${at}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await append(page, "a", "b");
  assert.deepEqual((await state(page)).troubles, [{ code: 401, detail: "QuotaExceededError", place: "copy" }]);
  await page.evaluate(() => { localStorage.removeItem("filling 0"); });
  await append(page, "c");
  assert.deepEqual(textsOf((await load(page)).rows, "local"), ["a", "b", "c"]);
});

/** The browser refuses IndexedDB. */
const refuseDatabase = () => {
  if (sessionStorage.getItem("allowed")) return;
  Object.defineProperty(globalThis, "indexedDB", {
    get: () => { throw new DOMException("denied", "SecurityError"); },
  });
};
storeTest("without IndexedDB the copy is read and written, and that is told once", { prepare: refuseDatabase },
  async ({ page, reload }) => {
    assert.deepEqual(await load(page), { isComplete: false, error: 402, rows: [] });
    await begin(page, "a", "b");
    await page.waitForFunction(() => harness.store.isSettled);
    assert.deepEqual(await state(page),
      { troubles: [{ code: 402, detail: "SecurityError", place: "journal" }], saved: [], unsaved: 2 });
    assert.deepEqual(await page.evaluate(() => harness.store.weaknessToTell()), "refused");
    assert.deepEqual(await page.evaluate(() => harness.store.weaknessToTell()), "none");
    await page.evaluate(() => harness.store.setSetting("theme", "dark"));
    assert.equal(await page.evaluate(() => harness.store.setting("theme")), "dark");
    assert.equal(await page.evaluate(() => harness.store.program("x")), null);
    await page.evaluate(() => harness.store.rememberSource("https://conference.example/program.json"));
    const devices = await page.evaluate(async () => [
      (await harness.findWriter(harness.store)).device, (await harness.findWriter(harness.store)).device]);
    assert.equal(devices[0], devices[1]);

    await reload();
    assert.deepEqual(textsOf((await load(page)).rows, "local"), ["a", "b"]);
    assert.equal(await page.evaluate(() => harness.store.weaknessToTell()), "none", "told before the reload");
    assert.equal(await page.evaluate(() => harness.store.lastSource()), "https://conference.example/program.json");
    assert.equal(await page.evaluate(async () => (await harness.findWriter(harness.store)).device), devices[0]);

    await page.evaluate(() => { sessionStorage.setItem("allowed", "yes"); });
    await reload();
    assert.equal((await load(page)).isComplete, true);
    assert.equal(await page.evaluate(async () => (await harness.findWriter(harness.store)).device), devices[0]);
  });

const refuseEverything = () => {
  for (const name of ["indexedDB", "localStorage", "BroadcastChannel"]) {
    Object.defineProperty(globalThis, name, { get: () => { throw new DOMException("denied", "SecurityError"); } });
  }
};
storeTest("with all storage refused, the page works and keeps what it has in memory", { prepare: refuseEverything },
  async ({ page }) => {
    assert.deepEqual(await load(page), { isComplete: false, error: 402, rows: [] });
    await begin(page, "a");
    await page.waitForFunction(() => harness.store.isSettled);
    const { troubles, unsaved } = await state(page);
    assert.deepEqual(troubles.map(({ code, place }) => [code, place]), [[402, "copy"], [402, "journal"]]);
    assert.equal(unsaved, 1);
    assert.equal(await page.evaluate(() => harness.store.weakness()), "refused");
    const writer = await page.evaluate(() => harness.findWriter(harness.store));
    assert.ok(writer.device > 0 && writer.pageLoad > 0);
  });

const hang = () => { IDBFactory.prototype.open = () => ({}); };
storeTest("a database that does not open keeps the page waiting for some seconds at most", { prepare: hang },
  async ({ page }) => {
    const start = Date.now();
    assert.deepEqual(await load(page), { isComplete: false, error: 403, rows: [] });
    assert.ok(Date.now() - start < 6000, `${Date.now() - start} ms`);
    await begin(page, "a");
    const expected = [{ code: 403, detail: "OpenTimeout", place: "journal" }];
    await eventually(page, () => harness.troubles, expected, 6000);
  });

const failReading = () => {
  const { getAll, get } = IDBObjectStore.prototype;
  const fails = (store) => store.name === "journal" && sessionStorage.getItem("broken");
  IDBObjectStore.prototype.getAll = function (...range) {
    if (fails(this)) throw new DOMException("cannot read", "UnknownError");
    return getAll.apply(this, range);
  };
  IDBObjectStore.prototype.get = function (key) {
    if (fails(this) && key === 2) throw new DOMException("cannot read", "UnknownError");
    return get.call(this, key);
  };
};
storeTest("a row that the browser cannot read costs that row alone", { prepare: failReading },
  async ({ page, reload }) => {
    for (const text of ["a", "b", "c"]) await append(page, text);
    await page.evaluate(() => { sessionStorage.setItem("broken", "yes"); });
    await reload();
    const { rows, isComplete } = await load(page);
    assert.equal(isComplete, false);
    assert.deepEqual(textsOf(rows, "journal"), ["a", "c"]);
  });

const failAdding = () => {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (...value) {
    if (globalThis.broken) throw new DOMException("no reason", "UnknownError");
    return add.apply(this, value);
  };
};
storeTest("writes that fail for an unknown reason are tried again with growing pauses", { prepare: failAdding },
  async ({ page }) => {
    await page.evaluate(() => { globalThis.broken = true; });
    await begin(page, "a");
    await eventually(page, () => harness.troubles, [{ code: 403, detail: "UnknownError", place: "journal" }]);
    await new Promise((done) => { setTimeout(done, 1500); });
    assert.equal((await state(page)).troubles.length, 1, "the second failure is not told again");
    await page.evaluate(() => { globalThis.broken = false; });
    await eventually(page, () => harness.saved, ["a"], 5000);
    await page.evaluate(() => { globalThis.broken = true; });
    await begin(page, "b");
    await eventually(page, () => harness.troubles.length, 2);
  });

storeTest("a store that is closed makes no further attempt and tells nothing", { prepare: failAdding },
  async ({ page }) => {
    await page.evaluate(async () => {
      globalThis.broken = true;
      await harness.store.setSetting("any", 1); // The database stands.
      void harness.append("a");
      harness.store.close();
      await new Promise((done) => { setTimeout(done, 100); });
      globalThis.broken = false;
      void harness.append("b");
      harness.store.retry();
      await harness.store.setSetting("any", 2);
    });
    await new Promise((done) => { setTimeout(done, 1500); });
    assert.deepEqual((await state(page)).troubles, []);
    assert.deepEqual(await raw(page, "journal"), []);
    assert.equal((await raw(page, "settings")).find(({ key }) => key === "any").value, 1);
  });

storeTest("a record whose write ends after the store was closed is stored all the same", async ({ page }) => {
  await page.evaluate(async () => {
    await harness.store.setSetting("any", 1); // The database stands.
    void harness.append("under way");
    await new Promise((done) => { setTimeout(done); });
    harness.store.close();
  });
  await eventually(page, () => harness.saved, ["under way"]);
  assert.deepEqual((await raw(page, "journal")).map(({ value }) => value), ["under way"]);
});

storeTest("a newer build upgrades the database at once, and the older one says that it cannot write", async (given) => {
  const { page, url, context } = given;
  await append(page, "old");
  const newer = await context.newPage();
  await newer.goto(url);
  await newer.waitForFunction(() => "harness" in globalThis);
  await newer.evaluate(() => {
    const addStore = (database) => { database.createObjectStore("new in the next version"); };
    harness.start({ upgrades: [...harness.upgrades, addStore] });
  });
  assert.deepEqual(textsOf((await load(newer)).rows, "journal"), ["old"]);
  assert.deepEqual(await raw(newer, "new in the next version"), []);
  await append(newer, "new");

  await begin(page, "star in the old tab");
  await eventually(page, () => harness.troubles, [{ code: 403, detail: "VersionError", place: "journal" }]);
  await eventually(newer, () => harness.received[0], "star in the old tab");
  await openStore(page, url);
  assert.ok(textsOf((await load(page)).rows, "local").includes("star in the old tab"));
});

storeTest("a private window stores as long as it is open", async ({ page, reload, newContext, url }) => {
  // Each context of these tests is one; Chromium does not tell the page.
  await append(page, "a");
  await reload();
  assert.deepEqual(textsOf((await load(page)).rows, "journal"), ["a"]);
  assert.equal(await page.evaluate(() => harness.store.weaknessToTell()), "none");
  const next = await (await newContext()).newPage();
  await openStore(next, url);
  assert.deepEqual((await load(next)).rows, []);
});

const actAsPrivateFirefox = () => {
  StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException("", "SecurityError"));
};
const actAsSafari = () => {
  Object.defineProperty(Navigator.prototype, "vendor", { get: () => "Apple Computer, Inc." });
};
const actAsFull = () => {
  StorageManager.prototype.estimate = () => Promise.resolve({ usage: 100_000_000, quota: 101_000_000 });
};
for (const [weakness, prepare] of [["private", actAsPrivateFirefox], ["week", actAsSafari], ["quota", actAsFull]]) {
  storeTest(`storage that is weak (${weakness}) is found, and told once`, { prepare }, async ({ page, reload }) => {
    const tell = () => page.evaluate(() => harness.store.weaknessToTell());
    assert.equal(await tell(), weakness);
    assert.equal(await tell(), "none");
    await reload();
    assert.equal(await tell(), "none");
    assert.equal(await page.evaluate(() => harness.store.weakness()), weakness);
  });
}

storeTest("a page within another site is told so", async ({ page, url, anotherOrigin, allow }) => {
  const outer = await anotherOrigin();
  allow(outer.origin);
  outer.set("/", { body: `<!doctype html><title>Outer</title><iframe src="${url}"></iframe>`,
    type: "text/html; charset=utf-8",
    headers: { "Content-Security-Policy": "frame-src *" } });
  outer.set("/favicon.ico", { status: 204, body: "" });
  await page.goto(outer.url("/"));
  const frame = page.frames().find((each) => each.url() === url);
  await frame.waitForFunction(() => "harness" in globalThis);
  await frame.evaluate(() => { harness.start(); });
  assert.equal(await frame.evaluate(() => harness.store.weakness()), "framed");
});

storeTest("asking for persistence gives an answer", async ({ page }) => {
  assert.equal(typeof await page.evaluate(() => harness.store.requestPersistence()), "boolean");
});

storeTest("programs are stored with what is known of their source", async ({ page, reload }) => {
  const entry = { source: "https://a.example/p.json", digest: "1-2", fetchedAt: 5, title: "A" };
  await page.evaluate(async (given) => {
    const memory = new Uint8Array(100).fill(9);
    const program = { ...given, pack: memory.subarray(1, 4), report: memory.subarray(5, 7) };
    await harness.store.saveProgram(program);
    await harness.store.saveProgram({ ...program, source: "file:b.json", fetchedAt: 6 });
    await harness.putRaw("programs", "damaged", { source: 3 });
  }, entry);
  assert.equal(await page.evaluate(() => harness.store.lastSource()), null);
  await page.evaluate((source) => harness.store.rememberSource(source), entry.source);
  await reload();
  assert.equal(await page.evaluate(() => harness.store.lastSource()), entry.source);
  const stored = await page.evaluate(async (source) => {
    const { pack, report, ...rest } = await harness.store.program(source);
    return { ...rest, pack: [...pack], report: [...report], room: pack.buffer.byteLength + report.buffer.byteLength };
  }, entry.source);
  assert.deepEqual(stored, { ...entry, pack: [9, 9, 9], report: [9, 9], room: 5 });
  assert.equal(await page.evaluate(() => harness.store.program("nowhere")), null);
  assert.equal(await page.evaluate(() => harness.store.program("damaged")), null);
  const other = { ...entry, source: "file:b.json", fetchedAt: 6 };
  assert.deepEqual(await page.evaluate(() => harness.store.shelf()), [other, entry]);
});

storeTest("what is known of a program changes alone, and only where there is one", async ({ page }) => {
  const found = await page.evaluate(async () => {
    const update = (source, change) => harness.store.updateProgram(source, change);
    const [pack, report] = [new Uint8Array([1]), new Uint8Array([2])];
    await harness.store.saveProgram({ source: "a", digest: "1-2", fetchedAt: 5, title: "", pack, report });
    const changed = [await update("a", { fetchedAt: 7 }), await update("a", { title: "A" }),
      await update("a", { title: "A" }), await update("nowhere", { title: "B" })];
    return { changed, shelf: await harness.store.shelf() };
  });
  assert.deepEqual(found, {
    changed: [true, true, false, false], shelf: [{ source: "a", digest: "1-2", fetchedAt: 7, title: "A" }] });
});

storeTest("a program that is taken off the shelf leaves nothing, and is not opened again", async ({ page, reload }) => {
  await page.evaluate(async () => {
    const bytes = new Uint8Array([1]);
    for (const source of ["a", "b"]) {
      await harness.store.saveProgram({ source, digest: "1-2", fetchedAt: 5, title: "", pack: bytes, report: bytes });
    }
    await harness.store.rememberSource("b");
    await harness.store.forgetProgram("a");
  });
  assert.equal(await page.evaluate(() => harness.store.lastSource()), "b");
  for (const store of ["programs", "packs", "reports"]) {
    assert.deepEqual((await raw(page, store)).map(({ key }) => key), ["b"], store);
  }
  await page.evaluate(() => harness.store.forgetProgram("b"));
  await reload();
  assert.equal(await page.evaluate(() => harness.store.lastSource()), null);
  assert.deepEqual(await page.evaluate(() => harness.store.shelf()), []);
});

const oldEntries = {
  1: { source: "file:a.json", etag: "1-2", lastModified: "", fetchedAt: 5, title: "", conferenceKey: "" },
  2: { source: "file:a.json", digest: "1-2", fetchedAt: 5 },
};
for (const [version, entry] of Object.entries(oldEntries)) {
  storeTest(`programs that version ${version} of the database stored are still there`, async ({ page, url }) => {
    await page.goto(url);
    await page.waitForFunction(() => "harness" in globalThis);
    const stored = await page.evaluate(async ([steps, old]) => {
      await new Promise((done) => { indexedDB.deleteDatabase("hallway").onsuccess = done; });
      harness.start({ upgrades: harness.upgrades.slice(0, steps) });
      await harness.load();
      await harness.putRaw("programs", "file:a.json", old);
      await harness.putRaw("programs", "damaged", 7);
      await harness.putRaw("packs", "file:a.json", new Uint8Array([1, 2]));
      await harness.append("star");
      harness.store.close();
      harness.start();
      const { pack, report, ...rest } = await harness.store.program("file:a.json");
      return { shelf: await harness.store.shelf(), rest, pack: [...pack], report: [...report] };
    }, [Number(version), entry]);
    const now = { source: "file:a.json", digest: "1-2", fetchedAt: 5, title: "" };
    assert.deepEqual(stored, { shelf: [now], rest: now, pack: [1, 2], report: [] });
    assert.deepEqual(textsOf((await load(page)).rows, "journal"), ["star"]);
  });
}

storeTest("settings keep texts and bytes", async ({ page, reload }) => {
  await page.evaluate(async () => {
    await harness.store.setSetting("view", new Uint8Array([1, 2, 3]));
    await harness.store.setSetting("theme", "dark");
    await harness.store.setSetting("theme", "light");
  });
  await reload();
  assert.deepEqual(await page.evaluate(async () => [...await harness.store.setting("view")]), [1, 2, 3]);
  assert.equal(await page.evaluate(() => harness.store.setting("theme")), "light");
  assert.equal(await page.evaluate(() => harness.store.setting("none")), undefined);
});

storeTest("one device, whichever tab asks first and whichever place forgets; each load its own id", async (given) => {
  const { page, anotherTab, reload } = given;
  const writer = (tab) => tab.evaluate(() => harness.findWriter(harness.store));
  const other = await anotherTab();
  const [one, two] = await Promise.all([writer(page), writer(other)]);
  assert.equal(one.device, two.device);
  assert.notEqual(one.pageLoad, two.pageLoad);
  for (const id of [one.device, one.pageLoad]) assert.ok(Number.isInteger(id) && id > 0 && id < 2 ** 32);

  await page.evaluate(() => { localStorage.clear(); });
  await reload();
  assert.equal((await writer(page)).device, one.device);
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase("hallway").onsuccess = done; }));
  await reload();
  assert.equal((await writer(page)).device, one.device);
  await page.evaluate(() => harness.putRaw("settings", "device", "damaged"));
  await reload();
  assert.equal((await writer(page)).device, one.device);
});
