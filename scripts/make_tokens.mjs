// Makes generated/tokens.h, tokens.css, tokens.ts and icons.ts from assets/tokens.json and assets/icons.json, so that
// the picture and the style sheet have one look.   node scripts/make_tokens.mjs --out DIR

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const assets = join(dirname(dirname(fileURLToPath(import.meta.url))), "assets");
const read = name => JSON.parse(readFileSync(join(assets, name), "utf8"));
const note = "Made by scripts/make_tokens.mjs from assets/tokens.json and assets/icons.json.";
const theme_names = ["light", "dark"];

function fail(message) {
  console.error(`make_tokens: ${message}`);
  process.exit(1);
}

/** "row-phone-h" as RowPhoneH */
const pascal = name => name.replace(/(^|-)([a-z0-9])/g, (all, dash, letter) => letter.toUpperCase());
/** "row-phone-h" as row_phone_h */
const snake = name => name.replaceAll("-", "_");

/** "#rrggbb" or "#rrggbbaa" as Dear ImGui has it: 0xAABBGGRR */
function packed(color) {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/.exec(color);
  if (!match) fail(`"${color}" is no colour`);
  const [, red, green, blue, alpha = "ff"] = match;
  return `0x${alpha}${blue}${green}${red}`;
}

function check(tokens, icons) {
  const [first, second] = theme_names.map(name => Object.keys(tokens.themes[name]).join());
  if (first !== second) fail("the themes do not have the same colours in the same order");
  const lines = tokens.type.map(step => step.line);
  if (new Set(lines).size !== lines.length) fail("a line height stands for two sizes");
  for (const name of icons.mirrored) if (!icons.icons[name]) fail(`the mirrored icon "${name}" does not exist`);
  for (const [name, { mode }] of Object.entries(icons.icons))
    if (!["stroke", "fill", "fill+stroke"].includes(mode)) fail(`the icon "${name}" has the mode "${mode}"`);
}

function enumeration(name, members, comment) {
  const lines = members.map(member => `    ${pascal(member)},`);
  return [`/// ${comment}`, `enum class ${name} : std::uint8_t {`, ...lines, "};"];
}

function contrast_pairs(tokens) {
  return theme_names.flatMap((theme, number) => tokens.contrast[theme].map(([text, ground, needed, stated]) =>
    `    { ${number}, Token::${pascal(text)}, Token::${pascal(ground)}, ${needed}, ${stated} },`));
}

function header(tokens, icons) {
  const colors = Object.keys(tokens.themes.light);
  const names = Object.keys(icons.icons);
  return [
    "#pragma once", `// ${note}`, "#include <cstdint>", "#include <string_view>", "", "namespace hallway::ui {", "",
    ...enumeration("Token", colors, "A colour of the theme."),
    `inline constexpr std::uint32_t theme_colors[2][${colors.length}] = {`,
    ...theme_names.map(theme => `    { ${colors.map(color => packed(tokens.themes[theme][color])).join(", ")} },`),
    "};", `inline constexpr int track_count = ${tokens.tracks.length};`, "",
    "/// CSS px of the letters, by the CSS px of the line: the line height names the type size.",
    "constexpr int em_of_line(int line)", "{", "    switch (line) {",
    ...tokens.type.map(({ line, em }) => `    case ${line}: return ${em};`),
    "    default: return 0;", "    }", "}", "",
    ...Object.entries(tokens.sizes).map(([name, px]) => `inline constexpr std::int32_t ${snake(name)} = ${px};`), "",
    ...enumeration("Icon", names, "In the order of icons.ts."),
    `inline constexpr int icon_count = ${names.length};`,
    `inline constexpr std::string_view icon_names[] = { ${names.map(name => `"${name}"`).join(", ")} };`,
    `inline constexpr bool icon_mirrored[] = { ${names.map(name => icons.mirrored.includes(name)).join(", ")} };`, "",
    "/// What the design demands and states, for the test that computes it.",
    "struct ContrastPair {", "    int theme;", "    Token text, ground;", "    double needed, stated;", "};",
    "inline constexpr ContrastPair contrast_pairs[] = {", ...contrast_pairs(tokens), "};", "",
    "} // namespace hallway::ui", "",
  ].join("\n");
}

function style_sheet(tokens) {
  const rule = (selectors, theme, indent) => [
    `${indent}${selectors.join(", ")} {`, `${indent}  color-scheme: ${theme};`,
    ...Object.entries(tokens.themes[theme]).map(([name, color]) => `${indent}  --${name}: ${color};`), `${indent}}`,
  ];
  return [
    `/* ${note} */`,
    ":root, :host {",
    ...Object.entries(tokens.sizes).map(([name, px]) => `  --${name}: ${px}px;`),
    ...tokens.type.map(({ line, em }) => `  --em-${line}: ${em}px;`), "}",
    ...rule([":root", ":host", ".frame[data-theme=light]"], "light", ""),
    "@media (prefers-color-scheme: dark) {",
    ...rule([":root:not([data-theme=light])", ":host(:not([data-theme=light]))"], "dark", "  "), "}",
    ...rule([":root[data-theme=dark]", ":host([data-theme=dark])", ".frame[data-theme=dark]"], "dark", ""),
    "@media (prefers-contrast: more) {",
    "  .frame { --text-2: var(--text); --text-3: var(--text); }",
    "  .frame { --line: var(--line-strong); --accent-line: var(--accent); }",
    "}",
    ...tokens.type.map(({ line, em }) => `.line-${line} { font-size: ${em}px; line-height: ${line}px; }`), "",
  ].join("\n");
}

function token_module(tokens) {
  return [
    `// ${note}`, "",
    ...Object.entries(tokens.sizes).map(([name, px]) => `export const ${snake(name)} = ${px};`), "",
    "/** The colours of the theme, in the core's order: `--<name>` each. */",
    `export const color_names: readonly string[] = "${Object.keys(tokens.themes.light).join(" ")}".split(" ");`, "",
    "/** CSS px of the letters, by the CSS px of the line. */",
    "export const em_of_line: Readonly<Record<number, number>> =",
    `  { ${tokens.type.map(({ line, em }) => `${line}: ${em}`).join(", ")} };`, "",
  ].join("\n");
}

function icon_module(icons) {
  const entry = ([name, { d, mode }]) =>
    `  ${JSON.stringify(name)}: { d: ${JSON.stringify(d)}, mode: ${JSON.stringify(mode)}` +
    `${icons.mirrored.includes(name) ? ", mirrored: true" : ""} },`;
  return [
    `// ${note}`, "",
    "/** A path on a grid of 20 by 20; strokes are 1.75 wide with round caps and joins. */",
    "export interface IconShape {", "  readonly d: string;", '  readonly mode: "stroke" | "fill" | "fill+stroke";',
    "  /** Flipped in right-to-left pages. */", "  readonly mirrored?: boolean;", "}", "",
    "/** By name; their order is that of the core's enum Icon. */",
    "export const icons: Readonly<Record<string, IconShape>> = {", ...Object.entries(icons.icons).map(entry), "};", "",
    "/** The icon's number in the core is its place here. */",
    "export const icon_names: readonly string[] = Object.keys(icons);", "",
  ].join("\n");
}

const out = process.argv[process.argv.indexOf("--out") + 1];
if (process.argv.length !== 4 || process.argv[2] !== "--out") fail("usage: node scripts/make_tokens.mjs --out DIR");
const tokens = read("tokens.json");
const icons = read("icons.json");
check(tokens, icons);
mkdirSync(join(out, "generated"), { recursive: true });
const files = {
  "tokens.h": header(tokens, icons),
  "tokens.css": style_sheet(tokens),
  "tokens.ts": token_module(tokens),
  "icons.ts": icon_module(icons),
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(out, "generated", name), text);
