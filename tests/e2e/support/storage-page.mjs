// A page that holds web/storage and nothing else, for tests of the store alone. Records are texts here: the store never
// looks into them.

import assert from "node:assert/strict";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import { browserTest } from "./browser.mjs";
import { generated } from "./modules.mjs";

const storageFolder = fileURLToPath(new URL("../../../web/storage", import.meta.url));

/** Runs in the page: what the tests call as `harness`. */
const entry = `
  import { upgrades } from "./database.ts";
  import { findWriter } from "./device.ts";
  import { Store } from "./store.ts";

  const textOf = (bytes) => new TextDecoder().decode(bytes);
  const bytesOf = (text) => new TextEncoder().encode(text);

  globalThis.harness = {
    upgrades, findWriter, textOf, bytesOf,
    troubles: [], received: [], durable: [], saved: [], replacedCount: 0, store: null, rows: [],
    start(options = {}) {
      this.store = new Store({
        onTrouble: ({ code, detail }, place) => { this.troubles.push({ code, detail, place }); },
        onReplaced: () => { this.replacedCount += 1; },
        ...options,
      });
      this.store.onRecords((bytes, isDurable) => {
        this.received.push(textOf(bytes));
        if (isDurable) this.durable.push(textOf(bytes));
      });
    },
    /** Resolves with the append; "saved" tells whether it did, without waiting. */
    append(text, id = idOf(text)) {
      return this.store.append(bytesOf(text), id).then(() => { this.saved.push(text); });
    },
    async load() {
      const { rows, isComplete, error } = await this.store.load();
      this.rows = rows;
      const texts = rows.map(({ source, id, bytes }) => ({ source, id, text: textOf(bytes) }));
      return { isComplete, error: error?.code ?? null, rows: texts };
    },
    /** All that one object store holds, read past the store. */
    async raw(name) {
      const database = await openRaw();
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([settle(store.getAllKeys()), settle(store.getAll())]);
      database.close();
      return keys.map((key, index) => ({ key, value: plain(values[index]) }));
    },
    async putRaw(name, key, value) {
      const database = await openRaw();
      await settle(database.transaction(name, "readwrite").objectStore(name).put(value, key));
      database.close();
    },
    idOf: (text) => idOf(text),
  };

  function idOf(text) {
    return [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 2 ** 48, 7).toString(16)
      .padStart(16, "0");
  }
  function plain(value) {
    if (value instanceof Uint8Array) return textOf(value);
    if (typeof value === "object" && value !== null && value.value instanceof Uint8Array) {
      return { ...value, value: textOf(value.value) };
    }
    return value;
  }
  function openRaw() {
    return settle(indexedDB.open("hallway"));
  }
  function settle(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
`;

const { outputFiles } = await build({
  stdin: { contents: entry, resolveDir: storageFolder, loader: "ts" },
  bundle: true, write: false, format: "esm", target: "es2022", logLevel: "silent", plugins: [generated],
});

/** Options of a server whose "/" is the page. */
export const storageServer = {
  root: null,
  answers: {
    "/": { body: "<!doctype html><title>Storage</title><script type=module src=/storage.js></script>",
      type: "text/html; charset=utf-8" },
    "/storage.js": { body: outputFiles[0].text, type: "text/javascript; charset=utf-8" },
    "/favicon.ico": { status: 204, body: "" },
  },
};

/** Opens the page and starts a store; `prepare` runs in the page before the store exists. */
export async function openStore(page, url, prepare) {
  if (prepare) await page.addInitScript(prepare);
  await page.goto(url);
  await page.waitForFunction(() => "harness" in globalThis);
  await page.evaluate(() => { harness.start(); });
}

export const load = (page) => page.evaluate(() => harness.load());
export const append = (page, ...texts) =>
  page.evaluate(async (all) => { await Promise.all(all.map((text) => harness.append(text))); }, texts);
export const raw = (page, store) => page.evaluate((name) => harness.raw(name), store);
export const textsOf = (rows, ...sources) =>
  rows.filter(({ source }) => sources.includes(source)).map(({ text }) => text).sort();

/** Waits until `ask` of the page gives `expected`. */
export async function eventually(page, ask, expected, timeoutMs = 1000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await page.evaluate(ask);
    if (JSON.stringify(found) === JSON.stringify(expected)) return;
    if (Date.now() > deadline) assert.deepEqual(found, expected);
    await new Promise((done) => { setTimeout(done, 20); });
  }
}

/** Declares a test with the store open in one page, and a way to open it in another tab. */
export function storeTest(name, ...rest) {
  const run = rest.pop();
  const options = rest.pop() ?? {};
  browserTest(`storage: ${name}`, { server: storageServer, ...options }, async (given) => {
    const url = given.server.url("/");
    await openStore(given.page, url, options.prepare);
    const anotherTab = async (prepare) => {
      const tab = await given.context.newPage();
      await openStore(tab, url, prepare);
      return tab;
    };
    const reload = async (page = given.page) => openStore(page, url);
    await run({ ...given, url, anotherTab, reload });
  });
}
