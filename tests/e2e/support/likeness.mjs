// How much two pictures of the same line of text differ.

const gapMin = 2;
const tolerance = 40;

/**
 * The worst of the line's parts: the share of its ink, 0 to 1, that has no like in the other picture. Parts are what
 * blank columns divide: letters, joined words, emoji. Each may stand up to `drift` pixels to the left or right, since a
 * picture's letters stand at whole pixels and the browser's between them; for the same reason ink is like a colour
 * that lies between those of the pixels around.
 * @param {import("./png.mjs").Image} one
 * @param {import("./png.mjs").Image} other   of the same size
 * @param {number} drift
 */
export function worstPart(one, other, drift) {
  if (one.w !== other.w || one.h !== other.h) return 1;
  const [first, second] = [planesOf(one), planesOf(other)];
  return Math.max(worstOf(first, second, drift), worstOf(second, first, drift));
}

/** The columns with ink, parted by gaps. Ink is what differs from the ground, the colour at the upper left. */
function partsOf({ w, h, ink }) {
  const parts = [];
  let end = -gapMin;
  for (let x = 0; x < w; x += 1) {
    let inked = false;
    for (let y = 0; y < h && !inked; y += 1) inked = ink[y * w + x] === 1;
    if (!inked) continue;
    if (x - end >= gapMin) parts.push({ from: x, to: x + 1 });
    else parts.at(-1).to = x + 1;
    end = x + 1;
  }
  return parts;
}

function worstOf(one, other, drift) {
  const parts = partsOf(one);
  if (parts.length === 0) return 1;
  return Math.max(...parts.map((part) => {
    let best = 1;
    for (let shift = -drift; shift <= drift; shift += 1) best = Math.min(best, unlikeShare(one, other, part, shift));
    return best;
  }));
}

function unlikeShare(one, other, { from, to }, shift) {
  let inked = 0, unlike = 0;
  for (let y = 0; y < one.h; y += 1) {
    for (let x = from; x < to; x += 1) {
      if (one.ink[y * one.w + x] === 0) continue;
      inked += 1;
      const there = x + shift;
      if (there < 0 || there >= one.w || !isLike(one, y * one.w + x, other, y * one.w + there)) unlike += 1;
    }
  }
  return unlike / inked;
}

function isLike(one, here, other, there) {
  return one.colours.every((plane, channel) =>
    plane[here] >= other.least[channel][there] - tolerance && plane[here] <= other.most[channel][there] + tolerance);
}

/** Channels, ink, and the least and most of each channel among a pixel and those beside it. */
function planesOf(image) {
  const { w, h } = image;
  const colours = [16, 8, 0].map((shift) => {
    const plane = new Uint8Array(w * h);
    for (let y = 0; y < h; y += 1) for (let x = 0; x < w; x += 1) plane[y * w + x] = image.at(x, y) >> shift & 255;
    return plane;
  });
  const ink = new Uint8Array(w * h)
    .map((_, i) => Number(colours.some((plane) => Math.abs(plane[i] - plane[0]) > tolerance)));
  return {
    w, h, colours, ink,
    least: colours.map((plane) => around(plane, w, h, Math.min)),
    most: colours.map((plane) => around(plane, w, h, Math.max)),
  };
}

function around(plane, w, h, choose) {
  const across = plane.map((value, i) =>
    choose(value, i % w > 0 ? plane[i - 1] : value, i % w < w - 1 ? plane[i + 1] : value));
  return across.map((value, i) =>
    choose(value, i >= w ? across[i - w] : value, i < w * (h - 1) ? across[i + w] : value));
}
