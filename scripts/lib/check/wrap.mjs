// Wraps comments that are too long: clang-format would also join lines that were meant to stand apart.

const columnsMax = 100;
const comment = /^(\s*\/\/\/? )(.*)$/;

/** Lines that do not go on with the line before: lists, tables, drawings and the docstrings' "Source:". */
const startsAnew = /^([-*•|]|\d+\.|[A-Z]\w*: |```|\s)/;

/** @param {string} text of a C++ file @returns {string} with every comment of its own lines at most 100 columns wide */
export function wrapComments(text) {
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const [, prefix, words] = comment.exec(lines[at]) ?? [];
    if (prefix === undefined || [...lines[at]].length <= columnsMax) continue;
    if (/-{10,}$/.test(words)) {
      lines[at] = lines[at].slice(0, columnsMax);
      continue;
    }
    const end = lines[at].lastIndexOf(" ", columnsMax);
    if (end <= prefix.length || /^\s/.test(words)) continue;
    const rest = lines[at].slice(end + 1);
    const next = comment.exec(lines[at + 1] ?? "");
    const goesOn = next !== null && next[1] === prefix && !startsAnew.test(next[2]) && !/[.:]$/.test(rest);
    lines[at] = lines[at].slice(0, end);
    // A list item's further lines are indented as its text is.
    const hanging = /^([-*•] |\d+\. )/.exec(words)?.[0].replace(/./g, " ") ?? "";
    lines.splice(at + 1, goesOn ? 1 : 0, prefix + hanging + rest + (goesOn ? ` ${next[2]}` : ""));
  }
  return lines.join("\n");
}
