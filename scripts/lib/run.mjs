// Running other programs.

import { spawn } from "node:child_process";

/** Whole groups, so that a compiler or a browser that a program started ends with it. @type {Set<number>} */
const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const group of running) process.kill(-group, "SIGTERM");
    process.exit(1);
  });
}

/**
 * Runs a program to its end. Its output is shown as it comes, or kept.
 * @param {string[]} command
 * @param {{ cwd?: string, env?: Record<string, string>, keep?: boolean, timeoutS?: number }} [options]
 * @returns {Promise<{ ok: boolean, output: string, why: string }>} `why` says how it ended if not well
 */
export function run(command, { cwd, env, keep = false, timeoutS = 0 } = {}) {
  return new Promise((done) => {
    const stream = keep ? "pipe" : "inherit";
    const child = spawn(command[0], command.slice(1), {
      cwd, env: { ...process.env, ...env }, stdio: ["ignore", stream, stream], detached: true,
    });
    let output = "";
    let late = false;
    const timer = timeoutS > 0 && setTimeout(() => {
      late = true;
      process.kill(-child.pid, "SIGKILL");
    }, timeoutS * 1000);
    if (child.pid) running.add(child.pid);
    const end = (why) => {
      clearTimeout(timer);
      running.delete(child.pid);
      done({ ok: why === "", output, why });
    };
    child.stdout?.on("data", (bytes) => { output += bytes; });
    child.stderr?.on("data", (bytes) => { output += bytes; });
    child.on("error", (error) => end(error.message));
    child.on("close", (status, signal) => {
      if (late) end(`took longer than ${timeoutS} s`);
      else if (signal) end(`ended by ${signal}`);
      else end(status ? `exit status ${status}` : "");
    });
  });
}

/**
 * Does `work` for each item, two at a time: more would only wait for each other.
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => Promise<void>} work
 */
export async function twoAtATime(items, work) {
  const waiting = [...items];
  const take = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all([take(), take()]);
}
