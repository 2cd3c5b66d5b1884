// The libFuzzer programs of tests/fuzz, for scripts/fuzz and scripts/test.

import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildTargets } from "../cmake.mjs";
import { buildFolder, sourceFolder } from "../paths.mjs";
import { run } from "../run.mjs";

const folder = join(sourceFolder, "tests/fuzz");
const inputBytesMax = 65536;
/** One input that takes longer is a hang. */
const inputTimeoutS = 10;
/** What a program may need beyond its time: to start, and to end with its last input. */
const endTimeoutS = 60;
/** What a program says of each input that led further: a thousand lines in front of what broke it. */
const progress = /^(#\d+\s|\s+NEW_FUNC\[)/;

/** Names of all programs, without "_fuzz". */
export const fuzzNames = readdirSync(folder).flatMap((file) => /^(\w+)_fuzz\.cpp$/.exec(file)?.[1] ?? []);

/** @param {string[]} names */
export const buildFuzz = (names) => buildTargets("fuzz", ...names.map((name) => `${name}_fuzz`));

/**
 * Feeds made-up input to a program, from its checked-in corpus on. What breaks it is kept.
 * @param {string} name
 * @param {{ seconds: number, grow?: boolean }} options `grow`: also from what earlier runs found, which it adds to
 * @returns {Promise<{ ok: boolean, output: string, why: string, inputs: string }>} `output` without its progress
 */
export async function runFuzz(name, { seconds, grow = false }) {
  const found = join(buildFolder, "fuzz-found", name);
  const grown = join(buildFolder, "fuzz-corpus", name);
  for (const each of grow ? [found, grown] : [found]) mkdirSync(each, { recursive: true });
  const corpus = join(folder, `${name}_corpus`);
  // Named one by one: what stands as a folder is written to.
  const seeds = existsSync(corpus) ? readdirSync(corpus).map((file) => join(corpus, file)) : [];
  const words = join(folder, `${name}.dict`);
  const { ok, output, why } = await run([
    join(buildFolder, "fuzz/fuzz", `${name}_fuzz`), `-max_total_time=${seconds}`, `-max_len=${inputBytesMax}`,
    `-timeout=${inputTimeoutS}`, "-rss_limit_mb=2048", "-print_final_stats=1", `-artifact_prefix=${found}/`,
    ...existsSync(words) ? [`-dict=${words}`] : [],
    ...seeds.length > 0 ? [`-seed_inputs=${seeds.join(",")}`] : [],
    ...grow ? [grown] : [],
  ], { keep: true, timeoutS: seconds + endTimeoutS });
  const inputs = /number_of_executed_units: (\d+)/.exec(output)?.[1] ?? "?";
  const lines = output.split("\n").filter((line) => !progress.test(line));
  return { ok, output: lines.join("\n"), why, inputs };
}
