// Contrast as it is on the screen: of pixels, not of tokens.

/**
 * Up to `count` texts of the picture that are wholly in view, evenly chosen among their styles, each with its contrast
 * by WCAG 2: of its ground, the colour that most of its pixels have, with the pixel that differs most from it.
 */
export async function contrastsOfPicture(page, count) {
  const texts = await page.evaluate(textsInView);
  const styles = [...new Set(texts.map(({ style }) => style))];
  const chosen = [];
  for (let round = 0; chosen.length < Math.min(count, texts.length); round += 1) {
    for (const style of styles) {
      const one = texts.filter((text) => text.style === style)[round];
      if (one && chosen.length < count) chosen.push(one);
    }
  }
  const shot = (await page.screenshot({ animations: "disabled" })).toString("base64");
  const found = await page.evaluate(measure, { shot, rects: chosen.map(({ rect }) => rect) });
  return chosen.map(({ text, style }, index) => ({ text, style, ...found[index] }));
}

/** Runs in the page: the drawn texts in view. */
function textsInView() {
  const root = document.querySelector("hallway-planner").shadowRoot;
  const list = root.querySelector(".list.canvas");
  if (!list) return [];
  const view = list.getBoundingClientRect();
  const head = root.querySelector(".slot-head").getBoundingClientRect().height;
  return [...list.querySelectorAll(":is(a, span).drawn")].flatMap((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    if (!element.textContent.trim() || y < view.top + head || y + height > view.bottom) return [];
    const style = [...element.classList].find((name) => name.startsWith("row-"));
    return [{ text: element.textContent, style, rect: [x, y, width, height] }];
  });
}

/** Runs in the page: contrasts within the rectangles of a screenshot. */
async function measure({ shot, rects }) {
  const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const scale = image.width / innerWidth;
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = (color) => [0.2126, 0.7152, 0.0722]
    .reduce((sum, part, index) => sum + part * linear((color >> (16 - 8 * index) & 255) / 255), 0);
  return rects.map((rect) => {
    const { data } = context.getImageData(...rect.map((length) => Math.round(length * scale)));
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const color = data[at] << 16 | data[at + 1] << 8 | data[at + 2];
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const [ground] = [...counts].sort(([, a], [, b]) => b - a)[0];
    const contrasts = [...counts.keys()].map((color) => {
      const [dark, light] = [luminance(color), luminance(ground)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    });
    return { ground: ground.toString(16).padStart(6, "0"), contrast: Math.max(...contrasts) };
  });
}
