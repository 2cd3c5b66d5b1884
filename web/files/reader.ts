import { FilesReplyAt, FilesStatus } from "#generated/abi.ts";
import makeModule from "#modules/files.mjs";
import { textOf } from "../shared/bytes.ts";
import { zoneRules } from "../shared/zones.ts";
import type { FileBytes } from "./fetch-file.ts";
import type { ReadMessage } from "./protocol.ts";

/** What files.wasm exports: src/host/files_web/exports.cpp. */
interface FilesModule {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  readonly HEAPU32: Uint32Array;
  _files_import(at: number, size: number, knownDigestLow: number, knownDigestHigh: number): number;
  _malloc(size: number): number;
  _free(at: number): void;
}

/** The C ABI of files.wasm with types. */
export class Reader {
  private constructor(private readonly module: FilesModule) {}

  static async load(): Promise<Reader> {
    return new Reader(await makeModule<FilesModule>({ host: { zoneRules } }));
  }

  /** Reads a program file. May trap: then the module is beyond use. */
  read({ pieces, size }: FileBytes, knownDigest: string | null): ReadMessage {
    const [low = 0, high = 0] = knownDigest?.split("-").map((part) => parseInt(part, 16)) ?? [];
    const at = this.module._malloc(Math.max(size, 1));
    let end = at;
    for (const piece of pieces) {
      this.module.HEAPU8.set(piece, end);
      end += piece.length;
    }
    const reply = this.module._files_import(at, size, low, high) >>> 2;
    this.module._free(at);
    const word = (index: FilesReplyAt): number => this.module.HEAPU32[reply + index]!;
    const report = this.bytes(word(FilesReplyAt.report_at), word(FilesReplyAt.report_size));
    switch (word(FilesReplyAt.status)) {
      case FilesStatus.Unchanged:
        return { kind: "unchanged" };
      case FilesStatus.Failed:
        return { kind: "failed", error: report };
      default:
        return {
          kind: "done",
          pack: this.bytes(word(FilesReplyAt.pack_at), word(FilesReplyAt.pack_size)),
          report,
          title: textOf(this.bytes(word(FilesReplyAt.title_at), word(FilesReplyAt.title_size))),
          digest: `${word(FilesReplyAt.digest_low).toString(16)}-${word(FilesReplyAt.digest_high).toString(16)}`,
        };
    }
  }

  /** A copy, which does not end with the module's memory. */
  private bytes(at: number, size: number): Uint8Array<ArrayBuffer> {
    return this.module.HEAPU8.slice(at, at + size);
  }
}
