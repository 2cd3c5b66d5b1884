import { ErrorCode, file_bytes_max } from "#generated/abi.ts";
import { Failure } from "../shared/failure.ts";
import { trustedWorkerAddress } from "../shared/trusted.ts";
import type { FileSource, ReadMessage, ReadProgram, ReadRequest } from "./protocol.ts";

export type { FileSource, ReadProgram } from "./protocol.ts";

/** What came of reading a file. `error` is encoded as program/import_report.h says. */
export type ReadOutcome =
  | ({ kind: "done" } & ReadProgram)
  | { kind: "unchanged" }
  | { kind: "failed"; error: Uint8Array<ArrayBuffer> }
  | { kind: "cancelled" };

export interface ReadOptions {
  /** `digest` of the outcome when this program was read before: the same file then gives `unchanged`. */
  knownDigest?: string | null;
  /** `permille` is null as long as the size is not known. */
  onProgress?: (permille: number | null, loadedBytes: number) => void;
  /** Ends the worker at once; the outcome is `cancelled`. */
  signal?: AbortSignal;
}

export interface FilesClientLimits {
  /** No byte for that long: the server has gone. */
  stallMs: number;
  /** The largest real program takes a tenth of a second; what takes this long is a hang. */
  readMs: number;
}

/**
 * Reads program files in a worker of their own, so that no file can harm the page: whatever happens in there,
 * a crash, a hang, or running out of memory, becomes an outcome.
 */
export class FilesClient {
  constructor(private readonly limits: FilesClientLimits = { stallMs: 60_000, readMs: 20_000 }) {}

  /** Starts a worker for this file and ends it afterwards. Never rejects. */
  read(source: FileSource, { knownDigest = null, onProgress, signal }: ReadOptions = {}): Promise<ReadOutcome> {
    if ("file" in source && source.file.size > file_bytes_max) {
      return Promise.resolve(failed(ErrorCode.FileTooLarge));
    }
    if (signal?.aborted) return Promise.resolve({ kind: "cancelled" });
    let worker: Worker;
    try {
      worker = new Worker(trustedWorkerAddress("lazy/files.js"), { type: "module" });
    } catch {
      return Promise.resolve(failed(ErrorCode.ReaderStopped));
    }
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (outcome: ReadOutcome): void => {
        clearTimeout(timer);
        worker.terminate();
        signal?.removeEventListener("abort", cancel);
        resolve(outcome);
      };
      const cancel = (): void => end({ kind: "cancelled" });
      const limit = (ms: number, code: ErrorCode): void => {
        clearTimeout(timer);
        timer = setTimeout(() => end(failed(code, "time")), ms);
      };

      worker.addEventListener("message", ({ data }: MessageEvent<ReadMessage>) => {
        if (data.kind === "progress") {
          limit(this.limits.stallMs, ErrorCode.FetchRefused);
          onProgress?.(data.permille, data.loadedBytes);
        } else if (data.kind === "reading") {
          limit(this.limits.readMs, ErrorCode.ReaderStopped);
        } else {
          end(data);
        }
      });
      worker.addEventListener("error", () => end(failed(ErrorCode.ReaderStopped)));
      worker.addEventListener("messageerror", () => end(failed(ErrorCode.ReaderStopped)));
      signal?.addEventListener("abort", cancel);
      limit(this.limits.stallMs, ErrorCode.FetchRefused);
      worker.postMessage({ source, knownDigest } satisfies ReadRequest);
    });
  }
}

function failed(code: ErrorCode, detail = ""): ReadOutcome {
  return { kind: "failed", error: new Failure(code, detail).encode() };
}
