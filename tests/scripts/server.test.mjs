// The server of scripts/serve and of the browser tests.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { contentSecurityPolicy } from "../../scripts/lib/csp.mjs";
import { startServer } from "../../scripts/lib/server.mjs";

let folder;
let server;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "hallway-server-"));
  mkdirSync(join(folder, "site/lazy"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "site/index.html"), `<meta content="${contentSecurityPolicy()}">`);
  writeFileSync(join(folder, "site/planner.wasm"), "wasm");
  server = await startServer({ root: join(folder, "site") });
});

after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as it stands; fetch would tidy it up. */
const statusOf = (path) => new Promise((done, failed) => {
  get({ host: "127.0.0.1", port: new URL(server.origin).port, path }, (response) => {
    response.resume();
    done(response.statusCode);
  }).on("error", failed);
});

test("files have their types and the policy", async () => {
  const page = await fetch(server.url("/"));
  assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(page.headers.get("content-security-policy"), contentSecurityPolicy());
  const module = await fetch(server.url("/planner.wasm"));
  assert.equal(module.headers.get("content-type"), "application/wasm");
  assert.equal(module.headers.get("access-control-allow-origin"), null);
});

test("what has not changed is not sent again", async () => {
  const first = await fetch(server.url("/planner.wasm"));
  const again = await fetch(server.url("/planner.wasm"), { headers: { "if-none-match": first.headers.get("etag") } });
  assert.equal(again.status, 304);
  const other = await fetch(server.url("/planner.wasm"), { headers: { "if-none-match": '"other"' } });
  assert.equal(other.status, 200);
  const since = { "if-modified-since": first.headers.get("last-modified") };
  assert.equal((await fetch(server.url("/planner.wasm"), { headers: since })).status, 304);
});

test("nothing outside the folder is served", async () => {
  for (const path of ["/../secret.txt", "/..%2fsecret.txt", "/lazy/..%2f..%2fsecret.txt", "/%00", "/%", "/lazy"]) {
    assert.ok([400, 404].includes(await statusOf(path)), path);
  }
});

test("answers: body, other origins, delay, broken connections", async () => {
  server.set("/p.json", { body: '{"a":1}', cors: true, delayMs: 50 });
  const start = performance.now();
  const answer = await fetch(server.url("/p.json"));
  assert.deepEqual(await answer.json(), { a: 1 });
  assert.ok(performance.now() - start >= 45);
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.equal((await fetch(server.url("/p.json"), { method: "OPTIONS" })).status, 204);
  server.set("/p.json", { body: '{"a":1}', cutAt: 3 });
  await assert.rejects(fetch(server.url("/p.json")).then((cut) => cut.text()));
  server.set("/p.json", { status: 500, body: "no" });
  assert.equal((await fetch(server.url("/p.json"))).status, 500);
  server.unset("/p.json");
  assert.equal((await fetch(server.url("/p.json"))).status, 404);
});

test("requests are written down", async () => {
  server.requests.length = 0;
  await (await fetch(server.url("/absent?x=1"))).text();
  assert.equal(server.requests.length, 1);
  assert.equal(server.requests[0].path, "/absent");
});

test("further origins stand in the header and in the page's own policy", async () => {
  server.allowConnect("http://127.0.0.1:1");
  const page = await fetch(server.url("/"));
  const policy = contentSecurityPolicy(["http://127.0.0.1:1"]);
  assert.equal(page.headers.get("content-security-policy"), policy);
  assert.equal(await page.text(), `<meta content="${policy}">`);
});
