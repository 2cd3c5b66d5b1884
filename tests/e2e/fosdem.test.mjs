// The largest program of the free-software world, as its site publishes it: opened, searched, starred, kept.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { keepRound } from "./support/keep-round.mjs";
import { browserTest, makeProfile, startKillable, startServer } from "./support/browser.mjs";
import { days, savedStar, search, settled, sharedFile, starOf, starred, stars } from "./support/planner.mjs";

const file = await sharedFile("programs/fosdem-2026.frab.xml");
const skip = file === null ? "needs ../shared/programs" : undefined;
const firstTitle = "Welcome to FOSDEM 2026";
const withLinks = {
  guid: "e066e18b-282a-5c24-a548-0d51e3546e55",
  title: "Document interopability and conversion: it shouldn’t be that hard!",
};

const heading = (page, name, level) => page.getByRole("heading", { level, name });

/** Serves the file at another origin and gives the address that opens it. */
async function serveFosdem(anotherOrigin) {
  const other = await anotherOrigin();
  other.set("/schedule.xml", { body: file, type: "application/xml", cors: true });
  return { other, address: `/?program=${other.url("/schedule.xml")}` };
}

browserTest("FOSDEM 2026 opens from another origin: 883 sessions on two days, found by title and by name", { skip },
  async ({ page, open, anotherOrigin }) => {
    const { address } = await serveFosdem(anotherOrigin);
    await open(address);
    await heading(page, "FOSDEM 2026", 1).waitFor();
    await settled(page);
    const labels = await days(page).evaluateAll((links) => links.map(({ ariaLabel }) => ariaLabel));
    assert.deepEqual(labels, ["Sat 31 Jan, 484 sessions", "Sun 1 Feb, 399 sessions"]);
    assert.equal(await stars(page).first().getAttribute("aria-label"), `Star: ${firstTitle}`);
    await search(page).fill("krewinkel");
    await settled(page);
    await page.getByRole("link", { name: withLinks.title }).waitFor();
  });

test("five stars of FOSDEM outlive the browser being killed", { skip, timeout: 120_000 }, async () => {
  const site = await startServer();
  const other = await startServer({ root: null });
  other.set("/schedule.xml", { body: file, type: "application/xml", cors: true });
  site.allowConnect(other.origin);
  const profile = await makeProfile();
  try {
    const address = site.url(`/?program=${other.url("/schedule.xml")}`);
    await keepRound({ folder: profile.folder, address, round: 1 });
  } finally {
    await profile.remove();
    await site.close();
    await other.close();
  }
});

const noNetwork = [/Failed to load resource|net::ERR/];
browserTest("a session's address opens it, and once opened also without a network", { skip, expectedErrors: noNetwork },
  async ({ page, context, open, anotherOrigin }) => {
    const { other, address } = await serveFosdem(anotherOrigin);
    await open(`${address}#/session/${withLinks.guid}`);
    await heading(page, withLinks.title, 2).waitFor();
    await settled(page);
    const link = page.locator('.prose a[href="https://github.com/jgm/pandoc"]').first();
    await link.waitFor();
    assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
    await other.close();
    await page.reload();
    await heading(page, withLinks.title, 2).waitFor();
    await settled(page);
    await context.setOffline(true);
    await page.evaluate(() => { location.hash = "#/program"; });
    await page.getByRole("link", { name: firstTitle }).waitFor();
  });

/** Addresses behind links in an event's abstract, as the file has them: HTML within XML, so escaped twice. */
function linksOfAbstract(event) {
  const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  const [, abstract = ""] = /<abstract>([\s\S]*?)<\/abstract>/.exec(event) ?? [];
  const hrefs = [...unescape(abstract).matchAll(/<a\s[^>]*href="([^"]*)"/g)].map(([, href]) => unescape(href).trim());
  return hrefs.filter((href) => /^(https?:\/\/|mailto:)[^\s]+$/.test(href));
}

browserTest("no abstract shows markup, and its links are links",
  { skip, context: { viewport: { width: 1440, height: 900 } } }, async ({ page, open, anotherOrigin }) => {
    const { address } = await serveFosdem(anotherOrigin);
    await open(address);
    await settled(page);
    const events = file.toString().split("<event ").slice(1);
    assert.equal(events.length, 883);
    const faults = [];
    let linkCount = 0;
    for (let at = 0; at < events.length; at += 12) {
      const [, guid] = /guid="([^"]+)"/.exec(events[at]);
      await page.evaluate((key) => { location.hash = `#/session/${key}`; }, guid);
      await page.waitForFunction(() => document.querySelector("hallway-planner").whenSettled().then(() => true));
      const { text, links } = await page.evaluate(() => {
        const detail = document.querySelector("hallway-planner").shadowRoot.querySelector(".detail .content");
        const links = [...detail.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
        return { text: detail.textContent, links };
      });
      const markup = text.match(/<\/?(p|ul|li|a|strong|em|code|br|h\d)\b|&(amp|lt|gt|quot|#\d+);/);
      if (markup) faults.push(`${guid}: ${markup[0]}`);
      for (const href of links) if (!/^(https?:|mailto:|#\/)/.test(href)) faults.push(`${guid}: ${href}`);
      for (const href of linksOfAbstract(events[at])) {
        linkCount += 1;
        if (!links.includes(href)) faults.push(`${guid}: no link to ${href}`);
      }
    }
    assert.ok(linkCount > 20, `${linkCount} links in all`);
    assert.deepEqual(faults, []);
  });

/** The first task of a stranger, by touch: taps beside the system's file dialog are counted. */
test("a stranger's first minute: the file is open after one tap, and is there on return", { skip, timeout: 120_000 },
  async () => {
    const site = await startServer();
    const profile = await makeProfile();
    const folder = await mkdtemp(join(tmpdir(), "downloads-"));
    const path = join(folder, "fosdem-2026.frab.xml");
    await writeFile(path, file);
    try {
      const first = await startKillable(profile.folder);
      await first.page.goto(site.url("/"));
      await heading(first.page, "Which conference?").waitFor();
      assert.equal(await stars(first.page).count(), 0, "nothing is shown that was not asked for");
      const dialog = first.page.waitForEvent("filechooser");
      await first.page.getByRole("button", { name: "Choose a file" }).click();
      await (await dialog).setFiles(path);
      await heading(first.page, "FOSDEM 2026", 1).waitFor({ state: "attached" });
      await starOf(first.page, firstTitle).first().click();
      await savedStar(first.page, firstTitle).waitFor({ state: "attached" });
      await first.kill();
      const second = await startKillable(profile.folder);
      await second.page.goto(site.url("/"));
      await heading(second.page, "FOSDEM 2026", 1).waitFor({ state: "attached" });
      await settled(second.page);
      assert.equal(await starred(second.page).count(), 1);
      await second.kill();
    } finally {
      await profile.remove();
      await rm(folder, { recursive: true });
      await site.close();
    }
  });
