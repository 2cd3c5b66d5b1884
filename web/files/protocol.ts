/** What is to be read. An address is absolute; a file is read by the worker, so that the page need not hold it. */
export type FileSource = { address: string } | { file: Blob };

/** The page's one message to the worker. */
export interface ReadRequest {
  source: FileSource;
  /** `digest` of the file that the page has, or null. */
  knownDigest: string | null;
}

/** What the worker tells. After `done`, `unchanged` or `failed` it has nothing more to say. */
export type ReadMessage =
  /** `permille` is null as long as the size is not known. */
  | { kind: "progress"; loadedBytes: number; permille: number | null }
  /** All bytes are here and the reader begins. */
  | { kind: "reading" }
  | { kind: "done"; pack: Uint8Array<ArrayBuffer>; report: Uint8Array<ArrayBuffer>; digest: string }
  | { kind: "unchanged" }
  /** `error` is encoded as program/import_report.h says. */
  | { kind: "failed"; error: Uint8Array<ArrayBuffer> };
