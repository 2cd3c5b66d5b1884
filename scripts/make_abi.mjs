// Writes DIR/generated/abi.ts for --out DIR: what the headers below say, for TypeScript. Enums become const enums of
// the same names; a struct X becomes XAt, the offset of each field in 32-bit words with `words` as its size; constants
// keep their names; Style is also a list of CSS class names.

import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sourceFolder } from "./lib/paths.mjs";

/** Where enums are named, only these cross the boundary; structs do where they are asked for. */
const headers = [
  { path: "src/base/error.h", enums: ["ErrorCode"], structs: false },
  { path: "src/agenda/stored_rows.h", enums: ["RowSource"], structs: false },
  { path: "src/ui/semantics.h", enums: ["Role", "PaneKind", "Style", "Flag", "Op"], structs: false },
  { path: "src/host/planner_web/abi.h", structs: true },
  { path: "src/host/files_web/abi.h", structs: true },
];

function fail(message) {
  console.error(`make_abi: ${message}`);
  process.exit(1);
}

const withoutComments = (text) => text.replace(/\/\/.*$/gm, "").replace(/\/\*[\s\S]*?\*\//g, "");

const kebabCase = (name) => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

/** @returns {Map<string, number>} */
function readConstants(text) {
  const found = text.matchAll(/inline constexpr (?:int|std::\w+) (\w+) = (\d+);/g);
  return new Map([...found].map(([, name, value]) => [name, Number(value)]));
}

/** @returns {{ name: string, members: [string, number][] }[]} */
function readEnums(text) {
  const found = text.matchAll(/\benum (?:class )?(\w+) : std::uint\d+_t \{([^}]*)\}/g);
  return [...found].map(([, name, body]) => {
    const members = [];
    let next = 0;
    for (const entry of body.split(",").map((part) => part.trim()).filter(Boolean)) {
      const [, member, value] = /^(\w+)(?: = (\d+))?$/.exec(entry) ?? fail(`${name}: cannot read "${entry}"`);
      if (value !== undefined) next = Number(value);
      members.push([member, next]);
      next += 1;
    }
    return { name, members };
  });
}

/** @returns {{ name: string, words: number, fields: [string, number][] }[]} */
function readStructs(text, constants) {
  const structs = [];
  const wordsOf = (type) => {
    if (/^std::u?int32_t$/.test(type)) return 1;
    const known = structs.find(({ name }) => name === type);
    return known ? known.words : fail(`fields of type ${type} do not cross the boundary`);
  };
  for (const [, name, body] of text.matchAll(/\bstruct (\w+) \{([^}]*)\}/g)) {
    const fields = [];
    let words = 0;
    for (const line of body.split(";").map((part) => part.trim()).filter(Boolean)) {
      const [, type, names] = /^([\w:]+)\s+([\s\S]+)$/.exec(line) ?? fail(`${name}: cannot read "${line}"`);
      for (const declared of names.split(",").map((part) => part.trim())) {
        const [, field, count] = /^(\w+)(?:\[(\w+)\])?$/.exec(declared) ?? fail(`${name}: cannot read "${declared}"`);
        const times = count === undefined ? 1 : constants.get(count) ?? Number(count);
        fields.push([field, words]);
        words += wordsOf(type) * times;
      }
    }
    structs.push({ name, words, fields });
  }
  return structs;
}

function enumText(name, members) {
  return [`export const enum ${name} {`, ...members.map(([member, value]) => `  ${member} = ${value},`), "}", ""];
}

async function abiText() {
  const lines = ["// Made by scripts/make_abi.mjs from the headers named below. Do not edit.", ""];
  for (const header of headers) {
    const path = join(sourceFolder, header.path);
    if (!existsSync(path)) continue;
    const text = withoutComments(await readFile(path, "utf8"));
    const enums = readEnums(text).filter(({ name }) => header.enums?.includes(name) ?? true);
    for (const name of header.enums ?? []) {
      if (!enums.some((found) => found.name === name)) fail(`${header.path} has no enum ${name}`);
    }
    const constants = readConstants(text);
    const structs = header.structs ? readStructs(text, constants) : [];

    lines.push(`// --- ${header.path}`, "");
    for (const [name, value] of constants) lines.push(`export const ${name} = ${value};`);
    if (constants.size > 0) lines.push("");
    for (const { name, members } of enums) lines.push(...enumText(name, members));
    for (const { name, words, fields } of structs) lines.push(...enumText(`${name}At`, [...fields, ["words", words]]));
    const style = enums.find(({ name }) => name === "Style");
    if (style) {
      const names = style.members.map(([member, value]) => (value === 0 ? "" : kebabCase(member)));
      lines.push("/** CSS class of each Style, divided by spaces. */");
      lines.push(`export const style_names = ${JSON.stringify(names.join(" "))};`, "");
    }
  }
  return lines.join("\n");
}

const at = process.argv.indexOf("--out");
if (at < 0 || !process.argv[at + 1]) fail("usage: make_abi.mjs --out DIR");
const folder = join(process.argv[at + 1], "generated");
const path = join(folder, "abi.ts");
const text = await abiText();
await mkdir(folder, { recursive: true });
if (await readFile(path, "utf8").catch(() => "") !== text) await writeFile(path, text);
