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
const escapeByte = (byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`);
const escape = (text) => [...new TextEncoder().encode(text)].map(escapeByte).join('');
console.log('// Made by scripts/make_fold_table.mjs.');
for (const [point, text] of rows) console.log(`{ 0x${point.toString(16)}, "${escape(text)}" },`);
