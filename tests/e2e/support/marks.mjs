// Do the picture and the DOM of the grid stand where the other says, along both axes? Each block has the track bar of
// the picture, and beside it a mark of the DOM, which a style sheet of the test adds.

import { isTrack } from "./stripes.mjs";

const mark = 0xff00ff;
/** Where there is no picture yet; the light theme's token bg. */
const ground = 0xf4f3f0;
/** Shorter ones are cut off by an edge of the view or by a sticky head. */
const markMin = 24;
const markWidth = 4;
const linesApart = 23;

/** `inset`: how far the track bars stay from the ends of their blocks, CSS px. */
export function addMarks(page, inset) {
  return page.evaluate((rule) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.querySelector("hallway-planner").shadowRoot.adoptedStyleSheets.push(sheet);
  }, `.block.drawn[data-level]::after { display: block !important; content: ""; position: absolute;
    left: -${markWidth}px; width: ${markWidth}px; inset-block: ${inset}px; background: #f0f; }`);
}

/**
 * @param {import("./png.mjs").Image} image
 * @param {{ left: number, right: number, top: number, bottom: number }} view   pixels
 * @param {number} bar   how far the track bars begin from the edge of their blocks
 * @returns {{ compared: number, off: number, blank: number }}   marks; `off`: the picture has something else there;
 *   `blank`: it has nothing there, since it does not reach so far
 */
export function compareMarks(image, view, bar) {
  const counts = { compared: 0, off: 0, blank: 0 };
  const seen = new Set();
  for (let y = view.top + linesApart; y < view.bottom; y += linesApart) {
    for (let x = view.left; x < view.right - 20; x += 1) {
      if (image.at(x, y) !== mark) continue;
      const end = endOf(image, x, y, mark, 1, 0, view) + 1;
      const own = extent(image, x + 1, y, mark, view);
      const key = `${x} ${own.from}`;
      const isWhole = own.from > view.top + 1 && own.to < view.bottom - 1 && own.to - own.from >= markMin
        && end - x === markWidth;
      if (isWhole && !seen.has(key)) count(counts, image, { x: end + bar, y, own }, view);
      seen.add(key);
      x = end;
    }
  }
  return counts;
}

function count(counts, image, { x, y, own }, view) {
  const middle = x + 2;
  const color = image.at(middle, y);
  counts.compared += 1;
  if (color === ground) {
    counts.blank += 1;
    return;
  }
  const drawn = isTrack(color) ? extent(image, middle, y, color, view) : null;
  // The picture may end within a bar: beyond is the page's ground, where a block of the picture has its own.
  const endsAt = (edge, past) => Math.abs(edge - past) > 1 && image.at(middle, edge) === ground;
  if (drawn && (endsAt(drawn.from - 1, own.from - 1) || endsAt(drawn.to, own.to))) {
    counts.blank += 1;
    return;
  }
  // While it scrolls fast, the browser has not painted all tiles of the DOM: then it is the mark that ends early, at
  // one end only and in all columns at the same height.
  const ends = drawn ? ["from", "to"].filter((end) => Math.abs(drawn[end] - own[end]) <= 1).length : 0;
  if (ends === 1 && own.to - own.from < drawn.to - drawn.from) return;
  const begins = isTrack(color) ? endOf(image, middle, y, color, -1, 0, view) : 0;
  const inStep = drawn !== null && Math.abs(begins - x) <= 1
    && Math.abs(drawn.from - own.from) <= 1 && Math.abs(drawn.to - own.to) <= 1;
  if (!inStep) counts.off += 1;
}

/** The last pixel of that colour in a direction. */
function endOf(image, x, y, color, stepX, stepY, { left, right, top, bottom }) {
  let [atX, atY] = [x, y];
  const isIn = (nextX, nextY) => nextX >= left && nextX < right && nextY >= top && nextY < bottom;
  while (isIn(atX + stepX, atY + stepY) && image.at(atX + stepX, atY + stepY) === color) {
    atX += stepX;
    atY += stepY;
  }
  return stepX === 0 ? atY : atX;
}

function extent(image, x, y, color, view) {
  return { from: endOf(image, x, y, color, 0, -1, view), to: endOf(image, x, y, color, 0, 1, view) + 1 };
}
