// Calls that must not be made, each with what to call instead.

import { findInCode } from "./sources.mjs";

/** Everything but the hosts: told the time, given ids and bytes. */
const isPure = ({ path }) => /^src\/(?!host\/).*\.(h|cpp)$/.test(path);
const isFormats = ({ path }) => /^src\/formats\/.*\.(h|cpp)$/.test(path);
/** Both use nlohmann_json. */
const usesJson = ({ path }) => /^src\/(formats|host\/command_line)\/.*\.(h|cpp)$/.test(path);
const isWeb = ({ path }) => /^web\/.*\.(ts|html)$/.test(path);

const rules = [
  {
    files: isPure,
    pattern: /\b(system_clock|steady_clock|high_resolution_clock|utc_clock)\b|\b(gettimeofday|clock_gettime|localtime\w*|gmtime\w*|mktime)\s*\(|(?<![\w.>])(std::)?(time|clock)\s*\(\s*(nullptr|NULL|0|)\s*\)/,
    what: "asks the time: pass it in",
  },
  {
    files: isPure,
    pattern: /\b(random_device|mt19937\w*|default_random_engine)\b|(?<![\w.>])(std::)?s?rand\s*\(/,
    what: "makes a random number: pass it in",
  },
  {
    files: isPure,
    pattern: /\b(fopen|getenv|ifstream|ofstream|fstream|filesystem)\b/,
    what: "reaches for a file or the environment: pass in what it holds",
  },
  {
    files: isFormats,
    pattern: /(\.|->)at\s*\(/,
    what: "at() aborts if nothing is there: use find()",
  },
  {
    files: isFormats,
    pattern: /(\.|->)(template\s+)?get\s*<|(\.|->)get_to\s*\(|(\.|->)get_ref\s*</,
    what: "get<>() aborts on another type: ask is_...() and use get_ptr<>()",
  },
  {
    files: isFormats,
    pattern: /(\.|->)value\s*\(\s*[^)\s{]/,
    what: "value(key, default) aborts on another type: use find() and get_ptr<>()",
  },
  {
    files: isWeb,
    pattern: /\b(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|setHTMLUnsafe|parseFromString)\b/,
    what: "makes elements from text: use createElement and textContent",
  },
  {
    files: isWeb,
    pattern: /\bdocument\.write(ln)?\b|(?<![\w.])eval\s*\(|\bnew\s+Function\s*\(/,
    what: "runs text as code or writes it into the page: the page's policy forbids it",
  },
];

/** @param {import("./sources.mjs").Source[]} sources */
export function findBannedCalls(sources) {
  return rules.flatMap(({ files, pattern, what }) => findInCode(sources.filter(files), pattern, what));
}

/** nlohmann_json's calls that abort unless they are told otherwise. */
const toldOtherwise = [
  {
    call: /\bjson\w*::parse\s*\(|\bbasic_json<[^;]*>::parse\s*\(/g,
    needs: /,\s*false\b/,
    what: "parse aborts on bad JSON: parse(text, nullptr, false), or read by SAX",
  },
  {
    call: /(\.|->)dump\s*\(/g,
    needs: /error_handler_t::replace/,
    what: "dump aborts on bad UTF-8: dump(indent, ' ', false, error_handler_t::replace)",
  },
];

/** @param {import("./sources.mjs").Source[]} sources */
export function findAbortingJson(sources) {
  return sources.filter(usesJson).flatMap(({ path, code }) => {
    const text = code.join("\n");
    return toldOtherwise.flatMap(({ call, needs, what }) =>
      [...text.matchAll(call)]
        .filter(({ 0: found, index }) => !needs.test(argumentsAt(text, index + found.length)))
        .map(({ index }) => ({ path, line: text.slice(0, index).split("\n").length, what })));
  });
}

/** The text from just behind an opening parenthesis to the one that closes it. */
function argumentsAt(text, start) {
  let depth = 1;
  let end = start;
  for (; end < text.length && depth > 0; end += 1) {
    if (text[end] === "(") depth += 1;
    if (text[end] === ")") depth -= 1;
  }
  return text.slice(start, end - 1);
}
