// Serves build/site. Called by scripts/serve, which has built it.

import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { siteFolder } from "./paths.mjs";
import { startServer } from "./server.mjs";

const sample = "/programs/qcon-london-2012.json";

function fail(message) {
  console.error(`serve: ${message}`);
  process.exit(1);
}

function argumentsOfCommand() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { port: { type: "string", default: "8000" }, "no-build": { type: "boolean" } },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`--port ${values.port} is not a port`);
    if (positionals.length > 1) fail(`one program at a time, not ${positionals.length}`);
    return { port, program: positionals[0] };
  } catch (error) {
    fail(`${error.message}\nusage: scripts/serve [PROGRAM] [--port N] [--no-build]`);
  }
}

/** What ?program= says, and what the server needs for it. */
function placeOf(program) {
  if (program === undefined) return { address: sample };
  if (/^https?:\/\//i.test(program)) {
    const url = new URL(program);
    return { address: url.href, connect: url.protocol === "http:" ? [url.origin] : [] };
  }
  const file = resolve(program);
  if (!existsSync(file) || !statSync(file).isFile()) fail(`there is no file ${program}`);
  const path = `/opened/${basename(file)}`;
  return { address: path.split("/").map(encodeURIComponent).join("/"), answers: { [path]: { file } } };
}

const { port, program } = argumentsOfCommand();
if (!existsSync(`${siteFolder}/index.html`)) fail("build/site is not built: run without --no-build");
const { address, connect = [], answers = {} } = placeOf(program);
const server = await startServer({ port, connect, answers }).catch((error) => {
  if (error.code === "EADDRINUSE") fail(`port ${port} is in use: choose another with --port N`);
  fail(error.message);
});
const query = program !== undefined || existsSync(siteFolder + sample)
  ? `?program=${encodeURIComponent(address).replaceAll("%2F", "/").replaceAll("%3A", ":")}` : "";
console.log(`Hallway: ${server.url("/")}${query}`);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
