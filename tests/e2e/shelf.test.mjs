// The programs that were opened before: listed, opened again, taken away; each with its own choices.

import assert from "node:assert/strict";
import { faults } from "./support/axe.mjs";
import { browserTest } from "./support/browser.mjs";
import { chooseFiles, goToChooser, heading, openAddress, tinyProgram } from "./support/opening.mjs";
import { settled, starAndSave, starred } from "./support/planner.mjs";

const shelf = (page) => page.getByRole("list").filter({ has: page.getByRole("button", { name: /^Remove / }) });
const shelved = (page, name) => shelf(page).getByRole("button", { name: new RegExp(`^${name}`) });
const titles = (page) => page.getByRole("button", { name: /^Remove / })
  .evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel.replace("Remove ", "")));
const serve = (server, path, title) => server.set(path, { body: tinyProgram(title), type: "application/json" });

browserTest("two conferences stand on the shelf, each opens with its own stars", async ({ page, open, server }) => {
  serve(server, "/a.json", "Alpha");
  serve(server, "/b.json", "Beta");
  await open("/");
  await settled(page);
  assert.equal(await page.getByText("Opened before").count(), 0, "nothing of it on the first visit");
  await openAddress(page, server.url("/a.json"));
  await heading(page, "Alpha").waitFor();
  await starAndSave(page, "One");
  await goToChooser(page);
  await openAddress(page, server.url("/b.json"));
  await heading(page, "Beta").waitFor();
  await settled(page);
  assert.equal(await starred(page).count(), 0);

  await page.reload();
  await heading(page, "Beta").waitFor();
  await goToChooser(page);
  assert.deepEqual((await titles(page)).sort(), ["Alpha", "Beta"]);
  const host = new URL(server.origin).host.replaceAll(".", "\\.");
  await page.getByRole("button", { name: new RegExp(`^Alpha.*${host} · Read today at \\d\\d:\\d\\d$`) }).click();
  await heading(page, "Alpha").waitFor();
  await settled(page);
  assert.equal(await starred(page).count(), 1);
  assert.equal(new URL(page.url()).hash, "#/program");
  // Opened from the shelf, it is what the next visit opens.
  await page.goto(server.url("/"));
  await heading(page, "Alpha").waitFor();
  await settled(page);
  assert.equal(await starred(page).count(), 1);
});

browserTest("what stands on the shelf opens at once, though its address does not answer any more",
  { expectedErrors: [/Failed to load resource/] }, async ({ page, open, server }) => {
    serve(server, "/a.json", "Alpha");
    serve(server, "/b.json", "Beta");
    for (const path of ["/a.json", "/b.json"]) {
      await open(`/?program=${path}`);
      await settled(page);
    }
    server.set("/a.json", { status: 503, body: "" });
    await goToChooser(page);
    await shelved(page, "Alpha").click();
    await heading(page, "Alpha").waitFor();
    await page.getByText("(Hallway 302) Alpha stays open.").waitFor();
  });

browserTest("a program is taken off the shelf: that is said, and its choices stay", async ({ page, open, server }) => {
  serve(server, "/a.json", "Alpha");
  serve(server, "/b.json", "Beta");
  await open("/?program=/a.json");
  await settled(page);
  await starAndSave(page, "One");
  await open("/?program=/b.json");
  await settled(page);
  await goToChooser(page);
  await page.getByRole("button", { name: "Remove Alpha" }).click();
  await page.getByRole("status").getByText("Alpha is off the list. Your choices for it stay on this device.").waitFor();
  await settled(page);
  assert.deepEqual(await titles(page), ["Beta"]);

  await page.getByRole("button", { name: "Remove Beta" }).click();
  await settled(page);
  assert.equal(await page.getByText("Opened before").count(), 0);
  assert.equal(await page.getByRole("button", { name: "Back to Beta" }).count(), 0);
  await open("/");
  await page.getByRole("heading", { name: "Which conference?" }).waitFor();
  await settled(page);
  assert.equal(await page.getByText("Opened before").count(), 0);
  await openAddress(page, server.url("/a.json"));
  await heading(page, "Alpha").waitFor();
  await settled(page);
  assert.equal(await starred(page).count(), 1);
});

browserTest("several files: one opens, the others go on the shelf, a bad one is named", async ({ page, open }) => {
  await open("/");
  const chooser = await chooseFiles(page, [
    ["bad.json", "{"], ["a.json", tinyProgram("Alpha")], ["b.json", tinyProgram("Beta")], ["empty.txt", ""],
  ]);
  assert.equal(chooser.isMultiple(), true);
  await heading(page, "Alpha").waitFor();
  await page.getByText(/^bad\.json: .*\(Hallway 104\)/).waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByText(/^empty\.txt: .*\(Hallway 101\)/).waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByText("One more program was read and is kept for later.").waitFor();
  await page.getByRole("button", { name: "Show them" }).click();
  await settled(page);
  assert.deepEqual((await titles(page)).sort(), ["Alpha", "Beta"]);
  await page.getByRole("button", { name: /^Beta.*b\.json · Read today/ }).click();
  await heading(page, "Beta").waitFor();
  await page.reload();
  await heading(page, "Beta").waitFor();
});

browserTest("several files that are dropped are read as well", async ({ page, open }) => {
  await open("/");
  await settled(page);
  const transfer = await page.evaluateHandle((files) => {
    const carried = new DataTransfer();
    for (const [name, text] of files) carried.items.add(new File([text], name));
    return carried;
  }, [["a.json", tinyProgram("Alpha")], ["b.json", tinyProgram("Beta")]]);
  await page.locator("hallway-planner").dispatchEvent("drop", { dataTransfer: transfer });
  await heading(page, "Alpha").waitFor();
  await settled(page);
  await goToChooser(page);
  assert.deepEqual((await titles(page)).sort(), ["Alpha", "Beta"]);
});

browserTest("damaged rows of the shelf are passed over, untitled ones are known by their place",
  async ({ page, open, server }) => {
    serve(server, "/a.json", "Alpha");
    await open("/?program=/a.json");
    await settled(page);
    await page.evaluate(() => new Promise((done) => {
      indexedDB.open("hallway").onsuccess = ({ target }) => {
        const transaction = target.result.transaction("programs", "readwrite");
        const programs = transaction.objectStore("programs");
        programs.put({ source: 3 }, "damaged");
        programs.put("text", "damaged too");
        const untitled = { source: "https://conf.example/x.json", digest: "1-2", fetchedAt: 0 };
        programs.put(untitled, untitled.source);
        transaction.oncomplete = () => { target.result.close(); done(); };
      };
    }));
    await page.reload();
    await goToChooser(page);
    assert.deepEqual(await titles(page), ["Alpha", "conf.example"]);
    await page.getByText("conf.example · Read Thu 1 Jan 1970 at").waitFor();
  });

for (const viewport of [{ width: 390, height: 844 }, { width: 1440, height: 900 }]) {
  browserTest(`axe finds nothing on the shelf at ${viewport.width}`, { context: { viewport, bypassCSP: true } },
    async ({ page, open, server }) => {
      serve(server, "/a.json", "Alpha");
      await open("/?program=/a.json");
      await settled(page);
      await goToChooser(page);
      assert.deepEqual(await faults(page), []);
    });
}
