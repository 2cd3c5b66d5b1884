// Text in the picture is the text that the browser would draw itself: the same row, once as a picture, once as HTML.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { worstPart } from "./support/likeness.mjs";
import { decodePng } from "./support/png.mjs";
import { settled } from "./support/planner.mjs";

/** `wrong`: what a fault would make of it; the comparison has to notice. */
const lines = [
  { script: "Latin", title: "Careful maps, quiet wires", wrong: { "another letter": "Careful mips, quiet wires" } },
  { script: "Arabic", language: "ar", title: "من يرسم الطريق إلى البيت",
    wrong: { "letters not joined": "من ي‌رسم الطريق إلى البيت", "words in reverse": "البيت إلى الطريق يرسم من" } },
  { script: "Hebrew", language: "he", title: "מה שלט קטן יודע על עיר",
    wrong: {
      "letters in reverse": "\u202dמה שלט קטן יודע על עיר\u202c",
      "words in reverse": "עיר על יודע קטן שלט מה",
    } },
  { script: "Hindi", language: "hi", title: "मरम्मत की दुकान से क्या सीखें",
    wrong: { "no conjunct": "मरम्‌मत की दुकान से क्‌या सीखें", "another vowel": "मरम्मत की दुकान से क्या सीखं" } },
  { script: "Thai", language: "th", title: "สะพานไม้กับเมืองริมน้ำ",
    wrong: { "a mark is missing": "สะพานไมกับเมืองริมน้ำ", "another letter": "สะพานไม้กับเมืองลิมน้ำ" } },
  { script: "Japanese", language: "ja", title: "道具を直す、まちを直す", wrong: { "another letter": "道見を直す、まちを直す" } },
  { script: "emoji", title: "👩🏽‍🔧👨‍👩‍👧‍👦🇵🇹🏳️‍🌈 1️⃣",
    wrong: { "not joined": "👩🏽🔧👨👩👧👦🇵🇹🏳️🌈 1️⃣", "another flag": "👩🏽‍🔧👨‍👩‍👧‍👦🇵🇱🏳️‍🌈 1️⃣" } },
  { script: "both directions", language: "he", title: "שלט אחד: Harbour St. 12–14",
    wrong: { "the other direction": "\u202dשלט אחד: Harbour St. 12–14\u202c" } },
];

/** The program with these titles, in the same order. */
function programOf(titles) {
  return JSON.stringify({
    format: "hallway-program/1",
    conference: { id: "scripts", title: "Scripts", start: "2027-05-20", end: "2027-05-20", zone: "Europe/Lisbon" },
    rooms: [{ id: "a", name: "A" }],
    sessions: lines.map(({ language }, index) => ({
      id: `line-${index}`, title: titles[index], start: "2027-05-20T10:00", minutes: 30, room: "a",
      ...(language && { language }),
    })),
  });
}

const titleOf = (page, index) => page.locator(`hallway-planner li a[href="#/session/line-${index}"]`);

async function showPicture({ page, server }, titles) {
  server.set("/scripts.json", { body: programOf(titles), type: "application/json" });
  await page.goto(server.url("/?program=/scripts.json"));
  await titleOf(page, 0).filter({ hasText: titles[0] }).waitFor({ state: "attached" });
  await settled(page);
  assert.equal(await page.locator("hallway-planner .list.canvas").count(), 1);
}

/** What the page falls back on when its graphics context is lost: the same elements at the same places. */
async function showHtml(page) {
  await page.locator("hallway-planner canvas.picture").evaluate((canvas) =>
    canvas.getContext("webgl2").getExtension("WEBGL_lose_context").loseContext());
  await page.locator("hallway-planner .list.html").waitFor();
  await settled(page);
}

/** Each line's title as it stands on the screen. */
async function cropTitles(page) {
  const screen = decodePng(await page.screenshot());
  const density = await page.evaluate(() => devicePixelRatio);
  const crops = [];
  for (const index of lines.keys()) {
    const { x, y, width, height } = await titleOf(page, index).boundingBox();
    const left = x * density, top = y * density;
    crops.push({ w: width * density, h: height * density, at: (dx, dy) => screen.at(left + dx, top + dy) });
  }
  return crops;
}

async function cropAsHtml(page, server, titles) {
  await showPicture({ page, server }, titles);
  await showHtml(page);
  return cropTitles(page);
}

/** The lines with each fault in turn, as HTML: crops[fault][line]. */
async function cropFaults(page, server) {
  const most = Math.max(...lines.map(({ wrong }) => Object.keys(wrong).length));
  const crops = [];
  for (let fault = 0; fault < most; fault += 1) {
    const titles = lines.map(({ title, wrong }) => Object.values(wrong)[fault] ?? title);
    crops.push(await cropAsHtml(page, server, titles));
  }
  return crops;
}

/** Of the ink of a letter or of a joined word. Measured: what is right is at most 0.007 off, what is wrong 0.015. */
const unlikeMax = 0.01;

for (const colorScheme of ["light", "dark"]) {
  for (const deviceScaleFactor of [1, 2]) {
    const context = { viewport: { width: 1440, height: 900 }, colorScheme, deviceScaleFactor };
    browserTest(`every script looks in the picture as in HTML: ${colorScheme}, ${deviceScaleFactor} pixels for one`,
      { context }, async ({ page, server }) => {
        const titles = lines.map(({ title }) => title);
        await showPicture({ page, server }, titles);
        const drawn = await cropTitles(page);
        const html = await cropAsHtml(page, server, titles);
        const faults = await cropFaults(page, server);
        // One CSS pixel.
        const drift = deviceScaleFactor;
        const wrongs = [];
        for (const [index, { script, wrong }] of lines.entries()) {
          const off = worstPart(drawn[index], html[index], drift);
          if (off > unlikeMax) wrongs.push(`${script}: ${off} off`);
          for (const [fault, name] of Object.keys(wrong).entries()) {
            const seen = worstPart(drawn[index], faults[fault][index], drift);
            if (seen <= unlikeMax) wrongs.push(`${script}, ${name}: not noticed, ${seen} off`);
          }
        }
        assert.deepEqual(wrongs, []);
      });
  }
}
