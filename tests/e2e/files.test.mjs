// The files worker through its client: what it gives, and that nothing which happens in it gets out of it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { sourceFolder } from "../../scripts/lib/paths.mjs";
import { browserTest } from "./support/browser.mjs";
import { generated } from "./support/modules.mjs";

const mebibyte = 1024 * 1024;

/** A page with the client alone on it, as `window.read(source, options, limits)`. */
const pageSource = `
  import { FilesClient } from "./web/files/client.ts";
  globalThis.read = async (source, { limits, ...options } = {}) => {
    const progress = [];
    const client = new FilesClient(limits);
    const from = performance.now();
    const onProgress = (permille, bytes) => progress.push([permille, bytes]);
    const outcome = await client.read(source, { ...options, onProgress });
    const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset);
    const textOf = (bytes) => new TextDecoder().decode(bytes.subarray(6, 6 + view(bytes).getUint32(2, true)));
    return {
      kind: outcome.kind,
      ms: performance.now() - from,
      progress,
      digest: outcome.digest,
      packBytes: outcome.pack?.length,
      magic: outcome.pack && view(outcome.pack).getUint32(0, true),
      code: outcome.error && view(outcome.error).getUint16(0, true),
      detail: outcome.error && textOf(outcome.error),
    };
  };`;

let script = "";
async function clientScript() {
  const esbuild = createRequire(import.meta.url)("esbuild");
  const { outputFiles } = await esbuild.build({
    stdin: { contents: pageSource, resolveDir: sourceFolder },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    plugins: [generated],
  });
  return outputFiles[0].text;
}

function filesTest(name, ...rest) {
  const run = rest.pop();
  browserTest(`files: ${name}`, rest[0] ?? {}, async (given) => {
    script ||= await clientScript();
    given.server.set("/client.js", { body: script, type: "text/javascript" });
    given.server.set("/client.html", {
      body: '<!doctype html><title>Client</title><link rel="icon" href="data:,">'
        + '<script type="module" src="/client.js"></script>',
      type: "text/html; charset=utf-8",
    });
    await given.open("/client.html");
    await given.page.waitForFunction(() => "read" in globalThis);
    const read = (source, options) =>
      given.page.evaluate(([what, how]) => globalThis.read(what, how), [source, options]);
    const readAt = (path, options) => read({ address: given.server.url(path) }, options);
    await run({ ...given, read, readAt });
    // The browser tells of a worker's end a moment after it.
    for (let waits = 0; given.page.workers().length > 0 && waits < 100; waits += 1) await given.page.waitForTimeout(20);
    assert.equal(given.page.workers().length, 0, "a worker is left over");
  });
}

const program = (title) => JSON.stringify({
  format: "hallway-program/1",
  conference: { id: "c", title, zone: "Europe/Berlin" },
  sessions: [{ id: "s", title: "S", start: "2027-01-01T10:00", minutes: 30 }],
});

filesTest("a program has digest and progress, and the same one again is unchanged", async ({ server, readAt }) => {
  const body = program("x".repeat(200_000));
  server.set("/p.json", { body, type: "application/json" });
  const first = await readAt("/p.json");
  assert.equal(first.kind, "done");
  assert.equal(first.magic, 0x4b505748);
  assert.deepEqual(first.progress.at(-1), [1000, body.length]);
  assert.match(first.digest, /^[0-9a-f]+-[0-9a-f]+$/);

  const again = await readAt("/p.json", { knownDigest: first.digest });
  assert.equal(again.kind, "unchanged");
  assert.equal(server.requests.filter(({ path, status }) => path === "/p.json" && status === 304).length, 1);

  server.set("/p.json", { body: program("y".repeat(200_000)), type: "application/json" });
  assert.equal((await readAt("/p.json", { knownDigest: first.digest })).kind, "done");
});

filesTest("a file from disk is read; one that is too large is refused before it is", async ({ page }) => {
  const [small, large] = await page.evaluate(async (text) => [
    await globalThis.read({ file: new File([text], "p.json") }),
    await globalThis.read({ file: new File([new Uint8Array(65 * 1024 * 1024)], "large.json") }),
  ], program("Disk"));
  assert.equal(small.kind, "done");
  assert.deepEqual([large.kind, large.code], ["failed", 102]);
});

filesTest("what has no http address is refused", async ({ read }) => {
  for (const address of ["ftp://127.0.0.1/x", "javascript:alert(1)", "data:application/json,{}", "file:///x", ""]) {
    const { kind, code } = await read({ address });
    assert.deepEqual([kind, code], ["failed", 303], address);
  }
});

filesTest("a stream without a length is refused after 64 MB, and no more is fetched",
  async ({ server, allow, read }) => {
    let sent = 0;
    const endless = createServer((_, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" });
      const piece = Buffer.alloc(mebibyte, " ");
      const more = () => {
        while (!response.destroyed && sent < 300) {
          sent += 1;
          if (!response.write(piece)) return response.once("drain", more);
        }
        response.end();
      };
      more();
    });
    await new Promise((done) => { endless.listen(0, "127.0.0.1", done); });
    const origin = `http://127.0.0.1:${endless.address().port}`;
    server.allowConnect(origin);
    allow(origin);
    try {
      // The page's policy is read when it loads; the worker's comes with its script.
      const { kind, code, progress } = await read({ address: `${origin}/` });
      assert.deepEqual([kind, code], ["failed", 102]);
      assert.equal(progress.every(([permille]) => permille === null), true);
      assert.equal(sent < 200, true, `${sent} MB were sent`);
    } finally {
      endless.closeAllConnections();
      await new Promise((done) => { endless.close(done); });
    }
  });

/** Stands in for the built worker. */
const broken = {
  "throws at once": "throw new Error('made to fail');",
  "throws when asked": "addEventListener('message', () => { throw new Error('made to fail'); });",
  "rejects": "addEventListener('message', async () => { throw new Error('made to fail'); });\n"
    + "addEventListener('unhandledrejection', () => { throw new Error('made to fail'); });",
  "is no script": "<!doctype html>",
};
for (const [what, body] of Object.entries(broken)) {
  filesTest(`a worker that ${what} is error 112`, { expectedErrors: [/made to fail|SyntaxError|Unexpected token/] },
    async ({ server, readAt }) => {
      server.set("/p.json", { body: program("P"), type: "application/json" });
      server.set("/lazy/files.js", { body, type: "text/javascript" });
      const { kind, code } = await readAt("/p.json", { limits: { stallMs: 10_000, readMs: 10_000 } });
      assert.deepEqual([kind, code], ["failed", 112]);
    });
}

filesTest("a reader that cannot be had, or is none, is error 112",
  { expectedErrors: [/Failed to load|wasm|Aborted|falling back/i] }, async ({ server, readAt }) => {
    server.set("/p.json", { body: program("P"), type: "application/json" });
    for (const answer of [{ status: 404, body: "" }, { body: "no wasm", type: "application/wasm" }]) {
      server.set("/lazy/files.wasm", answer);
      const { kind, code } = await readAt("/p.json");
      assert.deepEqual([kind, code], ["failed", 112]);
    }
  });

filesTest("a reader that hangs is ended, the page goes on", async ({ server, page, readAt }) => {
  server.set("/p.json", { body: program("P"), type: "application/json" });
  server.set("/lazy/files.js", {
    body: "addEventListener('message', () => { postMessage({ kind: 'reading' }); for (;;); });",
    type: "text/javascript",
  });
  const reading = readAt("/p.json", { limits: { stallMs: 10_000, readMs: 700 } });
  const later = await page.evaluate(() => new Promise((done) => { setTimeout(() => done("alive"), 50); }));
  assert.equal(later, "alive");
  const { kind, code } = await reading;
  assert.deepEqual([kind, code], ["failed", 112]);
});

filesTest("a server that falls silent is error 301 after its time", async ({ server, readAt }) => {
  server.set("/silent.json", { hang: true });
  const { kind, code, detail } = await readAt("/silent.json", { limits: { stallMs: 500, readMs: 500 } });
  assert.deepEqual([kind, code, detail], ["failed", 301, "time"]);
});

filesTest("a load that is given up ends its worker at once", async ({ server, page }) => {
  server.set("/silent.json", { hang: true });
  const kinds = await page.evaluate(async (address) => {
    const early = new AbortController();
    early.abort();
    const late = new AbortController();
    setTimeout(() => late.abort(), 100);
    const outcomes = await Promise.all([
      globalThis.read({ address }, { signal: early.signal }),
      globalThis.read({ address }, { signal: late.signal }),
    ]);
    return outcomes.map(({ kind }) => kind);
  }, server.url("/silent.json"));
  assert.deepEqual(kinds, ["cancelled", "cancelled"]);
});
