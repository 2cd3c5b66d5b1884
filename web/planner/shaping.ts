// Text that cannot be drawn code point by code point (joined letters, reordered scripts, emoji, a line with
// both directions) is cut into pieces that the browser shapes as a whole. Each piece gets a private-use code
// point, its slot, which the core then measures, wraps and draws like any glyph.

/** What a slot stands for. */
export interface Slot {
  text: string;
  direction: "ltr" | "rtl";
  /** BCP 47, where it is not the page's: it decides the font and the letters' forms. Else empty. */
  language: string;
}

/** Text in slots, in the order of drawing from left to right. */
export interface ShapedText {
  text: string;
  rightToLeft: boolean;
}

/** Slots around which no line may break, and those around which it may. */
const kinds = [
  { first: 0xe000, max: 0x1000 },
  { first: 0xf000, max: 0x900 },
] as const;
const enum Break { Never, Allowed }

const shaped = new RegExp(
  "[\\u0300-\\u036f\\u0483-\\u0489\\u0590-\\u109f\\u1100-\\u11ff\\u135d-\\u135f\\u1700-\\u18af" +
  "\\u1900-\\u1cff\\u1dc0-\\u1dff\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u20d0-\\u20ff" +
  "\\u302a-\\u302f\\u3099\\u309a\\ua670-\\ua69f\\ua800-\\uabff\\ud7b0-\\udfff\\ue000-\\uf8ff" +
  "\\ufb1d-\\ufdff\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufe70-\\ufeff]");
const rightToLeft = new RegExp(
  "[\\u0590-\\u08ff\\u200f\\u202b\\u202e\\u2067\\ufb1d-\\ufdff\\ufe70-\\ufefc]" +
  "|\\ud802|\\ud803|\\ud83a|\\ud83b");
/** Scripts whose letters join or reorder across grapheme clusters: whole words are drawn. */
const wholeWords = /[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff]/;
/** Scripts without spaces between words. */
const withoutSpaces = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1980-\u19df\u1a20-\u1aaf]/;
const breakable = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]|[\u{20000}-\u{3ffff}]/u;
/** Letters that have other forms in another language: Han, kana, Hangul. */
const regional = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/;
const letter = /\p{L}/u;
const directions = new Map<string, Slot["direction"]>([["\u200e", "ltr"], ["\u200f", "rtl"]]);

/** True if the text cannot be drawn code point by code point. */
export function needsShaping(text: string): boolean {
  return shaped.test(text);
}

/** Hands out slots and remembers what they stand for. */
export class Shaper {
  private readonly slots: Slot[][] = [[], []];
  private readonly index = new Map<string, string>();
  private readonly graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  private readonly words = new Intl.Segmenter(undefined, { granularity: "word" });
  /** Of the text that is being shaped. */
  private language = "";

  /**
   * Replaces what has to be shaped by slots; a text that needs none comes back as it is.
   * @param language BCP 47, where it is not the page's
   */
  shape(text: string, language = ""): ShapedText {
    this.language = language;
    if (!this.needsSlots(text)) return { text, rightToLeft: false };
    let anyRightToLeft = false;
    const lines = text.split("\n").map((line) => {
      const direction = rightToLeft.test(line) ? directionOf(line) : "ltr";
      anyRightToLeft ||= direction === "rtl";
      return this.shapeLine(line, direction);
    });
    return { text: lines.join("\n"), rightToLeft: anyRightToLeft };
  }

  /** What the private-use code point stands for; undefined: it is no slot. */
  find(codePoint: number): Slot | undefined {
    const kind = codePoint >= kinds[Break.Allowed].first ? Break.Allowed : Break.Never;
    return this.slots[kind]![codePoint - kinds[kind].first];
  }

  /** Forgets all slots. */
  reset(): void {
    for (const list of this.slots) list.length = 0;
    this.index.clear();
  }

  private needsSlots(text: string): boolean {
    return needsShaping(text) || (this.language !== "" && regional.test(text));
  }

  private shapeLine(line: string, direction: Slot["direction"]): string {
    if (!rightToLeft.test(line)) return this.shapeLeftToRight(line);
    // Both directions on one line: the browser orders them, in one piece.
    if (direction === "ltr" || hasLeftToRightLetter(line)) return this.slot(line, Break.Never, direction);
    return line.split(/( +)/).reverse()
      .map((word) => (word === "" || word[0] === " " ? word : this.slot(word, Break.Never, "rtl")))
      .join("");
  }

  private shapeLeftToRight(line: string): string {
    return line.split(/( +)/).map((word) => {
      if (!this.needsSlots(word)) return word;
      if (withoutSpaces.test(word)) return this.shapeParts(word, this.words, () => Break.Allowed);
      if (wholeWords.test(word)) return this.slot(word, Break.Never, "ltr");
      return this.shapeParts(word, this.graphemes,
        (part) => (breakable.test(part) || regional.test(part) ? Break.Allowed : Break.Never));
    }).join("");
  }

  private shapeParts(word: string, segmenter: Intl.Segmenter, breakOf: (part: string) => Break): string {
    return Array.from(segmenter.segment(word), ({ segment }) =>
      this.needsSlots(segment) ? this.slot(segment, breakOf(segment), "ltr") : segment).join("");
  }

  private slot(text: string, kind: Break, direction: Slot["direction"]): string {
    const key = `${kind}${direction}${this.language} ${text}`;
    const known = this.index.get(key);
    if (known !== undefined) return known;
    const list = this.slots[kind]!;
    // The core resets long before all are used; a replacement character shows that it did not.
    if (list.length === kinds[kind].max) return "\ufffd";
    list.push({ text, direction, language: this.language });
    const made = String.fromCharCode(kinds[kind].first + list.length - 1);
    this.index.set(key, made);
    return made;
  }
}

/** The direction of the first letter or direction mark (UAX 9, rules P2 and P3, without isolates). */
function directionOf(line: string): Slot["direction"] {
  for (const character of line) {
    const mark = directions.get(character);
    if (mark) return mark;
    if (letter.test(character)) return rightToLeft.test(character) ? "rtl" : "ltr";
  }
  return "ltr";
}

function hasLeftToRightLetter(line: string): boolean {
  return [...line].some((character) => letter.test(character) && !rightToLeft.test(character));
}
