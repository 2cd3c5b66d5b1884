// How long lines, functions and files may be, and what may not stand in them.

const functionLinesMax = 70;
const fileLinesMax = 600;

const isCode = ({ path }) => /^(src|web|scripts|tests)\/.*\.(h|cpp|ts|mjs|js|css)$/.test(path);
const isCpp = ({ path }) => /\.(h|cpp)$/.test(path);
const columnsMax = (source) => isCpp(source) ? 100 : 120;

/** @param {import("./sources.mjs").Source[]} sources */
export function findLongLines(sources) {
  return sources.filter((source) => isCode(source) || /^(scripts|\.ci)\/[^.]+$/.test(source.path)).flatMap((source) =>
    source.lines.flatMap((text, index) => {
      const columns = [...text].length;
      // An address or a regular expression cannot be broken.
      if (columns <= columnsMax(source) || /https?:\/\/|\/\S{60,}\//.test(text)) return [];
      const what = `${columns} columns: at most ${columnsMax(source)}; break the line`;
      return [{ path: source.path, line: index + 1, what }];
    }));
}

/** @param {import("./sources.mjs").Source[]} sources */
export function findLongFiles(sources) {
  return sources.filter(isCode).filter(({ lines }) => lines.length - 1 > fileLinesMax).map(({ path, lines }) => ({
    path,
    line: fileLinesMax + 1,
    what: `${lines.length - 1} lines: at most ${fileLinesMax}; move what belongs together into a file of its own`,
  }));
}

/**
 * Relies on the formatting: a C++ function's braces stand alone in their lines, a TypeScript function's line ends in
 * an opening brace and its closing one has the same indentation. A table's brace does neither.
 * @param {import("./sources.mjs").Source[]} sources
 */
export function findLongFunctions(sources) {
  return sources.filter(isCode).flatMap((source) => {
    const starts = isCpp(source) ? cppFunctionStart : scriptFunctionStart;
    return source.code.flatMap((text, index) => {
      const indent = starts(source.code, index);
      if (indent === null) return [];
      const length = source.code.slice(index + 1).findIndex((line) => line.startsWith(`${indent}}`));
      if (length <= functionLinesMax) return [];
      const what = `a function of ${length} lines: at most ${functionLinesMax}; give its parts names`;
      return [{ path: source.path, line: index + 1, what }];
    });
  });
}

function cppFunctionStart(code, index) {
  const indent = /^( *)\{$/.exec(code[index])?.[1];
  if (indent === undefined) return null;
  return /^\s*(TEST_SUITE|namespace|extern)\b/.test(code[index - 1] ?? "") ? null : indent;
}

/** A declaration, a method or an arrow function: a line with parameters, or the end of them, that opens a block. */
function scriptFunctionStart(code, index) {
  const found = /^( *)(.*\)(: [^=;]+)?( =>)?) \{$/.exec(code[index]);
  if (!found || /^(\} )?(if|for|while|switch|catch|else|do|class|interface)\b/.test(found[2])) return null;
  return found[1];
}

/** Traces of one machine, which mean nothing on another. @param {import("./sources.mjs").Source[]} sources */
export function findMachinePaths(sources) {
  const pattern = /(^|[^\w.])\/(home|Users)\/\w|(^|[^\w.])\/(root|work)\//;
  const resolved = /^\s*"resolved":/;
  return sources.flatMap(({ path, lines }) => lines.flatMap((text, index) => {
    if (path.startsWith("scripts/lib/check/")) return [];
    if (path === "package-lock.json" && resolved.test(text)) {
      const what = "names a package registry: delete the line (.npmrc keeps npm from writing it)";
      return [{ path, line: index + 1, what }];
    }
    if (path.startsWith("tests/fixtures/") || !pattern.test(text)) return [];
    return [{ path, line: index + 1, what: "a path of one machine: make it relative" }];
  }));
}
