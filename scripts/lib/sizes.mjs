// Prints what the built site costs to fetch, compressed, and fails over budget. Called by scripts/sizes.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { siteFolder } from "./paths.mjs";

const kilobyte = 1024;

/** Brotli bytes of each part. A part's files are taken by path, and every file belongs to one part. */
const parts = [
  {
    name: "eager: HTML, CSS, JS, planner.wasm, one language",
    holds: (path) => /^[^/]+\.(html|css|js|wasm)$/.test(path) || path === "languages/en.bin",
    bytesMax: 190 * kilobyte,
  },
  { name: "files.wasm", holds: (path) => path === "lazy/files.wasm", bytesMax: 80 * kilobyte },
  { name: "plans.wasm", holds: (path) => path === "lazy/plans.wasm", bytesMax: 15 * kilobyte },
  { name: "other lazy code", holds: (path) => path.startsWith("lazy/"), bytesMax: 15 * kilobyte },
];

function brotliBytes(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(siteFolder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

const left = new Set(filesOf(siteFolder));
if (!left.has("index.html")) {
  console.error("sizes: build/site is not built: run scripts/build");
  process.exit(1);
}
let failed = 0;
for (const { name, holds, bytesMax } of parts) {
  let sum = 0;
  for (const path of [...left].filter(holds)) {
    left.delete(path);
    const bytes = readFileSync(join(siteFolder, path));
    const compressed = brotliBytes(bytes);
    sum += compressed;
    console.log(`${String(bytes.length).padStart(9)} ${String(compressed).padStart(8)}  ${path}`);
  }
  const over = sum > bytesMax;
  if (over) failed += 1;
  const verdict = over ? `: ${sum - bytesMax} over` : "";
  console.log(`${"".padStart(9)} ${String(sum).padStart(8)}  = ${name}; at most ${bytesMax}${verdict}\n`);
}
console.log(`[counted] ${parts.length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
