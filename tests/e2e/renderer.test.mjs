// The renderer of command lists and the rasteriser of glyphs, with made-up memory in the place of planner.wasm's.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { openParts } from "./support/modules.mjs";

/** Runs in the page: helpers that write what the core would write. */
async function prepare({ page, server }) {
  await openParts({ page, server });
  await page.evaluate(() => {
    const { memory, Renderer, Textures } = window.parts;
    const words = (list) => {
      const at = memory.take(list.length * 4);
      memory.HEAPU32.set(list, at >> 2);
      return at;
    };
    /** Rectangles of one colour each, all from one pixel of the texture. */
    const commandList = (rects, texture, clip = [0, 0, 8, 8]) => {
      const vertices = memory.take(rects.length * 80);
      const indices = memory.take(rects.length * 12);
      rects.forEach(({ x, y, w, h, color }, i) => {
        [[x, y], [x + w, y], [x + w, y + h], [x, y + h]].forEach(([px, py], corner) => {
          const at = (vertices >> 2) + (i * 4 + corner) * 5;
          memory.HEAPF32.set([px, py, 0.5, 0.5], at);
          memory.HEAPU32[at + 4] = color;
        });
        const list = new Uint16Array(memory.buffer, indices + i * 12, 6);
        list.set([0, 1, 2, 0, 2, 3].map((corner) => i * 4 + corner));
      });
      const buffers = [vertices, rects.length * 80, indices, rects.length * 12];
      return words([...buffers, 1, ...clip, rects.length * 6, 0, 0, texture]);
    };
    const textures = new Textures(() => memory);
    const makeTexture = (id, color) => {
      const pixels = memory.take(16 * 4);
      memory.HEAPU32.fill(color, pixels >> 2, (pixels >> 2) + 16);
      return [id, 1, 4, 4, pixels, 0];
    };
    const update = (list, renderers) => textures.update(words(list), list.length, renderers);
    const makeRenderer = () => {
      const canvas = document.body.appendChild(document.createElement("canvas"));
      return { canvas, renderer: Renderer.make(canvas, textures) };
    };
    /** As 0xAABBGGRR. */
    const pixel = (canvas, x, y) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
      copy.drawImage(canvas, 0, 0);
      return new Uint32Array(copy.getImageData(x, y, 1, 1).data.buffer)[0] >>> 0;
    };
    Object.assign(window, { commandList, makeTexture, update, makeRenderer, pixel, words });
  });
}

const white = 0xffffffff;
const red = 0xff0000ff;
const ground = 0xff332211;

browserTest("rectangles are drawn in their colours, clipped, on the ground's colour", async ({ page, server }) => {
  await prepare({ page, server });
  const found = await page.evaluate(([white, red, ground]) => {
    const { canvas, renderer } = makeRenderer();
    update(makeTexture(1, white), [renderer]);
    renderer.draw(commandList([{ x: 1, y: 1, w: 6, h: 6, color: red }], 1, [0, 0, 4, 8]), 8, 8, ground);
    return { inside: pixel(canvas, 2, 2), clipped: pixel(canvas, 5, 2), outside: pixel(canvas, 0, 0) };
  }, [white, red, ground]);
  assert.deepEqual(found, { inside: red, clipped: ground, outside: ground });
});

browserTest("clip rectangles that reach over the edge are cut to the picture", async ({ page, server }) => {
  await prepare({ page, server });
  const found = await page.evaluate(([white, red, ground]) => {
    const { canvas, renderer } = makeRenderer();
    update(makeTexture(1, white), [renderer]);
    renderer.draw(commandList([{ x: 0, y: 0, w: 8, h: 8, color: red }], 1, [-4, -4, 100, 100]), 8, 8, ground);
    return [pixel(canvas, 0, 0), pixel(canvas, 7, 7)];
  }, [white, red, ground]);
  assert.deepEqual(found, [red, red]);
});

browserTest("a renderer that comes later has the textures that others had before", async ({ page, server }) => {
  await prepare({ page, server });
  const found = await page.evaluate(([white, red, ground]) => {
    const first = makeRenderer();
    update(makeTexture(7, red), [first.renderer]);
    const later = makeRenderer();
    later.renderer.draw(commandList([{ x: 0, y: 0, w: 8, h: 8, color: white }], 7), 8, 8, ground);
    return pixel(later.canvas, 4, 4);
  }, [white, red, ground]);
  assert.equal(found, red);
});

browserTest("changed rectangles of a texture are uploaded to all renderers", async ({ page, server }) => {
  await prepare({ page, server });
  const found = await page.evaluate(([white, red, ground]) => {
    const pair = [makeRenderer(), makeRenderer()];
    const renderers = pair.map(({ renderer }) => renderer);
    const texture = makeTexture(3, white);
    update(texture, renderers);
    const list = commandList([{ x: 0, y: 0, w: 8, h: 8, color: white }], 3);
    for (const renderer of renderers) renderer.draw(list, 8, 8, ground);
    const pixels = texture[4] >> 2;
    parts.memory.HEAPU32.fill(red, pixels, pixels + 16);
    update([3, 2, 4, 4, texture[4], 2, 0, 0, 4, 2, 0, 2, 4, 2], renderers);
    for (const renderer of renderers) renderer.draw(list, 8, 8, ground);
    return pair.map(({ canvas }) => pixel(canvas, 4, 4));
  }, [white, red, ground]);
  assert.deepEqual(found, [red, red]);
});

browserTest("after a lost context the picture is the same again", async ({ page, server }) => {
  await prepare({ page, server });
  const found = await page.evaluate(async ([white, red, ground]) => {
    const { canvas, renderer } = makeRenderer();
    update(makeTexture(1, white), [renderer]);
    const list = commandList([{ x: 0, y: 0, w: 8, h: 8, color: red }], 1);
    renderer.draw(list, 8, 8, ground);
    const before = pixel(canvas, 4, 4);
    const loss = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
    canvas.addEventListener("webglcontextlost", (event) => event.preventDefault());
    const lost = new Promise((done) => { canvas.addEventListener("webglcontextlost", done, { once: true }); });
    loss.loseContext();
    await lost;
    const restored = new Promise((done) => { canvas.addEventListener("webglcontextrestored", done, { once: true }); });
    const wasLost = renderer.isLost;
    setTimeout(() => loss.restoreContext());
    await restored;
    renderer.restore();
    renderer.draw(list, 8, 8, ground);
    return { before, wasLost, after: pixel(canvas, 4, 4) };
  }, [white, red, ground]);
  assert.deepEqual(found, { before: red, wasLost: true, after: red });
});

// --- glyphs ---------------------------------------------------------------------------------------------------------

/** Runs in the page: a glyph as the core gets it. */
const rasterize = ([text, em, weight, dark]) => {
  const { glyphs, memory } = parts;
  glyphs.setTheme(dark);
  const out = memory.take(24);
  const known = glyphs.glyph(text.codePointAt(0), em, weight, out >> 2);
  const [x, y, w, h, advance, coloured] = memory.HEAPF32.slice(out >> 2, (out >> 2) + 6);
  const pixels = memory.take(w * h * 4);
  glyphs.blit(pixels, w * 4);
  const rgba = memory.HEAPU32.slice(pixels >> 2, (pixels >> 2) + w * h);
  return {
    known, x, y, w, h, advance, coloured,
    isWhite: rgba.every((pixel) => (pixel & 0xffffff) === 0xffffff || pixel >>> 24 === 0),
    ink: rgba.reduce((sum, pixel) => sum + (pixel >>> 24), 0) / 255,
  };
};

browserTest("a letter is a white mask around the pen, without empty edges", async ({ page, server }) => {
  await openParts({ page, server });
  const letter = await page.evaluate(rasterize, ["g", 32, 400, false]);
  assert.equal(letter.known, 1);
  assert.equal(letter.coloured, 0);
  assert.ok(letter.isWhite);
  assert.ok(letter.y < 0 && letter.y + letter.h > 0, "it goes above and below the baseline");
  assert.ok(letter.advance > 10 && letter.advance < 30);
  const space = await page.evaluate(rasterize, [" ", 32, 400, false]);
  assert.deepEqual([space.w, space.h], [0, 0]);
  assert.ok(space.advance > 4);
});

browserTest("an emoji keeps its colours", async ({ page, server }) => {
  await openParts({ page, server });
  const face = await page.evaluate(rasterize, ["😀", 32, 400, false]);
  assert.equal(face.coloured, 1);
  assert.equal(face.isWhite, false);
});

browserTest("icons stand in the upper left corner of their box", async ({ page, server }) => {
  await openParts({ page, server });
  const star = await page.evaluate(rasterize, ["\ue000", 40, 0, false]);
  assert.equal(star.known, 1);
  assert.equal(star.advance, 40);
  assert.ok(star.x >= 0 && star.y >= 0 && star.x + star.w <= 40 && star.y + star.h <= 40);
  const filled = await page.evaluate(rasterize, ["\ue001", 40, 0, false]);
  assert.ok(filled.ink > 1.5 * star.ink, "the filled star has more ink");
  assert.equal((await page.evaluate(rasterize, ["\uefff", 40, 0, false])).known, 0);
});

const shape = (text) => {
  const { glyphs, memory } = parts;
  const bytes = new TextEncoder().encode(text);
  const out = memory.take(1024);
  const length = glyphs.shape(memory.put(bytes), bytes.length, out, 1024);
  const size = length & 0x3fffffff;
  return {
    rightToLeft: length !== size,
    codePoints: [...new TextDecoder().decode(memory.HEAPU8.slice(out, out + size))].map((c) => c.codePointAt(0)),
  };
};
const isSlot = (codePoint) => codePoint >= 0xe000 && codePoint < 0xf000;
const isBreakableSlot = (codePoint) => codePoint >= 0xf000 && codePoint < 0xf900;

browserTest("only what must be shaped as a whole becomes a slot", async ({ page, server }) => {
  await openParts({ page, server });
  const shaped = (text) => page.evaluate(shape, text);
  assert.deepEqual(await shaped("Äpfel, 大ホール, Ωμέγα"), {
    rightToLeft: false, codePoints: [..."Äpfel, 大ホール, Ωμέγα"].map((c) => c.codePointAt(0)),
  });
  const hindi = await shaped("नमस्ते दुनिया!");
  assert.equal(hindi.codePoints.length, 3);
  assert.ok(isSlot(hindi.codePoints[0]) && hindi.codePoints[1] === 32 && isSlot(hindi.codePoints[2]));
  const thai = await shaped("สวัสดีชาวโลก");
  assert.ok(thai.codePoints.length > 1 && thai.codePoints.every(isBreakableSlot));
  const family = await shaped("ok 👨‍👩‍👧‍👦🇩🇪");
  assert.equal(family.codePoints.length, 5);
  assert.ok(family.codePoints.slice(3).every(isBreakableSlot));
});

browserTest("words from right to left come in the order of drawing, mixed lines whole", async ({ page, server }) => {
  await openParts({ page, server });
  const [one, two] = [await page.evaluate(shape, "שלום"), await page.evaluate(shape, "עולם")];
  const line = await page.evaluate(shape, "שלום עולם");
  assert.equal(line.rightToLeft, true);
  assert.deepEqual(line.codePoints, [two.codePoints[0], 32, one.codePoints[0]]);
  const mixed = await page.evaluate(shape, "إضفاء على Fediverse");
  assert.deepEqual([mixed.codePoints.length, mixed.rightToLeft], [1, true]);
  const other = await page.evaluate(shape, "The word שלום means peace");
  assert.deepEqual([other.codePoints.length, other.rightToLeft], [1, false]);
});

browserTest("a text that does not fit is not written, but its length is told", async ({ page, server }) => {
  await openParts({ page, server });
  const told = await page.evaluate(() => {
    const { glyphs, memory } = parts;
    const bytes = new TextEncoder().encode("नमस्ते दुनिया");
    const out = memory.take(16);
    return [glyphs.shape(memory.put(bytes), bytes.length, out, 2), memory.HEAPU8[out]];
  });
  assert.deepEqual(told, [7, 0]);
});
