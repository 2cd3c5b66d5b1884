// Pixels of screenshots: 8 bits a channel, RGB or RGBA, not interlaced, as Chromium makes them.

import { inflateSync } from "node:zlib";

const headerSize = 8;
const colourTypes = { 2: 3, 6: 4 };

/**
 * @typedef {object} Image
 * @property {number} w
 * @property {number} h
 * @property {(x: number, y: number) => number} at   0xRRGGBB
 */

/** @param {Uint8Array} bytes @returns {Image} */
export function decodePng(bytes) {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = [];
  let w = 0, h = 0, channels = 0;
  for (let at = headerSize; at < file.length;) {
    const size = file.readUInt32BE(at);
    const name = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + size);
    if (name === "IHDR") {
      w = body.readUInt32BE(0);
      h = body.readUInt32BE(4);
      channels = body[8] === 8 && body[12] === 0 ? colourTypes[body[9]] ?? 0 : 0;
      if (channels === 0) throw new Error("not such a PNG as screenshots are");
    } else if (name === "IDAT") {
      parts.push(body);
    }
    at += size + 12;
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(parts)), w * channels, h, channels);
  const at = (x, y) => {
    const i = (y * w + x) * channels;
    return pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2];
  };
  return { w, h, at };
}

/** PNG, section 9: each row says how its bytes differ from those to the left and above. */
function unfiltered(raw, stride, h, step) {
  const pixels = Buffer.alloc(stride * h);
  for (let y = 0; y < h; y += 1) {
    const kind = raw[y * (stride + 1)];
    const row = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    const out = pixels.subarray(y * stride, (y + 1) * stride);
    const above = y === 0 ? Buffer.alloc(stride) : pixels.subarray((y - 1) * stride, y * stride);
    if (kind === 0) out.set(row);
    else unfilterRow(kind, row, above, out, step);
  }
  return pixels;
}

function unfilterRow(kind, row, above, out, step) {
  for (let x = 0; x < row.length; x += 1) {
    const a = x < step ? 0 : out[x - step];
    const b = above[x];
    let guess = 0;
    if (kind === 1) guess = a;
    else if (kind === 2) guess = b;
    else if (kind === 3) guess = (a + b) >> 1;
    else guess = paeth(a, b, x < step ? 0 : above[x - step]);
    out[x] = row[x] + guess;
  }
}

function paeth(a, b, c) {
  const p = a + b - c;
  const pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}
