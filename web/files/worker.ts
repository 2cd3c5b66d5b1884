// Reads one program file, by files.wasm, and tells what came of it. The page starts it for one file and ends it.

import { ErrorCode } from "#generated/abi.ts";
import { Failure } from "../shared/failure.ts";
import { zoneRules } from "../shared/zones.ts";
import { bytesOfFile, fetchFile } from "./fetch-file.ts";
import type { ReadMessage, ReadRequest } from "./protocol.ts";
import { Reader } from "./reader.ts";

declare const self: DedicatedWorkerGlobalScope;

/** More often, the page would do nothing but draw progress. */
const progressEveryMs = 50;

function tell(message: ReadMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

function progress(): (loadedBytes: number, totalBytes: number | null) => void {
  let toldAt = -Infinity;
  return (loadedBytes, totalBytes) => {
    const now = performance.now();
    if (now - toldAt < progressEveryMs && loadedBytes !== totalBytes) return;
    toldAt = now;
    const permille = totalBytes ? Math.min(1000, Math.floor((loadedBytes * 1000) / totalBytes)) : null;
    tell({ kind: "progress", loadedBytes, permille });
  };
}

async function read({ source, knownDigest }: ReadRequest): Promise<void> {
  // Both are waited for at once: the reader is often slower to come than the file.
  const coming = Promise.all([
    "address" in source ? fetchFile(source.address, progress()) : bytesOfFile(source.file),
    Reader.load(),
  ]);
  // The first use of Intl takes 10 ms and more, which the wait for the network has to spare.
  zoneRules("UTC", 2000, 2000);
  const [bytes, reader] = await coming;
  tell({ kind: "reading" });
  const message = reader.read(bytes, knownDigest);
  tell(message, message.kind === "done" ? [message.pack.buffer, message.report.buffer] : []);
}

self.addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => {
  read(data).catch((error: unknown) => {
    const failure = error instanceof Failure ? error : new Failure(ErrorCode.ReaderStopped);
    tell({ kind: "failed", error: failure.encode() });
  });
});
