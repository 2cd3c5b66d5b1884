import { type Database, result } from "./database.ts";

/** What is known of a stored program besides its pack. */
interface ProgramEntry {
  /** Address, or "file:" and a name: the key. */
  source: string;
  /** Of the file that it was read from: tells whether another one is the same. */
  digest: string;
  /** Unix milliseconds. */
  fetchedAt: number;
}

export interface StoredProgram extends ProgramEntry {
  pack: Uint8Array;
}

/** A cache: what stands here can be read again from its source. */
export async function saveProgram(database: Database, { pack, ...entry }: StoredProgram): Promise<void> {
  await database.write(["programs", "packs"], "relaxed", async (transaction) => {
    transaction.objectStore("programs").put(entry, entry.source);
    transaction.objectStore("packs").put(pack, entry.source);
  });
}

export async function readProgram(database: Database, source: string): Promise<StoredProgram | null> {
  const [entry, pack] = await database.read(["programs", "packs"], (transaction) => Promise.all([
    result(transaction.objectStore("programs").get(source) as IDBRequest<unknown>),
    result(transaction.objectStore("packs").get(source) as IDBRequest<unknown>),
  ]));
  return isEntry(entry) && pack instanceof Uint8Array ? { ...entry, pack } : null;
}

/** Gives up all packs but that of `source`. True: there was one. */
export async function dropOtherPacks(database: Database, source: string | null): Promise<boolean> {
  return database.write(["programs", "packs"], "relaxed", async (transaction) => {
    const keys = await result(transaction.objectStore("packs").getAllKeys());
    const others = keys.filter((key) => key !== source);
    for (const key of others) {
      transaction.objectStore("packs").delete(key);
      transaction.objectStore("programs").delete(key);
    }
    return others.length > 0;
  });
}

function isEntry(value: unknown): value is ProgramEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Record<string, unknown>;
  return typeof entry.source === "string" && typeof entry.digest === "string" && typeof entry.fetchedAt === "number";
}
