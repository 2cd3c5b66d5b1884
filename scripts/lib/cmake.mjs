// Building targets of a CMake preset.

import { join } from "node:path";
import { buildFolder, sourceFolder } from "./paths.mjs";
import { run } from "./run.mjs";

/**
 * Configures a preset and builds targets of it.
 * @param {string} preset
 * @param {...string} targets
 * @returns {Promise<{ what: string, output: string } | null>} the command that failed and why, or null
 */
export async function buildTargets(preset, ...targets) {
  const folder = join(buildFolder, preset);
  const commands = [["cmake", "--preset", preset], ["cmake", "--build", folder, "--target", ...targets]];
  for (const command of commands) {
    const { ok, output, why } = await run(command, { cwd: sourceFolder, keep: true });
    if (ok) continue;
    const errors = output.split("\n").filter((line) => !/^\[\d+\/\d+\] /.test(line)).join("\n");
    return { what: `${command.join(" ")}: ${why}`, output: errors };
  }
  return null;
}
