import type { Memory } from "./core.ts";
import { icon_names, icons } from "#generated/icons.ts";
import { needsShaping, Shaper, type Slot } from "./shaping.ts";

/** What the core calls as `Module.host.glyphs`; see src/ui/glyphs.h. Results go to HEAPF32 at `out`. */
export interface GlyphHost {
  /** ascent, descent: CSS px, rounded. */
  metrics(em: number, weight: number, out: number): void;
  /** x0, y0, w, h, advance, coloured: device px. Keeps the pixels for `blit`. 0: no such glyph. */
  glyph(codePoint: number, em: number, weight: number, out: number): 0 | 1;
  /** Writes the kept pixels, RGBA. */
  blit(address: number, pitchBytes: number): void;
  /** Length of the shaped text, which is written if it fits; bit 30: right to left. */
  shape(address: number, size: number, out: number, capacity: number, language: number, languageSize: number): number;
  /** Width of a line without making slots, device px. */
  measure(address: number, size: number, em: number, weight: number, language: number, languageSize: number): number;
  /** Forgets all slots. */
  reset(): void;
}

/** Pixels of one glyph within what was read back. */
interface Raster {
  pixels: Uint32Array;
  stride: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const iconWeight = 0;
const iconFirst = 0xe000;
const iconGrid = 20;
const iconStroke = 1.75;
const bitRightToLeft = 1 << 30;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Draws one glyph at a time with the browser's text engine; the core copies it into its atlas. */
export class Glyphs implements GlyphHost {
  /** False: what is read back is not what was drawn, so no picture can be made here. */
  readonly trusted: boolean;
  /** CSS font families, as the style sheet has them. */
  family = "sans-serif";
  private readonly shaper = new Shaper();
  private readonly context: Context;
  private readonly advances = new Map<string, number>();
  private ink = 0;
  /** Alpha up to this is taken for nothing: more than 0 where the browser adds noise. */
  private faint = 0;
  private font = "";
  private language = "";
  private kept: Raster | undefined;

  constructor(private readonly memory: () => Memory) {
    this.context = makeContext();
    this.setUp();
    this.trusted = this.probe();
  }

  /** Masks are rendered for dark text on a light ground or the other way round: their weights differ. */
  setTheme(dark: boolean): void {
    this.ink = dark ? 0xffffff : 0;
  }

  metrics(em: number, weight: number, out: number): void {
    const floats = this.memory().HEAPF32;
    if (weight === iconWeight) {
      floats.set([0, em], out);
      return;
    }
    this.setFont(em, weight);
    const measured = this.context.measureText("Mg");
    floats.set([Math.round(measured.fontBoundingBoxAscent), Math.round(measured.fontBoundingBoxDescent)], out);
  }

  glyph(codePoint: number, em: number, weight: number, out: number): 0 | 1 {
    if (weight === iconWeight) return this.iconGlyph(codePoint - iconFirst, em, out);
    const slot = this.pieceOf(codePoint);
    if (!slot) return 0;
    this.setFont(em, weight);
    this.setLanguage(slot.language);
    this.context.direction = slot.direction;
    const measured = this.context.measureText(slot.text);
    if (slot.text.trim() === "") {
      this.memory().HEAPF32.set([0, 0, 0, 0, measured.width, 0], out);
      return 1;
    }
    // textAlign is left, so the pen is at the left edge in both directions.
    const pad = 2;
    const left = Math.ceil(Math.max(0, measured.actualBoundingBoxLeft)) + pad;
    const top = Math.ceil(Math.max(0, measured.actualBoundingBoxAscent)) + pad;
    const w = left + Math.ceil(Math.max(measured.actualBoundingBoxRight, measured.width)) + pad;
    const h = top + Math.ceil(Math.max(0, measured.actualBoundingBoxDescent)) + pad;
    this.clear(w, h);
    this.setFont(em, weight);
    this.setLanguage(slot.language);
    this.context.direction = slot.direction;
    this.context.fillText(slot.text, left, top);
    this.keep(w, h, left, top, measured.width, out);
    return 1;
  }

  blit(address: number, pitchBytes: number): void {
    if (!this.kept) return;
    const { pixels, stride, x, y, w, h } = this.kept;
    const words = this.memory().HEAPU32;
    for (let row = 0; row < h; row += 1) {
      const from = (y + row) * stride + x;
      words.set(pixels.subarray(from, from + w), (address + row * pitchBytes) >>> 2);
    }
  }

  shape(address: number, size: number, out: number, capacity: number, language = 0, languageSize = 0): number {
    const shaped = this.shaper.shape(this.textAt(address, size), this.textAt(language, languageSize));
    const encoded = encoder.encode(shaped.text);
    if (encoded.length <= capacity) this.memory().HEAPU8.set(encoded, out);
    return encoded.length | (shaped.rightToLeft ? bitRightToLeft : 0);
  }

  measure(address: number, size: number, em: number, weight: number, language = 0, languageSize = 0): number {
    return this.textWidth(this.textAt(address, size), em, weight, this.textAt(language, languageSize));
  }

  reset(): void {
    this.shaper.reset();
  }

  /**
   * By how much a line in the DOM is wider than in the picture, whose advances are whole device pixels. CSS px.
   */
  widthDifference(text: string, em: number, weight: number, density: number): number {
    // A slot is as wide as the browser's own text, and spacing would tear joined letters apart.
    if (needsShaping(text)) return 0;
    let drawn = 0;
    for (const character of text) {
      const key = `${em}/${weight}/${density}${character}`;
      let advance = this.advances.get(key);
      if (advance === undefined) {
        this.setFont(em * density, weight);
        advance = Math.round(this.context.measureText(character).width) / density;
        this.advances.set(key, advance);
      }
      drawn += advance;
    }
    return this.textWidth(text, em, weight) - drawn;
  }

  /** Width of a line in the DOM; in the unit of `em`. */
  textWidth(text: string, em: number, weight: number, language = ""): number {
    this.setFont(em, weight);
    this.setLanguage(language);
    this.context.direction = "ltr";
    return this.context.measureText(text).width;
  }

  private pieceOf(codePoint: number): Slot | undefined {
    if (codePoint >= 0xe000 && codePoint <= 0xf8ff) return this.shaper.find(codePoint);
    return { text: String.fromCodePoint(codePoint), direction: "ltr", language: "" };
  }

  private iconGlyph(number: number, em: number, out: number): 0 | 1 {
    const icon = icons[icon_names[number] ?? ""];
    if (!icon) return 0;
    const pad = 2;
    const size = Math.ceil(em) + 2 * pad;
    this.clear(size, size);
    const { context } = this;
    const path = new Path2D(icon.d);
    context.save();
    context.translate(pad, pad);
    context.scale(em / iconGrid, em / iconGrid);
    context.strokeStyle = context.fillStyle;
    context.lineWidth = iconStroke;
    context.lineCap = context.lineJoin = "round";
    if (icon.mode.includes("fill")) context.fill(path);
    if (icon.mode.includes("stroke")) context.stroke(path);
    context.restore();
    this.keep(size, size, pad, pad, em, out);
    return 1;
  }

  /** Reads back what was drawn with the pen at (left, top), keeps it without its empty edges, and tells of it. */
  private keep(w: number, h: number, left: number, top: number, advance: number, out: number): void {
    const pixels = new Uint32Array(this.context.getImageData(0, 0, w, h).data.buffer);
    const { coloured, x0, y0, x1, y1 } = this.inspect(pixels, w, h);
    const floats = this.memory().HEAPF32;
    if (x1 < 0) {
      this.kept = undefined;
      floats.set([0, 0, 0, 0, advance, 0], out);
      return;
    }
    // A glyph without colours of its own is a white mask, which the renderer tints.
    if (!coloured) for (let i = 0; i < pixels.length; i += 1) pixels[i]! |= 0xffffff;
    this.kept = { pixels, stride: w, x: x0, y: y0, w: x1 - x0 + 1, h: y1 - y0 + 1 };
    floats.set([x0 - left, y0 - top, this.kept.w, this.kept.h, advance, Number(coloured)], out);
  }

  private inspect(pixels: Uint32Array, w: number, h: number) {
    let x0 = w, y0 = h, x1 = -1, y1 = -1, colours = 0;
    for (let y = 0, i = 0; y < h; y += 1) {
      for (let x = 0; x < w; x += 1, i += 1) {
        const pixel = pixels[i]!;
        const alpha = pixel >>> 24;
        if (alpha <= this.faint) continue;
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        y1 = y;
        if (alpha > 40 && differs(pixel, this.ink)) colours += 1;
      }
    }
    // One odd pixel may be noise that the browser adds against fingerprinting.
    return { coloured: colours >= 3, x0, y0, x1, y1 };
  }

  /** Empties a part of the scratch canvas and makes it larger if needed. Small: each read-back copies it all. */
  private clear(w: number, h: number): void {
    const { canvas } = this.context;
    if (w > canvas.width || h > canvas.height) {
      canvas.width = Math.max(canvas.width, (w + 63) & ~63);
      canvas.height = Math.max(canvas.height, (h + 31) & ~31);
      this.setUp();
    }
    this.context.clearRect(0, 0, w, h);
    this.context.fillStyle = this.ink === 0 ? "#000" : "#fff";
  }

  /** Resizing a canvas resets all of this. */
  private setUp(): void {
    this.context.textBaseline = "alphabetic";
    this.context.textAlign = "left";
    // As the style sheet has it for text that is drawn.
    this.context.fontKerning = "none";
    this.font = "";
    this.language = "";
  }

  private textAt(address: number, size: number): string {
    return decoder.decode(this.memory().HEAPU8.subarray(address, address + size));
  }

  /** Fonts and letters' forms go by it, as by `lang` in the DOM; where the browser cannot, by the page's. */
  private setLanguage(language: string): void {
    if (language === this.language) return;
    (this.context as Context & { lang?: string }).lang = language || "inherit";
    this.language = language;
  }

  private setFont(em: number, weight: number): void {
    const font = `${weight} ${em}px ${this.family}`;
    if (font === this.font) return;
    this.context.font = font;
    this.font = font;
  }

  /** Draws a known pattern: some browsers give noise or nothing back, so that a page cannot be told apart. */
  private probe(): boolean {
    const { context } = this;
    context.clearRect(0, 0, 16, 16);
    context.fillStyle = "#000";
    for (let i = 0; i < 16; i += 2) context.fillRect(i, 0, 1, 16);
    const pixels = new Uint32Array(context.getImageData(0, 0, 16, 16).data.buffer);
    let worst = 0;
    pixels.forEach((pixel, i) => {
      const expected = i % 2 === 0 ? 255 : 0;
      worst = Math.max(worst, Math.abs((pixel >>> 24) - expected));
      if (expected === 255 && differs(pixel, 0)) worst = 255;
    });
    if (worst > 0) this.faint = 8;
    return worst <= this.faint;
  }
}

/** True if a colour channel is off by more than noise would make it. */
function differs(pixel: number, ink: number): boolean {
  const far = (shift: number): boolean => Math.abs((pixel >>> shift & 255) - (ink >>> shift & 255)) > 8;
  return far(0) || far(8) || far(16);
}

function makeContext(): Context {
  // Without willReadFrequently each read-back waits for the GPU: ten times slower.
  const settings = { willReadFrequently: true };
  if (typeof OffscreenCanvas !== "undefined") {
    const context = new OffscreenCanvas(128, 64).getContext("2d", settings);
    if (context) return context;
  }
  const canvas = document.createElement("canvas");
  canvas.width = 128;
  canvas.height = 64;
  return canvas.getContext("2d", settings) as CanvasRenderingContext2D;
}
