import { type StorageError, storageErrorOf } from "./storage-error.ts";

const prefix = "hallway:choice:";

/** A choice in the copy. */
export interface CopiedRecord {
  choiceId: string;
  bytes: Uint8Array;
}

/**
 * The second place where choices stand: one key of local storage for each, with its latest record. A write here can be
 * lost when the browser is killed within seconds; it is there for the day on which IndexedDB is gone or refused.
 */
export class LocalCopy {
  /** Records that did not fit, tried again with the next one. */
  private readonly held = new Map<string, Uint8Array>();

  /** Keeps the latest record of a choice. Gives the reason if the browser does not. */
  keep(choiceId: string, record: Uint8Array): StorageError | null {
    this.held.set(choiceId, record);
    let error: StorageError | null = null;
    for (const [id, bytes] of this.held) {
      try {
        localStorage.setItem(prefix + id, encodeBase64(bytes));
        this.held.delete(id);
      } catch (reason) {
        error = storageErrorOf(reason);
      }
    }
    return error;
  }

  /** All records; none where the browser refuses. A text that is no base64 has no bytes: the core sees damage. */
  records(): CopiedRecord[] {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort().map((key) => (
        { choiceId: key.slice(prefix.length), bytes: decodeBase64(localStorage.getItem(key) ?? "") }
      ));
    } catch {
      return [];
    }
  }

  /** The text of a record as it stands; null if it is gone. */
  text(choiceId: string): string | null {
    return readLocal(prefix + choiceId);
  }

  /** Removes all records but those of the choices `ids`. */
  removeAllBut(ids: readonly string[]): void {
    for (const id of [...this.held.keys()]) if (!ids.includes(id)) this.held.delete(id);
    for (const { choiceId } of this.records()) if (!ids.includes(choiceId)) tryRemoveLocal(prefix + choiceId);
  }

  /** Removes a record, unless it is not `text` any more. */
  removeIf(choiceId: string, text: string): void {
    if (this.text(choiceId) === text) localStorage.removeItem(prefix + choiceId);
  }
}

/** A text of local storage; null if it is not there, or refused. */
export function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text in local storage, if the browser lets us: only for what also stands elsewhere. */
export function tryWriteLocal(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // The other place has it.
  }
}

export function tryRemoveLocal(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then there is none.
  }
}

function encodeBase64(bytes: Uint8Array): string {
  let text = "";
  // One call for all would exceed the number of arguments that engines allow.
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(text);
}

export function decodeBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
