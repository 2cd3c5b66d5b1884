import { ErrorCode } from "#generated/abi.ts";

/** Why something could not be had: its number, and the status or name that its words need. */
export class Failure extends Error {
  constructor(readonly code: ErrorCode, readonly detail = "") {
    super(`Hallway ${code} ${detail}`);
  }

  /** As `decode_error` of program/import_report.h reads it: code, text, and no place in the file. */
  encode(): Uint8Array<ArrayBuffer> {
    const text = new TextEncoder().encode(this.detail);
    const bytes = new Uint8Array(2 + 4 + text.length + 2 * 9);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, this.code, true);
    view.setUint32(2, text.length, true);
    bytes.set(text, 6);
    return bytes;
  }
}
