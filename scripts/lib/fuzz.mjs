// Builds and runs the libFuzzer programs. Called by scripts/fuzz.

import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildFolder, sourceFolder } from "./paths.mjs";
import { run } from "./run.mjs";

const inputBytesMax = 65536;
const timeoutS = 1800;

function fail(message) {
  console.error(`fuzz: ${message}`);
  process.exit(1);
}

const [runs = "20000", ...wanted] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(runs)) fail("usage: scripts/fuzz [RUNS] [NAME ...]");
const folder = join(sourceFolder, "tests/fuzz");
const names = readdirSync(folder).flatMap((file) => /^(\w+)_fuzz\.cpp$/.exec(file)?.[1] ?? [])
  .filter((name) => wanted.length === 0 || wanted.includes(name));
if (names.length === 0) fail(`no such program in tests/fuzz: ${wanted.join(", ")}`);

const targets = names.map((name) => `${name}_fuzz`);
for (const command of [["cmake", "--preset", "fuzz"], ["cmake", "--build", "build/fuzz", "--target", ...targets]]) {
  const { ok, output } = await run(command, { cwd: sourceFolder, keep: true });
  if (!ok) fail(`${command.join(" ")} failed:\n${output}`);
}

const counts = { passed: 0, failed: 0 };
for (const name of names) {
  const found = join(buildFolder, "fuzz-found", name);
  const grown = join(buildFolder, "fuzz-corpus", name);
  for (const each of [found, grown]) mkdirSync(each, { recursive: true });
  const start = join(folder, `${name}_corpus`);
  const words = join(folder, `${name}.dict`);
  const { ok, output, why } = await run([
    join(buildFolder, "fuzz/fuzz", `${name}_fuzz`), `-runs=${runs}`, `-max_len=${inputBytesMax}`, "-timeout=10",
    "-rss_limit_mb=2048", "-print_final_stats=1", `-artifact_prefix=${found}/`,
    ...existsSync(words) ? [`-dict=${words}`] : [], grown, ...existsSync(start) ? [start] : [],
  ], { keep: true, timeoutS });
  const executed = /number_of_executed_units: (\d+)/.exec(output)?.[1] ?? "?";
  counts[ok ? "passed" : "failed"] += 1;
  console.log(ok ? `  ok  ${name}: ${executed} inputs` : `FAILED ${name}: ${why}\n${output}`);
}
console.log(`[counted] ${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
