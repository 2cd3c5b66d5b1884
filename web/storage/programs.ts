import { type Database, result } from "./database.ts";

/** A program that was opened before, as the shelf shows it. */
export interface ProgramEntry {
  /** Address, or "file:" and a name: the key. */
  source: string;
  /** Of the file that it was read from: tells whether another one is the same. */
  digest: string;
  /** When it was read or found to be unchanged, Unix milliseconds. */
  fetchedAt: number;
  /** The conference's; empty: not known yet. */
  title: string;
}

export interface StoredProgram extends ProgramEntry {
  pack: Uint8Array;
  /** What was left out of the file, encoded as program/import_report.h says; empty: not known. */
  report: Uint8Array;
}

/** A cache: what stands here can be read again from its source. */
export async function saveProgram(database: Database, { pack, report, ...entry }: StoredProgram): Promise<void> {
  await database.write(["programs", "packs", "reports"], "relaxed", async (transaction) => {
    transaction.objectStore("programs").put(entry, entry.source);
    transaction.objectStore("packs").put(pack, entry.source);
    transaction.objectStore("reports").put(report, entry.source);
  });
}

export async function readProgram(database: Database, source: string): Promise<StoredProgram | null> {
  const [found, pack, report] = await database.read(["programs", "packs", "reports"], (transaction) =>
    Promise.all((["programs", "packs", "reports"] as const).map((store) =>
      result(transaction.objectStore(store).get(source) as IDBRequest<unknown>))));
  const entry = readEntry(found);
  if (!entry || !(pack instanceof Uint8Array)) return null;
  return { ...entry, pack, report: report instanceof Uint8Array ? report : new Uint8Array() };
}

/** Every program that was opened, whether its pack is still there or not. */
export async function readEntries(database: Database): Promise<ProgramEntry[]> {
  const found = await database.read(["programs"], (transaction) =>
    result(transaction.objectStore("programs").getAll() as IDBRequest<unknown[]>));
  return found.map(readEntry).filter((entry) => entry !== null);
}

/** True: it was another one before. A program that is not there is not made. */
export async function changeEntry(
  database: Database, source: string, change: Partial<Pick<ProgramEntry, "title" | "fetchedAt">>,
): Promise<boolean> {
  return database.write(["programs"], "relaxed", async (transaction) => {
    const programs = transaction.objectStore("programs");
    const entry = readEntry(await result(programs.get(source) as IDBRequest<unknown>));
    if (!entry) return false;
    const changed = { ...entry, ...change };
    const isOther = changed.title !== entry.title || changed.fetchedAt !== entry.fetchedAt;
    if (isOther) programs.put(changed, source);
    return isOther;
  });
}

export async function removeProgram(database: Database, source: string): Promise<void> {
  await database.write(["programs", "packs", "reports"], "relaxed", async (transaction) => {
    for (const store of ["programs", "packs", "reports"]) transaction.objectStore(store).delete(source);
  });
}

/** Gives up all packs but that of `source`; what is known of the programs stays. True: there was one. */
export async function dropOtherPacks(database: Database, source: string | null): Promise<boolean> {
  return database.write(["packs", "reports"], "relaxed", async (transaction) => {
    const keys = await result(transaction.objectStore("packs").getAllKeys());
    const others = keys.filter((key) => key !== source);
    for (const key of others) {
      transaction.objectStore("packs").delete(key);
      transaction.objectStore("reports").delete(key);
    }
    return others.length > 0;
  });
}

/** Null for what is damaged. An entry of version 2 of the database has no title. */
function readEntry(value: unknown): ProgramEntry | null {
  const { source, digest, fetchedAt, title = "" } = Object(value) as Record<string, unknown>;
  const isSound = typeof source === "string" && typeof digest === "string" && Number.isFinite(fetchedAt)
    && typeof title === "string";
  return isSound ? { source, digest, fetchedAt: fetchedAt as number, title } : null;
}
