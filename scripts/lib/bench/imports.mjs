// The time files.wasm takes to read a program, in a worker that has loaded it before.

import { createRequire } from "node:module";
import { join } from "node:path";
import { buildFolder, siteFolder, sourceFolder } from "../paths.mjs";

/** The browser compiles the code of a module anew, optimised, while it runs: the first reads make the worker warm. */
const warmUpReads = 10;
const measuredReads = 15;

/** Runs in the worker. JSON.parse of the same bytes, which every browser has tuned, says how fast the machine is; of
 * XML it says nothing. */
const workerSource = `
  import { Reader } from "./web/files/reader.ts";
  self.onmessage = async ({ data: { address, warmUpReads, measuredReads } }) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const reader = await Reader.load();
    const text = new TextDecoder().decode(bytes);
    const isJson = text.startsWith("{");
    const found = { cold: 0, warm: [], parse: [], kind: "" };
    for (let read = 0; read < warmUpReads + measuredReads; read += 1) {
      const from = performance.now();
      found.kind = reader.read({ pieces: [bytes], size: bytes.length }, null).kind;
      const took = performance.now() - from;
      if (read === 0) found.cold = took;
      else if (read >= warmUpReads) found.warm.push(took);
      if (!isJson) continue;
      const parseFrom = performance.now();
      JSON.parse(text);
      if (read >= warmUpReads) found.parse.push(performance.now() - parseFrom);
    }
    self.postMessage(found);
  };
`;

async function bundleWorker() {
  const esbuild = createRequire(import.meta.url)("esbuild");
  const ourNames = {
    name: "our-names",
    setup(build) {
      build.onResolve({ filter: /^#generated\// }, ({ path }) => ({ path: join(buildFolder, path.slice(1)) }));
      const release = join(buildFolder, "web-release");
      build.onResolve({ filter: /^#modules\// }, ({ path }) => ({ path: join(release, path.slice(1)) }));
    },
  };
  const { outputFiles } = await esbuild.build({
    stdin: { contents: workerSource, resolveDir: sourceFolder, loader: "ts" },
    bundle: true, write: false, format: "esm", target: "es2022", plugins: [ourNames],
    define: { HALLWAY_DEBUG: "false" },
  });
  return outputFiles[0].text;
}

/** @returns {Promise<{ cold: number, warm: number[], parse: number[], kind: string }>} milliseconds */
export async function measureImports(browser, server, program) {
  server.set("/bench/page.html", { body: "<!doctype html><title>Bench</title>", type: "text/html; charset=utf-8" });
  server.set("/bench/worker.js", { body: await bundleWorker(), type: "text/javascript" });
  server.set("/bench/files.wasm", { file: join(siteFolder, "lazy/files.wasm"), type: "application/wasm" });
  server.set("/bench/program", { body: program, type: "application/octet-stream" });
  const page = await browser.newPage();
  await page.goto(server.url("/bench/page.html"));
  const found = await page.evaluate((given) => new Promise((resolve, reject) => {
    const policy = trustedTypes.createPolicy("hallway", { createScriptURL: (address) => address });
    const worker = new Worker(policy.createScriptURL("/bench/worker.js"), { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(given);
  }), { address: "/bench/program", warmUpReads, measuredReads });
  await page.close();
  if (found.kind !== "done") throw new Error(`the program was not read: ${found.kind}`);
  return found;
}
