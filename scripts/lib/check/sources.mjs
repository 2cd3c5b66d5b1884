// The files that are checked, and how they are looked at.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { sourceFolder } from "../paths.mjs";

/** @typedef {{ path: string, text: string, lines: string[], code: string[] }} Source */
/** @typedef {{ path: string, line: number, what: string }} Finding */

const passedOver = new Set([".git", "build", "node_modules"]);

/** @returns {Source[]} every text file of the source tree that people write */
export function readSources(folder = sourceFolder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !passedOver.has(entry.name))
    .flatMap((entry) => {
      if (entry.isFile()) return [entry.name];
      if (!entry.isDirectory()) return [];
      return readdirSync(join(folder, entry.name), { recursive: true, withFileTypes: true })
        .filter((inner) => inner.isFile())
        .map((inner) => join(inner.parentPath ?? inner.path, inner.name).slice(folder.length + 1));
    })
    .filter((path) => /\.(h|cpp|ts|mjs|js|css|html|json|md|txt|cmake)$/.test(path) || isScript(path))
    .sort()
    .map((path) => makeSource(path, readFileSync(join(folder, path), "utf8")));
}

const isScript = (path) => /^(scripts|\.ci)\/[^./]+$/.test(path);

/** @returns {Source} `code` is the lines with comments and texts blanked out, so that only code is searched */
export function makeSource(path, text) {
  const isCode = /\.(h|cpp|ts|mjs|js)$/.test(path);
  return { path, text, lines: text.split("\n"), code: (isCode ? blanked(text) : text).split("\n") };
}

/** Comments, strings and the texts of templates become spaces; lines and columns stay. */
export function blanked(text) {
  const tokens = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
  return text.replace(tokens, (token) => {
    if (token.startsWith("`")) return keepInserted(token);
    const quoted = /^["'R]/.test(token);
    const inner = token.replace(/[^\n]/g, " ");
    return quoted ? token[0] + inner.slice(1, -1) + token.at(-1) : inner;
  });
}

/** In a template only what stands in ${...} is code. */
function keepInserted(template) {
  let depth = 0;
  return template.replace(/\$\{|[{}]|[^{}$]+|\$/g, (part) => {
    if (part === "${" || (part === "{" && depth > 0)) depth += 1;
    else if (part === "}" && depth > 0) depth -= 1;
    else if (depth === 0) return part.replace(/[^\n]/g, " ");
    return part;
  });
}

/**
 * Findings for every line of code that matches.
 * @param {Source[]} sources @param {RegExp} pattern @param {string} what
 * @returns {Finding[]}
 */
export function findInCode(sources, pattern, what) {
  return sources.flatMap(({ path, code }) =>
    code.flatMap((line, index) => pattern.test(line) ? [{ path, line: index + 1, what }] : []));
}
