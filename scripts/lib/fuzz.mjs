// Builds and runs the libFuzzer programs. Called by scripts/fuzz.

import { parseArgs } from "node:util";
import { buildFuzz, fuzzNames, runFuzz } from "./fuzz/programs.mjs";
import { twoAtATime } from "./run.mjs";

function fail(message) {
  console.error(`fuzz: ${message}`);
  process.exit(1);
}

const { values, positionals } = parseArgs({
  options: { seconds: { type: "string", default: "60" } }, allowPositionals: true,
});
if (!/^[1-9]\d*$/.test(values.seconds)) fail("usage: scripts/fuzz [--seconds N] [NAME ...]");
const seconds = Number(values.seconds);
const unknown = positionals.filter((name) => !fuzzNames.includes(name));
if (unknown.length > 0) fail(`not in tests/fuzz: ${unknown.join(", ")}; there are ${fuzzNames.join(", ")}`);
const names = positionals.length > 0 ? positionals : fuzzNames;

const wrong = await buildFuzz(names);
if (wrong) fail(`${wrong.what}\n${wrong.output}`);

const counts = { passed: 0, failed: 0 };
await twoAtATime(names, async (name) => {
  const { ok, output, why, inputs } = await runFuzz(name, { seconds, grow: true });
  counts[ok ? "passed" : "failed"] += 1;
  console.log(ok ? `  ok  ${name}: ${inputs} inputs` : `FAILED ${name}: ${why}\n${output}`);
});
console.log(`[counted] ${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
