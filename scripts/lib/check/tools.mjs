// What other programs check: formatting, types, syntax.

import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../generate.mjs";
import { sourceFolder } from "../paths.mjs";
import { run } from "../run.mjs";
import { wrapComments } from "./wrap.mjs";

const clangFormatVersion = "14";

async function clangFormat() {
  for (const program of ["clang-format", `clang-format-${clangFormatVersion}`]) {
    const { ok, output } = await run([program, "--version"], { keep: true });
    if (ok && output.includes(`version ${clangFormatVersion}.`)) return program;
  }
  return null;
}

const isOurCpp = ({ path }) => /^(src|tests)\/.*\.(h|cpp)$/.test(path);

/** Formats the C++ code and wraps its comments. @param {import("./sources.mjs").Source[]} sources */
export async function format(sources) {
  const program = await clangFormat();
  for (const { path, text } of sources.filter(isOurCpp)) {
    const wrapped = wrapComments(text);
    if (wrapped !== text) writeFileSync(join(sourceFolder, path), wrapped);
    if (program !== null) await run([program, "-i", path], { cwd: sourceFolder });
  }
}

/** @param {import("./sources.mjs").Source[]} sources */
export async function findUnformatted(sources) {
  const paths = sources.filter(isOurCpp).map(({ path }) => path);
  if (paths.length === 0) return [];
  const program = await clangFormat();
  // Other versions format otherwise.
  if (program === null) return { skipped: `there is no clang-format ${clangFormatVersion}` };
  const { output } = await run([program, "--dry-run", ...paths], { cwd: sourceFolder, keep: true });
  const first = new Map();
  for (const [, path, line] of output.matchAll(/^(\S+?):(\d+):\d+: warning: code should be clang-formatted/gm)) {
    if (!first.has(path)) first.set(path, { path, line: Number(line), what: "not formatted: scripts/check --fix" });
  }
  return [...first.values()];
}

/** Every folder of web with a tsconfig.json is a JS context. @param {import("./sources.mjs").Source[]} sources */
export function typeContexts(sources) {
  return sources.map(({ path }) => path).filter((path) => /^web\/(.*\/)?tsconfig\.json$/.test(path));
}

/** @param {string} context path of a tsconfig.json */
export async function findTypeFaults(context) {
  const wrong = await generate();
  if (wrong) return [{ path: context, line: 1, what: wrong }];
  const tsc = join(sourceFolder, "node_modules/.bin/tsc");
  const { ok, output } = await run([tsc, "--pretty", "false", "-p", context], { cwd: sourceFolder, keep: true });
  if (ok) return [];
  const findings = [...output.matchAll(/^(\S+?)\((\d+),\d+\): (error .*)$/gm)]
    .map(([, path, line, what]) => ({ path, line: Number(line), what }));
  return findings.length > 0 ? findings : [{ path: context, line: 1, what: output.trim() }];
}

/** @param {import("./sources.mjs").Source[]} sources */
export async function findBrokenScripts(sources) {
  const findings = [];
  for (const { path, lines } of sources) {
    const isBash = lines[0] === "#!/bin/bash";
    const isNode = /^(scripts|tests)\/.*\.mjs$/.test(path);
    if (/^scripts\/[^./]+$/.test(path) && !isBash) {
      const what = "Node 18 runs no module without an ending: make it scripts/lib/<name>.mjs, started by a bash script";
      findings.push({ path, line: 1, what });
    }
    if (!isBash && !isNode) continue;
    const command = isBash ? ["bash", "-n", path] : [process.execPath, "--check", path];
    const { ok, output } = await run(command, { cwd: sourceFolder, keep: true });
    const line = Number(/(?:line |:)(\d+)/.exec(output)?.[1] ?? 1);
    if (!ok) findings.push({ path, line, what: output.trim() });
    const isRunnable = (statSync(join(sourceFolder, path)).mode & 0o100) !== 0;
    if (isBash && !isRunnable) findings.push({ path, line: 1, what: `cannot be started: chmod +x ${path}` });
  }
  return findings;
}

