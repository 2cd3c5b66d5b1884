// Do the picture and the DOM stand where the other says, in frames as the screen showed them?
//
// Each row has two stripes in the colour of its track: one that the picture has anyway, the track bar, and one of the
// DOM beside it, which a style sheet of the test adds. In step they begin and end at the same pixels.

/** The light theme's tokens track-1 to track-12. */
const tracks = [
  0x0266c7, 0x6e4506, 0x7d4ebf, 0x006c28, 0xb83560, 0x064556, 0xa84d00, 0x465262, 0x686b08, 0x751a71, 0x04746b,
  0x89040d,
];
/** Shorter ones are cut off by an edge of the view or by a sticky head. */
const stripeMin = 24;

/** Whether a pixel has the colour of a track. */
export const isTrack = (color) => tracks.includes(color);

/** The DOM's stripes: left of the track bars, as long as they are. */
export function addStripes(page, { inset, left }) {
  return page.evaluate((rule) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.querySelector("hallway-planner").shadowRoot.adoptedStyleSheets.push(sheet);
  }, `.rows > li.drawn[data-level]::after { display: block !important; content: ""; position: absolute;
    left: ${left}px; width: 4px; inset-block: ${inset}px; background: var(--track); border-radius: 0; }`);
}

/**
 * @param {import("./png.mjs").Image} image
 * @param {{ dom: number, picture: number, top: number, bottom: number }} columns   pixels
 * @returns {{ compared: number, off: number, blank: number }}   stripes of the DOM; `off`: the picture has something
 *   else there; `blank`: it has nothing there, since it does not reach so far
 */
export function compareStripes(image, { dom, picture, top, bottom }) {
  const drawn = stripesIn(image, picture, top, bottom);
  const own = stripesIn(image, dom, top, bottom);
  const counts = { compared: 0, off: 0, blank: 0 };
  for (const stripe of own.filter((each) => isWhole(each, top, bottom))) {
    const there = drawn.filter(({ from, to }) => from < stripe.to && to > stripe.from);
    counts.compared += 1;
    if (there.length === 0) counts.blank += 1;
    else if (!there.some((other) => isSame(stripe, other, [own, drawn]))) counts.off += 1;
  }
  return counts;
}

/**
 * One pixel more or less is in step: the bars have round ends. The outermost stripes may be cut off at one end, by the
 * edge of the picture or where the compositor has nothing of the DOM yet.
 */
function isSame(one, other, columns) {
  if (one.color !== other.color) return false;
  const isEdge = (place) => columns.some((stripes) => [one, other].includes(stripes.at(place)));
  const begins = Math.abs(one.from - other.from) <= 1, ends = Math.abs(one.to - other.to) <= 1;
  return (begins && ends) || (begins && isEdge(-1)) || (ends && isEdge(0));
}

function isWhole({ from, to }, top, bottom) {
  return from > top + 1 && to < bottom - 1 && to - from >= stripeMin;
}

function stripesIn(image, x, top, bottom) {
  const stripes = [];
  for (let y = top; y < bottom; y += 1) {
    const color = image.at(x, y);
    if (!tracks.includes(color)) continue;
    const last = stripes.at(-1);
    if (last?.color === color && last.to === y) last.to = y + 1;
    else stripes.push({ color, from: y, to: y + 1 });
  }
  return stripes;
}
