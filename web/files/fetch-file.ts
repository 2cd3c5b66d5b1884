import { ErrorCode, file_bytes_max } from "#generated/abi.ts";
import { Failure } from "../shared/failure.ts";

/** Bytes as they came, one piece after another. */
export interface FileBytes {
  pieces: Uint8Array[];
  size: number;
}

/** How much is there, and how much there will be if that is known. */
export type OnLoaded = (loadedBytes: number, totalBytes: number | null) => void;

/**
 * Fetches a file, piece by piece. It is always checked with its server, but an unchanged one comes from the
 * browser's cache: the conditional request is the browser's own, so that it needs no CORS preflight.
 *
 * @throws Failure for an address that is none, a refused request, a bad status, and more bytes than allowed.
 */
export async function fetchFile(address: string, onLoaded: OnLoaded): Promise<FileBytes> {
  if (!/^https?:\/\//i.test(address)) throw new Failure(ErrorCode.FetchAddress, address);
  let response: Response;
  try {
    response = await fetch(address, { cache: "no-cache", credentials: "same-origin", referrerPolicy: "no-referrer" });
  } catch {
    throw new Failure(ErrorCode.FetchRefused);
  }
  if (!response.ok) throw new Failure(ErrorCode.FetchStatus, String(response.status));
  const declared = Number(response.headers.get("content-length"));
  if (declared > file_bytes_max) {
    // Not waited for: a connection that breaks meanwhile must not become the error.
    response.body?.cancel().catch(() => {});
    throw new Failure(ErrorCode.FileTooLarge);
  }
  // The length of a compressed body says nothing about the bytes that come out.
  const total = declared > 0 && !response.headers.has("content-encoding") ? declared : null;
  return collect(response.body, total, onLoaded);
}

async function collect(
  body: ReadableStream<Uint8Array> | null, total: number | null, onLoaded: OnLoaded,
): Promise<FileBytes> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw new Failure(ErrorCode.FetchRefused);
    });
    if (done) break;
    size += value.length;
    if (size > file_bytes_max) {
      reader.cancel().catch(() => {});
      throw new Failure(ErrorCode.FileTooLarge);
    }
    pieces.push(value);
    onLoaded(size, total);
  }
  return { pieces, size };
}

/** The bytes of a file from disk. @throws Failure if there are too many, or if it is gone. */
export async function bytesOfFile(file: Blob): Promise<FileBytes> {
  if (file.size > file_bytes_max) throw new Failure(ErrorCode.FileTooLarge);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { pieces: [bytes], size: bytes.length };
  } catch {
    throw new Failure(ErrorCode.FetchRefused);
  }
}
