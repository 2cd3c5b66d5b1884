/** What is to be read. An address is absolute; a file is read by the worker, so that the page need not hold it. */
export type FileSource = { address: string } | { file: Blob };

/** The page's one message to the worker. */
export interface ReadRequest {
  source: FileSource;
  /** `digest` of the file that the page has, or null. */
  knownDigest: string | null;
}

/** A program that was read. `report` is encoded as program/import_report.h says. */
export interface ReadProgram {
  pack: Uint8Array<ArrayBuffer>;
  report: Uint8Array<ArrayBuffer>;
  /** Tells the file apart from others. */
  digest: string;
  /** The conference's. */
  title: string;
}

/** What the worker tells. After `done`, `unchanged` or `failed` it has nothing more to say. */
export type ReadMessage =
  /** `permille` is null as long as the size is not known. */
  | { kind: "progress"; loadedBytes: number; permille: number | null }
  /** All bytes are here and the reader begins. */
  | { kind: "reading" }
  | ({ kind: "done" } & ReadProgram)
  | { kind: "unchanged" }
  /** `error` is encoded as program/import_report.h says. */
  | { kind: "failed"; error: Uint8Array<ArrayBuffer> };
