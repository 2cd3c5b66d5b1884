// Writes src/base/fold_table.inc: how search spells each letter (lower case, no diacritics).
// Run by hand when Node's Unicode version matters: node scripts/make_fold_table.mjs > src/base/fold_table.inc
// Source: Unicode case mapping and canonical decomposition as Node's String methods give them, and the
// letters below, which Unicode does not decompose.
const spelled = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th',
  ħ: 'h', ı: 'i', ŋ: 'n', ŧ: 't', ĸ: 'k',
  ſ: 's', ƒ: 'f', ǝ: 'e', ə: 'e', ɛ: 'e', ɔ: 'o', ς: 'σ', ё: 'е', й: 'й',
};
const blocks = [[0x41, 0x5a], [0xc0, 0x24f], [0x370, 0x52f], [0x1e00, 0x1fff], [0xff21, 0xff5a]];
const rows = [];
for (const [first, last] of blocks) {
  for (let point = first; point <= last; point++) {
    const letter = String.fromCodePoint(point);
    const lower = letter.normalize('NFKC').toLowerCase();
    if (!/\p{L}/u.test(letter)) continue;
    const letters = [...lower.normalize('NFD').replace(/\p{M}/gu, '')];
    const bare = spelled[lower] ?? letters.map((c) => spelled[c] ?? c).join('');
    if (bare !== letter) rows.push([point, bare]);
  }
}

// In two columns, which compress to a third of a table of rows: how far each letter is from the one before, in
// bytes of which 255 says that it goes on, and the spellings, each with a zero behind it.
const distances = [];
let before = 0;
for (const [point] of rows) {
  let distance = point - before;
  before = point;
  for (; distance >= 255; distance -= 255) distances.push(255);
  distances.push(distance);
}
const escaped = (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`);
const spelling = ([, text]) => `${[...new TextEncoder().encode(text)].map(escaped).join('')}\\0`;
const inLines = (items, perLine, join) =>
  Array.from({ length: Math.ceil(items.length / perLine) }, (_, line) =>
    join(items.slice(line * perLine, (line + 1) * perLine)),
  );
console.log('// Made by scripts/make_fold_table.mjs.');
console.log(`constexpr std::size_t fold_count = ${rows.length};`);
console.log('constexpr std::uint8_t fold_distances[] = {');
console.log(`${inLines(distances, 20, (some) => some.join(', ')).join(',\n')} };`);
console.log('constexpr char fold_spellings[] =');
console.log(`${inLines(rows.map(spelling), 8, (some) => `"${some.join('')}"`).join('\n')};`);
