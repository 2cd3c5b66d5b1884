// Running other programs.

import { spawn } from "node:child_process";

/**
 * Runs a program to its end. Its output is shown as it comes, or kept.
 * @param {string[]} command
 * @param {{ cwd?: string, env?: Record<string, string>, keep?: boolean, timeoutS?: number }} [options]
 * @returns {Promise<{ ok: boolean, output: string, why: string }>} `why` says how it ended if not well
 */
export function run(command, { cwd, env, keep = false, timeoutS = 0 } = {}) {
  return new Promise((done) => {
    const child = spawn(command[0], command.slice(1), {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", keep ? "pipe" : "inherit", keep ? "pipe" : "inherit"],
      detached: timeoutS > 0,
    });
    let output = "";
    let late = false;
    // The whole group, so that a compiler or a browser started by it ends as well.
    const timer = timeoutS > 0 && setTimeout(() => { late = true; process.kill(-child.pid, "SIGKILL"); }, timeoutS * 1000);
    child.stdout?.on("data", (bytes) => { output += bytes; });
    child.stderr?.on("data", (bytes) => { output += bytes; });
    child.on("error", (error) => { clearTimeout(timer); done({ ok: false, output, why: error.message }); });
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      const why = late ? `took longer than ${timeoutS} s` : signal ? `ended by ${signal}` : status ? `exit status ${status}` : "";
      done({ ok: why === "", output, why });
    });
  });
}
