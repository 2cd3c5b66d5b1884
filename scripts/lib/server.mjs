// The server of scripts/serve and of the browser tests: the built site, single files from anywhere, and on request
// other origins, delays, faults and a log.
//
//   const server = await startServer();                          // build/site on a free port of 127.0.0.1
//   const other = await startServer({ root: null });             // a second origin, empty
//   other.set("/p.json", { file: "/path/p.json", cors: true });   // a file, readable from other origins
//   other.set("/slow.json", { body: "{}", delayMs: 500, cors: true });
//   server.requests                                               // [{ method, path, status, headers }]
//   await server.close();

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { contentSecurityPolicy } from "./csp.mjs";
import { siteFolder } from "./paths.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".xml": "application/xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".bin": "application/octet-stream",
};

/**
 * What a path answers with, apart from the files below `root`.
 * @typedef {object} Answer
 * @property {string | Uint8Array} [body]
 * @property {string} [file]     a file on disk instead of a body
 * @property {string} [type]     else by the extension of the file or of the path
 * @property {number} [status]   200 if not given
 * @property {boolean} [cors]    may other origins read it?
 * @property {number} [delayMs] before anything is sent
 * @property {number} [cutAt]   breaks the connection after so many bytes
 * @property {boolean} [hang]    never answers
 * @property {Record<string, string>} [headers]
 */

/**
 * @param {object} [options]
 * @param {string | null} [options.root]    folder to serve, null for none
 * @param {number} [options.port]           0 for any free one
 * @param {string[]} [options.connect]      further origins the page may fetch from
 * @param {boolean} [options.cors]          may other origins read the files of `root`?
 * @param {number} [options.delayMs]       before every answer
 * @param {Record<string, Answer>} [options.answers]
 */
export async function startServer({ root = siteFolder, port = 0, connect = [], ...rest } = {}) {
  const policy = { connect: [...connect], cors: rest.cors ?? false, delayMs: rest.delayMs ?? 0 };
  const answers = new Map(Object.entries(rest.answers ?? {}));
  const requests = [];

  const server = createServer(async (request, response) => {
    const path = decodedPath(request.url);
    const entry = { method: request.method, path, status: 0, headers: request.headers };
    requests.push(entry);
    response.on("close", () => { entry.status = response.headersSent ? response.statusCode : 0; });
    try {
      const answer = path === null ? { status: 400, body: "Bad request\n", type: types[".txt"] }
        : answers.get(path) ?? await findFile(root, path, policy);
      await send(request, response, path ?? "", answer, policy);
    } catch (error) {
      response.destroy();
      console.error(`server: ${path}: ${error.message}`);
    }
  });
  server.keepAliveTimeout = 1000;
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;

  return {
    origin,
    requests,
    /** The address of a path of this server. */
    url: (path = "/") => new URL(path, origin).href,
    /** From now on `path` answers so. */
    set: (path, answer) => { answers.set(path, answer); },
    /** From now on `path` is answered from `root` again. */
    unset: (path) => { answers.delete(path); },
    /** Pages loaded from now on may also fetch from these origins. */
    allowConnect: (...origins) => { policy.connect.push(...origins); },
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

function decodedPath(url) {
  try {
    const path = decodeURIComponent(new URL(url, "http://host").pathname);
    return path.includes("\0") ? null : path;
  } catch {
    return null;
  }
}

/** @returns {Promise<Answer>} */
async function findFile(root, path, policy) {
  const absent = { status: 404, body: "Not found\n", type: types[".txt"], cors: policy.cors };
  if (root === null) return absent;
  const folder = resolve(root);
  let file = normalize(join(folder, path));
  if (file !== folder && !file.startsWith(folder + sep)) return absent;
  if (path.endsWith("/")) file = join(file, "index.html");
  const info = await stat(file).catch(() => null);
  return info?.isFile() ? { file, cors: policy.cors } : absent;
}

async function send(request, response, path, answer, policy) {
  const delayMs = answer.delayMs ?? policy.delayMs;
  if (delayMs > 0) await new Promise((done) => { setTimeout(done, delayMs); });
  if (answer.hang) return;

  const headers = {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": contentSecurityPolicy(policy.connect),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    ...(answer.cors && {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Headers": "*",
      "Access-Control-Expose-Headers": "ETag, Last-Modified",
    }),
    ...answer.headers,
  };
  if (request.method === "OPTIONS") return end(response, 204, headers);
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, headers);

  let body = Buffer.from(answer.body ?? "");
  if (answer.file !== undefined) {
    body = await readFile(answer.file);
    headers["Last-Modified"] ??= (await stat(answer.file)).mtime.toUTCString();
  }
  headers["Content-Type"] ??= answer.type ?? types[extname(answer.file ?? path).toLowerCase()] ?? types[".bin"];
  if (headers["Content-Type"] === types[".html"]) body = withPolicy(body, policy.connect);

  const status = answer.status ?? 200;
  if (status === 200) {
    headers["ETag"] ??= `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    if (isFresh(request.headers, headers)) return end(response, 304, headers);
  }
  headers["Content-Length"] ??= body.length;
  if (answer.cutAt !== undefined) {
    response.writeHead(status, headers);
    response.write(body.subarray(0, answer.cutAt), () => response.destroy());
    return;
  }
  end(response, status, headers, request.method === "HEAD" ? undefined : body);
}

/** The page's own <meta> policy counts as well, so it gets the further origins too. */
function withPolicy(body, connect) {
  if (connect.length === 0) return body;
  return Buffer.from(body.toString("utf8").replaceAll(contentSecurityPolicy(), contentSecurityPolicy(connect)));
}

/** RFC 9110, section 13.2.2: If-None-Match is looked at first, If-Modified-Since only without it. */
function isFresh(asked, headers) {
  const tags = asked["if-none-match"];
  if (tags !== undefined) {
    return tags === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === headers["ETag"]);
  }
  const since = Date.parse(asked["if-modified-since"] ?? "");
  return Date.parse(headers["Last-Modified"] ?? "") <= since;
}

function end(response, status, headers, body) {
  response.writeHead(status, headers);
  response.end(body);
}
