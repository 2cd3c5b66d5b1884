// Browser tests: Chromium with a page of the built site, watched for requests and errors.
//
//   import { browserTest } from "./support/browser.mjs";
//
//   browserTest("a star stays", async ({ page, open }) => {
//     await open("/?program=/programs/qcon-london-2012.json");
//     await page.getByRole("button", { name: /^Star: / }).first().click();
//   });
//
// Each test gets a server, a browser profile and a page of its own. It fails if the page asked an origin that the test
// did not allow, if it wrote an error to its console, or if a script of it threw.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { startServer } from "../../../scripts/lib/server.mjs";

export { startServer };

/** Debian's Chromium, or the program that CHROMIUM names. */
const program = process.env.CHROMIUM ?? "/usr/bin/chromium";

const flags = [
  "--no-sandbox",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-quic",
  // Chromium's own services may not answer for the page: every name but this machine's is unknown.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** At DPR 1 Chromium scrolls on the main thread unless told otherwise, and a test of scrolling would be blind. */
export const scrollingFlags = ["--enable-prefer-compositing-to-lcd-text"];

const testTimeoutMs = 120_000;

/** Chromium without a test around it: for scripts. @returns {Promise<import("playwright-core").Browser>} */
export function launchBrowser(moreFlags = []) {
  return chromium.launch({ executablePath: program, headless: true, args: [...flags, ...moreFlags] });
}

/** One browser for all tests of a file that ask for the same flags. @type {Map<string, Promise<Browser>>} */
const browsers = new Map();
let endIsAwaited = false;

async function closeBrowsers() {
  for (const browser of browsers.values()) await (await browser).close();
  browsers.clear();
}

function browserWith(moreFlags) {
  const key = moreFlags.join(" ");
  if (!browsers.has(key)) browsers.set(key, launchBrowser(moreFlags));
  return browsers.get(key);
}

/**
 * What a watched context did. Ask `failures()` at any time, or let `browserTest` do it at the end.
 * @param {import("playwright-core").BrowserContext} context
 * @param {{ allowedOrigins: Set<string>, expectedErrors: RegExp[] }} rules
 */
export function watch(context, { allowedOrigins, expectedErrors }) {
  const requests = [];
  const errors = [];
  const note = (text) => { if (!expectedErrors.some((pattern) => pattern.test(text))) errors.push(text); };
  context.on("request", (request) => { requests.push({ method: request.method(), url: request.url() }); });
  context.on("weberror", (error) => note(`uncaught: ${error.error().stack ?? error.error()}`));
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url, lineNumber } = message.location();
    note(`console: ${message.text()} (${url}:${lineNumber + 1})`);
  });
  const isAllowed = ({ url }) => /^(data|blob|about):/.test(url) || allowedOrigins.has(new URL(url).origin);
  return {
    requests,
    errors,
    failures: () => [
      ...requests.filter((request) => !isAllowed(request)).map(({ method, url }) => `not allowed: ${method} ${url}`),
      ...errors,
    ],
  };
}

/**
 * Declares a test in a browser.
 *
 * What `options` may hold, all optional:
 *   flags           further command line flags of Chromium
 *   context         options of Playwright's newContext: viewport, deviceScaleFactor, colorScheme, hasTouch, ...
 *   expectedErrors  patterns of console messages that are part of the test
 *   server          options of startServer
 *   skip            a reason, if it cannot be run here
 *
 * What `run` gets:
 *   page, context, browser
 *   server          of build/site; server.origin, server.requests, server.set(path, answer)
 *   open(path)      goes to a path of the server
 *   anotherOrigin(options)   one more server, empty if nothing is said; the page may fetch from it
 *   newContext(options)      one more profile, watched as well
 *   allow(...origins)        origins that requests may go to
 *   watched         { requests, errors }
 *   t               the context of node:test
 */
export function browserTest(name, ...rest) {
  const run = rest.pop();
  const options = rest.pop() ?? {};
  if (!endIsAwaited) after(closeBrowsers);
  endIsAwaited = true;
  test(name, { timeout: testTimeoutMs, skip: options.skip }, async (t) => {
    const servers = [];
    const watches = [];
    const contexts = [];
    const allowedOrigins = new Set();
    const expectedErrors = options.expectedErrors ?? [];
    let settled = [];
    try {
      const server = await startServer(options.server);
      servers.push(server);
      allowedOrigins.add(server.origin);
      const browser = await browserWith(options.flags ?? []);
      const newContext = async (more = {}) => {
        const context = await browser.newContext({ timezoneId: "UTC", ...options.context, ...more });
        context.setDefaultTimeout(20_000);
        contexts.push(context);
        watches.push(watch(context, { allowedOrigins, expectedErrors }));
        return context;
      };
      const anotherOrigin = async (more = {}) => {
        const other = await startServer({ root: null, ...more });
        servers.push(other);
        allowedOrigins.add(other.origin);
        server.allowConnect(other.origin);
        return other;
      };
      const context = await newContext();
      const page = await context.newPage();
      await run({
        page, context, browser, server, newContext, anotherOrigin, t,
        open: (path = "/") => page.goto(server.url(path)),
        allow: (...origins) => { for (const origin of origins) allowedOrigins.add(origin); },
        watched: watches[0],
      });
    } catch (error) {
      // What the page complained of is often the cause.
      for (const line of watches.flatMap((each) => each.failures())) console.log(`      page of "${name}": ${line}`);
      throw error;
    } finally {
      settled = watches.flatMap((each) => each.failures());
      for (const context of contexts) await context.close().catch(() => {});
      for (const server of servers) await server.close();
    }
    assert.deepEqual(settled, [], "requests and errors of the page");
  });
}

/**
 * A browser with a profile on disk whose processes can all be killed at once, as by a crash or a power cut.
 *
 *   const profile = await makeProfile();
 *   const first = await startKillable(profile.folder);
 *   ... first.context, first.page ...
 *   await first.kill();
 *   const second = await startKillable(profile.folder);
 *   ...
 *   await second.close(); await profile.remove();
 */
export async function startKillable(folder, moreFlags = []) {
  await rm(join(folder, "DevToolsActivePort"), { force: true });
  const child = spawn(program, [...flags, ...moreFlags, "--headless", "--remote-debugging-port=0",
    `--user-data-dir=${folder}`, "about:blank"], { stdio: "ignore", detached: true });
  const ended = new Promise((done) => { child.once("exit", done); });
  const port = await debuggingPort(folder, child);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  context.setDefaultTimeout(20_000);
  const kill = async () => {
    process.kill(-child.pid, "SIGKILL");
    await ended;
    await browser.close().catch(() => {});
  };
  return {
    browser,
    context,
    page: context.pages()[0] ?? await context.newPage(),
    kill,
    /** Ends it in order, so that everything is written. */
    close: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => {});
      const late = setTimeout(() => process.kill(-child.pid, "SIGKILL"), 10_000);
      await ended;
      clearTimeout(late);
      await browser.close().catch(() => {});
    },
  };
}

/** A folder for a profile, below `parent` (the system's temporary folder if not given). */
export async function makeProfile(parent = tmpdir()) {
  const folder = await mkdtemp(join(parent, "hallway-profile-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

async function debuggingPort(folder, child) {
  const file = join(folder, "DevToolsActivePort");
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const port = existsSync(file) ? Number((await readFile(file, "utf8")).split("\n")[0]) : 0;
    if (port > 0) return port;
    await new Promise((done) => { setTimeout(done, 20); });
  }
  throw new Error(`${program} did not start`);
}
