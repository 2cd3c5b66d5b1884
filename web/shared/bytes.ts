const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Bytes of texts and byte strings one after another, divided by NUL: how texts cross the boundary.
 * No parts give no bytes.
 */
export function joinByNul(...parts: (string | Uint8Array)[]): Uint8Array {
  const pieces = parts.map((part) => (typeof part === "string" ? encoder.encode(part) : part));
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length + 1, 0) - Math.min(pieces.length, 1));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length + 1;
  }
  return joined;
}

/** The first `count` texts, each of which ends with NUL, and the bytes behind them. */
export function splitTexts(bytes: Uint8Array, count: number): [texts: string[], rest: Uint8Array] {
  const texts: string[] = [];
  let rest = bytes;
  while (texts.length < count) {
    const end = rest.indexOf(0);
    if (end < 0) throw new Error("a text without its end");
    texts.push(decoder.decode(rest.subarray(0, end)));
    rest = rest.subarray(end + 1);
  }
  return [texts, rest];
}

/** Little-endian numbers and texts with their size before them, as `ByteReader` of base/bytes.h reads them. */
export class ByteWriter {
  private readonly pieces: Uint8Array[] = [];

  byte(value: number): this {
    return this.raw(Uint8Array.of(value));
  }

  /** 32 bits; negative numbers as such. */
  number(value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value, true);
    return this.raw(bytes);
  }

  /** 64 bits, of which a number fills 53. */
  wide(value: number): this {
    return this.number(value % 2 ** 32).number(Math.floor(value / 2 ** 32));
  }

  text(value: string): this {
    return this.sized(encoder.encode(value));
  }

  sized(bytes: Uint8Array): this {
    return this.number(bytes.length).raw(bytes);
  }

  raw(bytes: Uint8Array): this {
    this.pieces.push(bytes);
    return this;
  }

  take(): Uint8Array {
    return concatenate(this.pieces);
  }
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** UTF-8 bytes as text. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
