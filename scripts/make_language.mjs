// Makes generated/strings.h (one enum member per text) and generated/languages/<lang>.bin (texts, plural
// rules, names of days and months, date patterns) from assets/strings/*.json and Node's Intl.
// Usage: node scripts/make_language.mjs --out DIR      writes into DIR/generated
// The binary's shape is documented in src/app/language.h, which reads it.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(process.argv[process.argv.indexOf('--out') + 1], 'generated');
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];
const magic = 0x474c5748; // "HWLG"
const version = 2;
const source = 'en';
const writtenFromTheRight = ['ar', 'fa', 'he', 'ur'];

function fail(message) {
  console.error(`make_language: ${message}`);
  process.exit(1);
}

const read = (language) => JSON.parse(readFileSync(join(root, 'assets/strings', `${language}.json`), 'utf8'));
const languages = readdirSync(join(root, 'assets/strings')).map((file) => basename(file, '.json')).sort();
const keysOf = (strings) => Object.keys(strings).filter((key) => !key.startsWith('@'));
const memberOf = (key) => key.split(/[._]/).map((word) => word[0].toUpperCase() + word.slice(1)).join('');

/** FNV-1a, 32 bits: tells a language file of another build from this one's. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

class Writer {
  bytes = [];
  u8(value) { this.bytes.push(value & 255); }
  u32(value) { for (let i = 0; i < 4; i++) this.u8(value >>> (8 * i)); }
  text(value) {
    const encoded = new TextEncoder().encode(value);
    this.u32(encoded.length);
    this.bytes.push(...encoded);
  }
}

/**
 * Category of each n below 200; above, n mod 100 + 100 decides, as it does in every rule of CLDR for whole numbers but
 * millions.
 */
function pluralTable(rules, language) {
  const category = (n) => categories.indexOf(rules.select(n));
  const table = Array.from({ length: 200 }, (_, n) => category(n));
  for (let n = 200; n < 20000; n++)
    if (category(n) !== table[100 + (n % 100)])
      fail(`${language}: plural of ${n} follows no rule that the table can hold`);
  return [...table, category(1000000)];
}

function datePattern(intl, options, names) {
  const format = new Intl.DateTimeFormat(intl, { timeZone: 'UTC', ...options });
  return format.formatToParts(Date.UTC(2012, 2, 7))
    .map((part) => (part.type in names ? `{${part.type}}` : part.value)).join('');
}

/** Whether its clock has 12 hours, how such a time is written, and what the halves of the day are called. */
function writeClock(writer, { intl }) {
  const format = (options) => new Intl.DateTimeFormat(intl, { timeZone: 'UTC', numberingSystem: 'latn', ...options });
  writer.u8(format({ hour: 'numeric' }).resolvedOptions().hour12 ? 1 : 0);
  const time = format({ hour: 'numeric', minute: '2-digit', hour12: true });
  const parts = (hour) => time.formatToParts(Date.UTC(2012, 2, 7, hour, 5));
  const names = ['hour', 'minute', 'dayPeriod'];
  // The blank before the half of the day may be narrow: it must not be a place to break the line.
  writer.text(parts(9).map(({ type, value }) =>
    (names.includes(type) ? `{${type}}` : value.replace(/\s/g, '\u00a0'))).join(''));
  for (const hour of [9, 21])
    writer.text(parts(hour).find(({ type }) => type === 'dayPeriod').value.replace(/\s/g, '\u00a0'));
}

function write(language, keys) {
  const strings = read(language);
  const settings = { intl: language, ...strings['@language'] };
  // A text that has no translation yet is shown in English; tests/assets/languages.test.mjs tells which.
  const english = language === source ? strings : read(source);
  const unknown = keysOf(strings).filter((key) => !keys.includes(key));
  if (unknown.length > 0) fail(`${language}.json has ${unknown.join(', ')}, which en.json has not`);
  // Taken from a whole date: languages such as Polish inflect a month's name beside a day.
  const name = (type, style, date) =>
    new Intl.DateTimeFormat(settings.intl, { timeZone: 'UTC', day: 'numeric', [type]: style })
      .formatToParts(date).find((part) => part.type === type).value;
  const writer = new Writer();
  writer.u32(magic);
  writer.u32(version);
  writer.u32(hash(keys.join('\n')));
  writer.text(language);
  writer.u8(writtenFromTheRight.includes(language) ? 1 : 0);
  for (const entry of pluralTable(new Intl.PluralRules(settings.intl), language)) writer.u8(entry);
  for (const style of ['long', 'short']) {
    for (let day = 0; day < 7; day++) writer.text(name('weekday', style, Date.UTC(2012, 0, 1 + day)));
  }
  for (const style of ['long', 'short']) {
    for (let month = 0; month < 12; month++) writer.text(name('month', style, Date.UTC(2012, month, 5)));
  }
  const parts = { weekday: 1, day: 1, month: 1, year: 1 };
  const pattern = (options) => datePattern(settings.intl, { day: 'numeric', ...options }, parts);
  writer.text(settings.day_brief ?? pattern({ weekday: 'short' }));
  writer.text(settings.day_short ?? pattern({ weekday: 'short', month: 'short' }));
  writer.text(settings.day_long ?? pattern({ weekday: 'long', month: 'long' }));
  writeClock(writer, settings);
  writer.u32(keys.length);
  for (const key of keys) {
    const value = strings[key] ?? english[key];
    const forms = typeof value === 'string' ? { other: value } : value;
    if (!('other' in forms)) fail(`${language}.json: ${key} has no form "other"`);
    const present = categories.filter((category) => category in forms);
    writer.u8(present.length);
    for (const category of present) {
      writer.u8(categories.indexOf(category));
      writer.text(forms[category]);
    }
  }
  mkdirSync(join(out, 'languages'), { recursive: true });
  writeFileSync(join(out, 'languages', `${language}.bin`), new Uint8Array(writer.bytes));
}

const keys = keysOf(read(source));
/** In the language's own words, as a list of languages should have it. */
const nameOf = (language) => {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language);
  return name[0].toLocaleUpperCase(language) + name.slice(1);
};
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'strings.h'), `#pragma once
// Made by scripts/make_language.mjs from assets/strings/en.json.
#include <cstdint>
#include <string_view>
namespace hallway {
enum class Text : std::uint16_t {
${keys.map((key) => `    ${memberOf(key)},`).join('\n')}
    Count,
};
inline constexpr std::uint32_t text_keys_hash = 0x${hash(keys.join('\n')).toString(16)};
inline constexpr std::uint32_t language_magic = 0x${magic.toString(16)};
inline constexpr std::uint32_t language_version = ${version};
/// BCP 47 tags of the languages that there are words in, and what they call themselves.
inline constexpr std::string_view language_tags[] = { ${languages.map((tag) => `"${tag}"`).join(', ')} };
inline constexpr std::string_view language_names[] = { ${languages.map((tag) => `"${nameOf(tag)}"`).join(', ')} };
} // namespace hallway
`);
writeFileSync(join(out, 'languages.ts'), `// Made by scripts/make_language.mjs from assets/strings.

/** BCP 47 tags of the languages that there are words in. */
export const language_tags: readonly string[] = ${JSON.stringify(languages)};
`);
for (const language of languages) write(language, keys);
