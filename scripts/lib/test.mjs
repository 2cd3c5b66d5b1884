// Builds and runs all tests, one stage after the other, and adds up what they count. Called by scripts/test.
//
// A test program ends with the line "[counted] N passed, N failed, N skipped". One that does not, or that ends badly
// with nothing failed, is one failure. A stage whose build fails is one failure, and the next stage is still run.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildTargets } from "./cmake.mjs";
import { buildFuzz, fuzzNames, runFuzz } from "./fuzz/programs.mjs";
import { buildFolder, sourceFolder } from "./paths.mjs";
import { run, twoAtATime } from "./run.mjs";

const programTimeoutS = 300;
const stageTimeoutS = 1800;
const fuzzSeconds = 5;
const node = process.execPath;

let siteIsBuilt = false;
const total = { passed: 0, failed: 0, skipped: 0 };

function wrong(what, output = "") {
  total.failed += 1;
  console.log(`FAILED ${what}${output ? `\n${output.trimEnd()}` : ""}`);
}

/** Adds what a program counted and shows what a reader needs of its output. */
function count(name, { ok, output, why }, seconds, { show = false } = {}) {
  const found = /^\[counted\] (\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(output);
  if (!found) return wrong(`${name} did not end: ${why || "it counted nothing"}`, output);
  const [passed, failed, skipped] = found.slice(1).map(Number);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (show || failed > 0 || !ok) console.log(output.replace(found[0], "").trimEnd());
  else for (const line of output.match(/^\[skipped\].*$/gm) ?? []) console.log(line);
  const verdict = failed > 0 || !ok ? "FAILED" : "  ok ";
  const sum = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  console.log(`${verdict} ${name}: ${sum} (${seconds.toFixed(1)} s)`);
  if (!ok && failed === 0) wrong(`${name}: ${why}`);
}

async function timed(command, options) {
  const start = performance.now();
  const result = await run(command, { cwd: sourceFolder, keep: true, timeoutS: programTimeoutS, ...options });
  return [result, (performance.now() - start) / 1000];
}

async function builds(build) {
  const fault = await build;
  if (fault) wrong(fault.what, fault.output);
  return !fault;
}

/** Runs every test program of a preset. */
async function runPrograms(preset, pattern, commandOf) {
  const folder = join(buildFolder, preset, "tests");
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => pattern.test(name)).sort() : [];
  // A program whose sources are gone is left over from an earlier build.
  const current = names.filter((name) => existsSync(join(sourceFolder, "tests", name.replace(/^test_|\.js$/g, ""))));
  await twoAtATime(current, async (name) => {
    const env = { UBSAN_OPTIONS: "print_stacktrace=1" };
    const [result, seconds] = await timed(commandOf(join(folder, name)), { env });
    count(name.replace(/\.js$/, ""), result, seconds);
  });
}

/** A fuzz program counts as one test. */
async function runFuzzPrograms() {
  await twoAtATime(fuzzNames, async (name) => {
    const { ok, output, why, inputs } = await runFuzz(name, { seconds: fuzzSeconds });
    if (!ok) return wrong(`${name}_fuzz: ${why}`, output);
    total.passed += 1;
    console.log(`  ok  ${name}_fuzz: ${inputs} inputs`);
  });
}

/** These count frames, kill browsers or wait for a clock: nothing else may run beside them. */
const lonely = new Set(["activation", "grid", "idle", "keep", "lifetime", "now", "presentation", "scrolling", "storage",
  "storage-trouble"].map((name) => `${name}.test.mjs`));

/** Runs files of node's own test runner: those that `isWanted`, so many at a time. */
async function runNodeTests(name, folder, { isWanted = () => true, atATime = 1 } = {}) {
  const files = existsSync(join(sourceFolder, folder)) ? readdirSync(join(sourceFolder, folder))
    .filter((file) => file.endsWith(".test.mjs") && isWanted(file)).sort() : [];
  if (files.length === 0) return;
  const [result, seconds] = await timed([node, "--test", `--test-concurrency=${atATime}`,
    "--test-reporter=./tests/e2e/support/reporter.mjs", ...files.map((file) => join(folder, file))],
    { timeoutS: stageTimeoutS });
  count(name, result, seconds, { show: true });
}

const stages = [
  {
    name: "native, with the address and undefined-behaviour sanitizers",
    fast: true,
    run: async () => {
      if (!await builds(buildTargets("native-debug", "all"))) return;
      await runPrograms("native-debug", /^test_\w+$/, (program) => [program]);
    },
  },
  {
    name: "the same as WebAssembly under Node",
    run: async () => {
      if (!await builds(buildTargets("web-debug", "all_tests"))) return;
      await runPrograms("web-debug", /^test_\w+\.js$/, (program) => [node, program]);
    },
  },
  {
    name: `made-up input, ${fuzzSeconds} s for each program of tests/fuzz`,
    run: async () => {
      if (await builds(buildFuzz(fuzzNames))) await runFuzzPrograms();
    },
  },
  {
    name: "the site",
    run: async () => {
      const [built] = await timed([node, "scripts/lib/build_site.mjs"], { timeoutS: stageTimeoutS });
      siteIsBuilt = built.ok;
      if (!built.ok) return wrong("the site does not build", built.output);
      count("sizes", ...await timed([node, "scripts/lib/sizes.mjs"]));
    },
  },
  {
    name: "layers, style, types",
    run: async () => count("check", ...await timed([node, "scripts/lib/check.mjs"])),
  },
  { name: "the scripts themselves", run: () => runNodeTests("scripts", "tests/scripts") },
  { name: "programs and their format", run: () => runNodeTests("assets", "tests/assets") },
  {
    name: "in Chromium",
    run: async () => {
      if (!siteIsBuilt) return wrong("there is no site to test");
      await runNodeTests("e2e", "tests/e2e", { isWanted: (file) => !lonely.has(file), atATime: 2 });
      await runNodeTests("e2e, one at a time", "tests/e2e", { isWanted: (file) => lonely.has(file) });
    },
  },
];

const { values } = parseArgs({ options: { fast: { type: "boolean", default: false } } });
const start = performance.now();
for (const stage of stages.filter(({ fast }) => fast || !values.fast)) {
  console.log(`\n== ${stage.name}`);
  await stage.run();
}
console.log(`\n${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed === 0 ? 0 : 1);
