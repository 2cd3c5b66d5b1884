// Pages made of the web part's own modules, without the planner's core: see fake-page.ts.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const sourceFolder = fileURLToPath(new URL("../../..", import.meta.url));

/** For esbuild: "#generated/..." is code that the build has made. */
export const generated = {
  name: "generated",
  setup(build) {
    build.onResolve({ filter: /^#generated\// }, ({ path }) => ({ path: join(sourceFolder, "build", path.slice(1)) }));
  },
};

async function bundle(path) {
  const esbuild = createRequire(import.meta.url)("esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(sourceFolder, path)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    plugins: [generated],
    define: { HALLWAY_DEBUG: "false" },
  });
  return outputFiles[0].text;
}

const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Parts</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/parts.css"><link rel="icon" href="data:,">
<script type="module" src="/parts.js"></script></head><body><div id="host"></div></body></html>`;

/** @type {Promise<[string, string]> | null} */
let built = null;

/** Opens a page with the modules on it; `styleNames` and `makeFakePage` are there. */
export async function openParts({ page, server }) {
  built ??= Promise.all([bundle("tests/e2e/support/fake-page.ts"), bundle("web/planner/planner.css")]);
  const [script, style] = await built;
  server.set("/parts.html", { body: html, type: "text/html; charset=utf-8" });
  server.set("/parts.js", { body: script, type: "text/javascript" });
  server.set("/planner.css", { body: style, type: "text/css" });
  server.set("/parts.css", { body: "html,body,#host{margin:0;height:100%}#host{display:block}", type: "text/css" });
  await page.goto(server.url("/parts.html"));
  await page.waitForFunction(() => "makeFakePage" in window);
  await page.evaluate(async () => { window.parts = await window.makeFakePage(); });
}
