// Opening programs: from another origin, from disk, by dropping; what cannot be opened says so and changes nothing.

import assert from "node:assert/strict";
import { browserTest } from "./support/browser.mjs";
import { chooseFiles, heading, openAddress, tinyProgram } from "./support/opening.mjs";
import { days, qcon, settled, sharedFile, starOf, stars } from "./support/planner.mjs";

const congress = await sharedFile("programs/39c3-2025.c3voc.json");
const older = await sharedFile("programs/33c3-2016.c3voc.json");
const absent = (file) => (file === null ? "needs ../shared/programs" : undefined);

const noConnection = /Failed to load resource|net::ERR|CORS policy/;

browserTest("39C3 opens from another origin: 895 sessions on 4 days, the night under the evening before",
  { skip: absent(congress) }, async ({ page, open, anotherOrigin }) => {
    const other = await anotherOrigin();
    other.set("/39c3.json", { body: congress, type: "application/json", cors: true });
    await open(`/?program=${other.url("/39c3.json")}`);
    await heading(page, "39th Chaos Communications Congress").waitFor();
    await settled(page);
    const counts = await tabCounts(page);
    assert.equal(counts.length, 4);
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 895);
    await page.getByText("after midnight").first().waitFor({ state: "attached" });
    assert.equal(await page.getByRole("heading", { name: /^0[0-5]:\d\d/ }).count() > 0, true);
  });

browserTest("33C3 opens: 573 sessions", { skip: absent(older) }, async ({ page, open, server }) => {
  server.set("/33c3.json", { body: older, type: "application/json" });
  await open("/?program=/33c3.json");
  await heading(page, "33. Chaos Communication Congress").waitFor();
  await settled(page);
  assert.equal((await tabCounts(page)).reduce((sum, count) => sum + count, 0), 573);
});

browserTest("the first visit asks which conference; no sample unasked", async ({ page, open, server }) => {
  await open("/");
  await page.getByRole("heading", { name: "Which conference?" }).waitFor();
  await settled(page);
  assert.equal(server.requests.some(({ path }) => path?.includes("sample")), false);
  await page.getByRole("button", { name: "Look around a made-up one" }).click();
  await heading(page, "Hallway Sample").waitFor();
  await page.getByText("This conference is made up, for trying things out.").waitFor();
});

browserTest("a link that is pasted opens, and is what the next visit opens", async ({ page, open, server }) => {
  await open("/");
  await openAddress(page, ` ${server.url("/programs/qcon-london-2012.json")} `);
  await heading(page, "QCon London 2012").waitFor();
  await settled(page);
  await open("/");
  await heading(page, "QCon London 2012").waitFor();
  assert.equal(await stars(page).count() > 0, true);
});

browserTest("a link without its scheme is one of the web, and never a path of this site",
  { expectedErrors: [noConnection] }, async ({ page, open, allow, server, watched }) => {
    allow("https://conference.example");
    await open("/");
    await openAddress(page, "");
    await openAddress(page, "  ");
    await settled(page);
    assert.equal(await page.getByText("Hallway 3").count(), 0);
    await openAddress(page, "programs/qcon-london-2012.json");
    await page.getByText("(Hallway 303)").waitFor();
    await openAddress(page, "conference.example/program.json");
    await page.getByText("(Hallway 301)").waitFor();
    assert.equal(watched.requests.some(({ url }) => url === "https://conference.example/program.json"), true);
    assert.equal(server.requests.some(({ path }) => path?.includes("qcon")), false);
  });

browserTest("a file opens from disk, and is there on the next visit", async ({ page, open }) => {
  await open("/");
  await chooseFiles(page, [["mine.json", tinyProgram("On disk")]]);
  await heading(page, "On disk").waitFor();
  await settled(page);
  await page.reload();
  await heading(page, "On disk").waitFor();
});

browserTest("a file from disk that the browser did not keep has to be chosen again", async ({ page, open, server }) => {
  await open("/");
  await page.getByRole("heading", { name: "Which conference?" }).waitFor();
  await settled(page);
  await page.evaluate(() => localStorage.setItem("hallway:last-source", "file:mine.json"));
  await page.reload();
  await page.getByText("(Hallway 304)").waitFor();
  await page.getByRole("button", { name: "Choose a file" }).waitFor();
  await settled(page);
  assert.equal(server.requests.some(({ path }) => path?.includes("mine")), false);
});

browserTest("a file that is dropped on the page opens", async ({ page, open }) => {
  await open(qcon);
  await settled(page);
  const transfer = await page.evaluateHandle((text) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], "dropped.json", { type: "application/json" }));
    return carried;
  }, tinyProgram("Dropped"));
  await page.locator("hallway-planner").dispatchEvent("dragover", { dataTransfer: transfer });
  await page.locator("hallway-planner").dispatchEvent("drop", { dataTransfer: transfer });
  await heading(page, "Dropped").waitFor();
});

browserTest("loading a slow program shows that it is under way", async ({ page, open, server }) => {
  server.set("/slow.json", { body: tinyProgram("Slow"), type: "application/json", delayMs: 1500 });
  await open("/?program=/slow.json");
  await page.getByText("Opening the program").waitFor();
  await heading(page, "Slow").waitFor();
  await settled(page);
  assert.equal(await page.getByText("Opening the program").count(), 0);
});

const bad = [
  { name: "no JSON", answer: { body: "{\n\"format\":\n\n,}" }, number: 104, also: /Line 4/ },
  { name: "a web page", answer: { body: "<!doctype html><title>x</title>", type: "text/html" }, number: 111 },
  { name: "an empty file", answer: { body: "" }, number: 101 },
  { name: "JSON that is no program", answer: { body: "{\"a\": 1}" }, number: 105 },
  { name: "a newer format", answer: { body: "{\"format\": \"hallway-program/9\"}" }, number: 107 },
  {
    name: "a program without sessions",
    answer: { body: "{\"format\": \"hallway-program/1\", \"conference\": {\"id\": \"x\", \"title\": \"y\"}}" },
    number: 108,
    also: /sessions/,
  },
  { name: "100,000 levels", answer: { body: "[".repeat(100_000) }, number: 106 },
  {
    name: "200 MB by its own word",
    answer: { body: "{}", headers: { "Content-Length": String(200 * 1024 * 1024) }, cutAt: 2 },
    number: 102,
  },
  { name: "not found", answer: { status: 404, body: "no" }, number: 302, also: /404/ },
  { name: "a connection that breaks", answer: { body: tinyProgram("Broken").repeat(20), cutAt: 100 }, number: 301 },
];

for (const { name, answer, number, also } of bad) {
  browserTest(`${name}: error ${number}, and what was open stays`, { expectedErrors: [noConnection] },
    async ({ page, open, server }) => {
      server.set("/bad.json", { type: "application/json", ...answer });
      await open("/?program=/bad.json");
      const first = page.getByText(`(Hallway ${number})`);
      await first.waitFor();
      if (also) assert.match(await first.textContent(), also);
      await page.getByRole("button", { name: "Other conference" }).click();
      await openAddress(page, server.url("/programs/qcon-london-2012.json"));
      await heading(page, "QCon London 2012").waitFor();
      await starOf(page, "Fault tolerance, anomaly detection, and anticipation patterns").click();
      await page.goto(server.url("/#/open"));
      await settled(page);
      await openAddress(page, server.url("/bad.json"));
      await page.getByText(`(Hallway ${number})`).waitFor();
      await page.getByText("QCon London 2012 stays open.").waitFor();
    });
}

browserTest("a site that does not let others read its program is told so", { expectedErrors: [noConnection] },
  async ({ page, open, anotherOrigin }) => {
    const other = await anotherOrigin();
    other.set("/closed.json", { body: tinyProgram("Closed"), type: "application/json", cors: false });
    await open(`/?program=${other.url("/closed.json")}`);
    await page.getByText("(Hallway 301)").waitFor();
  });

browserTest("text in a program is text: no script runs, no unsafe link is made", async ({ page, open, server }) => {
  const program = JSON.parse(tinyProgram("<b>Hostile</b>"));
  program.sessions[0].title = "<img src=x onerror=\"window.broken = 1\">";
  program.sessions[0].abstract = "<script>window.broken = 1</script> & <b>bold</b>";
  program.sessions[0].links = [{ title: "trap", url: "javascript:window.broken=1" }, { title: "fine", url: "https://example.org/" }];
  server.set("/hostile.json", { body: JSON.stringify(program), type: "application/json" });
  await open("/?program=/hostile.json");
  await heading(page, "<b>Hostile</b>").waitFor();
  await settled(page);
  await page.getByRole("link", { name: program.sessions[0].title }).first().click();
  await page.getByRole("link", { name: "fine" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "trap" }).count(), 0);
  assert.equal(await page.evaluate(() => window.broken), undefined);
});

browserTest("an entry that cannot be used is left out, counted and explained", async ({ page, open, server }) => {
  const program = JSON.parse(tinyProgram("Partly"));
  program.sessions.push({ id: "untitled", start: "2027-01-01T12:00" });
  server.set("/partly.json", { body: JSON.stringify(program), type: "application/json" });
  await open("/?program=/partly.json");
  await page.getByText("1 entry of the file was left out: 1 without a title.").waitFor();
});

async function tabCounts(page) {
  const names = await days(page).evaluateAll((links) => links.map((link) => link.ariaLabel ?? link.textContent));
  return names.map((name) => Number(/(\d+) sessions?$/.exec(name)?.[1]));
}
