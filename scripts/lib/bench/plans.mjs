// How long the best plan and the conflicts take, natively and as WebAssembly under Node: tests/bench/plan_bench.cpp.

import { join } from "node:path";
import { buildFolder, sourceFolder } from "../paths.mjs";
import { run } from "../run.mjs";
import { printFigure } from "./figures.mjs";

const sliceMsMax = 4;
const builds = [
  { name: "native", preset: "native-release", folder: "native-release", program: ["bench/plan_bench"],
    limits: { "60 wishes": 20, "300 wishes": 200, "conflicts": 5 } },
  { name: "wasm", preset: "web-release", folder: "web-bench", program: ["node", "bench/plan_bench.js"],
    limits: { "60 wishes": 40, "300 wishes": 200, "conflicts": 5 } },
];

/** Builds and runs both, and prints a line for each kind of plan. */
export async function benchPlans() {
  for (const { name, preset, folder, program, limits } of builds) {
    const at = join(buildFolder, folder);
    const ran = await inTurn([
      ["cmake", "--preset", preset, "-B", at, "-DBUILD_TESTING=ON"],
      ["cmake", "--build", at, "--target", "plan_bench"],
      program.length > 1 ? [program[0], join(at, program[1])] : [join(at, program[0])],
    ]);
    if (ran === null) return;
    for (const line of ran.trim().split("\n")) {
      const [what, figures] = line.split(/: (.*)/s);
      const limit = Object.entries(limits).find(([part]) => what.includes(part))?.[1];
      printFigure(`${name}: ${what}`, figures, Number(/p50 ([\d.]+)/.exec(figures)[1]), limit);
      const slice = /longest slice ([\d.]+)/.exec(figures);
      if (slice) printFigure("", `longest slice ${slice[1]} ms`, Number(slice[1]), sliceMsMax);
    }
  }
}

/** The output of the last command; null after a failure, which is printed. */
async function inTurn(commands) {
  let last = "";
  for (const command of commands) {
    const { ok, output, why } = await run(command, { cwd: sourceFolder, keep: true });
    if (!ok) {
      console.error(`bench: ${command.join(" ")}: ${why}\n${output}`);
      process.exitCode = 1;
      return null;
    }
    last = output;
  }
  return last;
}
