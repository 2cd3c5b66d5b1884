// Runs every check over the source tree. Called by scripts/check; counts as tests in scripts/test.

import { findAbortingJson, findBannedCalls } from "./check/banned.mjs";
import { findLayerFaults, findLibraryFaults } from "./check/layers.mjs";
import { findLongFiles, findLongFunctions, findLongLines, findMachinePaths } from "./check/shape.mjs";
import { readSources } from "./check/sources.mjs";
import { findBrokenScripts, findTypeFaults, findUnformatted, format, typeContexts } from "./check/tools.mjs";

if (process.argv.includes("--fix")) await format(readSources());
const sources = readSources();

const checks = [
  ["each folder includes only what it may", () => findLayerFaults(sources)],
  ["libraries are used only where they may be", () => findLibraryFaults(sources)],
  ["no banned calls", () => findBannedCalls(sources)],
  ["nlohmann_json cannot abort", () => findAbortingJson(sources)],
  ["the C++ code is formatted", () => findUnformatted(sources)],
  ["lines are short", () => findLongLines(sources)],
  ["functions are short", () => findLongFunctions(sources)],
  ["files are short", () => findLongFiles(sources)],
  ["nothing names one machine or a registry", () => findMachinePaths(sources)],
  ["scripts can be read", () => findBrokenScripts(sources)],
  ...typeContexts(sources).map((context) => [`types: ${context}`, () => findTypeFaults(context)]),
];

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, find] of checks) {
  const findings = await find();
  if (findings.skipped) {
    counts.skipped += 1;
    console.log(`[skipped] ${name}: ${findings.skipped}`);
  } else if (findings.length === 0) {
    counts.passed += 1;
  } else {
    counts.failed += 1;
    console.log(`FAILED ${name}`);
    for (const { path, line, what } of findings) console.log(`${path}:${line}: ${what}`);
  }
}
console.log(`[counted] ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
