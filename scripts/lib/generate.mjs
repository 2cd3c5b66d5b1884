// Writes the generated code that TypeScript and CSS use into build/generated: what CMake does for C++.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildFolder, sourceFolder } from "./paths.mjs";
import { run } from "./run.mjs";

/** Runs every scripts/make_*.mjs that exists. @returns {Promise<string>} what went wrong, or nothing */
export async function generate() {
  for (const name of ["make_tokens", "make_language", "make_abi"]) {
    const program = join(sourceFolder, "scripts", `${name}.mjs`);
    if (!existsSync(program)) continue;
    const command = [process.execPath, program, "--out", buildFolder];
    const { ok, output } = await run(command, { cwd: sourceFolder, keep: true });
    if (!ok) return `scripts/${name}.mjs failed:\n${output}`;
  }
  return "";
}
