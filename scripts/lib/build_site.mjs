// Builds the modules and the TypeScript into build/site. Called by scripts/build.
//
//   index.html                    web/page/index.html, with the Content Security Policy put in
//   planner.js                    web/page/main.ts, everything it imports and Emscripten's glue of the planner
//   planner.wasm
//   page.css, planner.css         web/page/page.css, web/planner/planner.css (whichever there are)
//   languages/<language>.bin      made by scripts/make_language
//   programs/*.json               assets/programs
//   *.webmanifest, *.svg, *.png   from web/page
//   lazy/files.js, files.wasm     web/files/worker.ts with the glue of the files module
//   lazy/plans.js, plans.wasm     web/plans/worker.ts likewise
//
// In TypeScript and CSS, "#generated/..." is generated code and "#modules/<name>.mjs" Emscripten's glue.

import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { contentSecurityPolicy } from "./csp.mjs";
import { generate } from "./generate.mjs";
import { buildFolder, siteFolder, sourceFolder } from "./paths.mjs";
import { run } from "./run.mjs";

const debug = process.argv.includes("--debug");
const preset = debug ? "web-debug" : "web-release";
const presetFolder = join(buildFolder, preset);
const web = join(sourceFolder, "web");

/** What the site consists of: path in the site to bytes. */
const site = new Map();

function fail(message) {
  console.error(`build: ${message}`);
  process.exit(1);
}

/** Where the modules lie in the site. */
const modulePaths = { planner: "planner.wasm", files: "lazy/files.wasm", plans: "lazy/plans.wasm" };

async function buildModules() {
  const cmake = async (...args) => {
    const { ok, output } = await run(["cmake", ...args], { cwd: sourceFolder, keep: true });
    if (!ok) fail(`cmake ${args.join(" ")} failed:\n${output}`);
    return output;
  };
  await cmake("--preset", preset);
  const targets = (await cmake("--build", presetFolder, "--target", "help"))
    .split("\n").map((line) => line.split(":")[0]);
  const modules = Object.keys(modulePaths).filter((name) => targets.includes(name));
  if (modules.length === 0) return;
  await cmake("--build", presetFolder, "--target", ...modules);
  for (const name of modules) {
    site.set(modulePaths[name], await readFile(join(presetFolder, "modules", `${name}.wasm`)));
  }
}

/** Resolves "#generated/..." and "#modules/...". */
const ourNames = {
  name: "our-names",
  setup(build) {
    build.onResolve({ filter: /^#generated\// }, ({ path }) => ({ path: join(buildFolder, path.slice(1)) }));
    build.onResolve({ filter: /^#modules\// }, ({ path }) => ({ path: join(presetFolder, path.slice(1)) }));
  },
};

async function buildWeb() {
  const esbuild = createRequire(import.meta.url)("esbuild");
  const entries = [
    ["page/main.ts", "planner"],
    ["page/page.css", "page"],
    ["planner/planner.css", "planner"],
    ["files/worker.ts", "lazy/files"],
    ["plans/worker.ts", "lazy/plans"],
  ].filter(([from]) => existsSync(join(web, from)));
  const scripts = entries.filter(([from]) => from.endsWith(".ts"));
  const styles = entries.filter(([from]) => from.endsWith(".css"));
  for (const group of [scripts, styles]) {
    if (group.length === 0) continue;
    const result = await esbuild.build({
      entryPoints: group.map(([from, to]) => ({ in: join(web, from), out: to })),
      outdir: siteFolder,
      write: false,
      bundle: true,
      format: "esm",
      target: ["es2022", "chrome111", "firefox115", "safari16.4"],
      minify: !debug,
      sourcemap: debug ? "linked" : false,
      charset: "utf8",
      legalComments: "none",
      plugins: [ourNames],
      logLevel: "silent",
      define: { HALLWAY_DEBUG: String(debug) },
    }).catch((error) => error);
    if (result.errors?.length) {
      const lines = await esbuild.formatMessages(result.errors, { kind: "error" });
      fail(`the web part does not build:\n${lines.join("\n")}`);
    }
    for (const file of result.outputFiles) site.set(relative(siteFolder, file.path), Buffer.from(file.contents));
  }
}

async function addPage() {
  const path = join(web, "page/index.html");
  if (!existsSync(path)) fail("web/page/index.html is missing");
  let html = await readFile(path, "utf8");
  if (!html.includes("Content-Security-Policy")) {
    const meta = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">`;
    const charset = /<meta charset[^>]*>/i;
    if (!charset.test(html)) fail('web/page/index.html has no <meta charset="utf-8">, after which the policy stands');
    html = html.replace(charset, (found) => `${found}\n${meta}`);
  }
  if (!debug) {
    const lines = html.replace(/<!--[\s\S]*?-->/g, "").split("\n").map((line) => line.trim());
    html = lines.filter((line) => line !== "").join("\n");
  }
  site.set("index.html", Buffer.from(html));
}

async function addFolder(from, to, pattern) {
  if (!existsSync(from)) return;
  for (const name of await readdir(from)) {
    if (pattern.test(name)) site.set(join(to, name), await readFile(join(from, name)));
  }
}

/** Writes what changed and removes what is not part of the site, so that a running server sees whole files. */
async function writeSite() {
  await mkdir(siteFolder, { recursive: true });
  for (const entry of await readdir(siteFolder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !site.has(relative(siteFolder, path))) await rm(path);
  }
  for (const [name, bytes] of site) {
    const path = join(siteFolder, name);
    const old = await readFile(path).catch(() => null);
    if (old?.equals(bytes)) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

const wrong = await generate();
if (wrong) fail(wrong);
await buildModules();
await buildWeb();
await addPage();
await addFolder(join(buildFolder, "generated/languages"), "languages", /\.bin$/);
await addFolder(join(sourceFolder, "assets/programs"), "programs", /\.json$/);
await addFolder(join(web, "page"), "", /\.(webmanifest|svg|png|ico)$/);
await writeSite();
console.log(`build: build/site (${preset})`);
