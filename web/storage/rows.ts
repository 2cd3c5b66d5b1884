import { type Database, result } from "./database.ts";
import { decodeBase64, type LocalCopy } from "./local-copy.ts";

/** Where a row stands. "local" is the copy in local storage; the others are the journal of IndexedDB. */
export type RowSource = "journal" | "snapshot" | "local";

/** One stored piece of records. What they say only the core knows. */
export interface StoredRow {
  readonly source: RowSource;
  /** Number of the row, or the choice's id in the local copy. */
  readonly id: number | string;
  /** Empty where what is stored are no bytes: for the core that is damage. */
  readonly bytes: Uint8Array;
}

/** How far a reader has come in the journal. */
export interface Position {
  readonly incarnation: string | null;
  readonly journal: number;
  readonly snapshot: number;
}

export const startPosition: Position = { incarnation: null, journal: 0, snapshot: 0 };

export interface JournalRows {
  rows: StoredRow[];
  /** False: the browser could not read some of the rows. They are left alone. */
  isComplete: boolean;
}

type JournalSource = "journal" | "snapshot";
const stores = { journal: "journal", snapshot: "snapshots" } as const;

/** What stands in the journal behind `from`. Errors: StorageError. */
export async function readJournal(database: Database, from: Position): Promise<JournalRows> {
  const sources: JournalSource[] = ["snapshot", "journal"];
  try {
    const rows = await database.read(["snapshots", "journal"], (transaction) => Promise.all(
      sources.map((source) => readAll(transaction, source, from[source]))));
    return { rows: rows.flat(), isComplete: true };
  } catch (reason) {
    if (!database.isOpen) throw reason;
    // One unreadable row fails all that are read with it.
    const parts = await Promise.all(sources.map((source) => readOneByOne(database, source, from[source])));
    return { rows: parts.flatMap((part) => part.rows), isComplete: parts.every((part) => part.isComplete) };
  }
}

/** The position behind `rows`, which were read from `from`. */
export function positionAfter(from: Position, incarnation: string | null, rows: readonly StoredRow[]): Position {
  const last = (source: JournalSource): number => rows.reduce(
    (sum, row) => row.source === source && typeof row.id === "number" ? Math.max(sum, row.id) : sum, from[source]);
  return { incarnation, journal: last("journal"), snapshot: last("snapshot") };
}

async function readAll(transaction: IDBTransaction, source: JournalSource, after: number): Promise<StoredRow[]> {
  const store = transaction.objectStore(stores[source]);
  const [ids, values] = await Promise.all([
    result(store.getAllKeys(rangeAfter(after))), result(store.getAll(rangeAfter(after)) as IDBRequest<unknown[]>),
  ]);
  return ids.map((id, index) => ({ source, id: id as number, bytes: bytesOf(values[index]) }));
}

async function readOneByOne(database: Database, source: JournalSource, after: number): Promise<JournalRows> {
  const store = stores[source];
  const ids = await database.read([store], (transaction) =>
    result(transaction.objectStore(store).getAllKeys(rangeAfter(after))));
  const rows: StoredRow[] = [];
  for (const id of ids as number[]) {
    try {
      const value = await database.read([store], (transaction) =>
        result(transaction.objectStore(store).get(id) as IDBRequest<unknown>));
      if (value !== undefined) rows.push({ source, id, bytes: bytesOf(value) });
    } catch {
      // Counted below.
    }
  }
  return { rows, isComplete: rows.length === ids.length };
}

/** Keys that are no numbers are not ours. */
function rangeAfter(after: number): IDBKeyRange {
  return IDBKeyRange.bound(after, Infinity, true);
}

function bytesOf(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/**
 * The raw value of a row, if the row is still what was read: only such a row may be deleted. Another tab may have
 * replaced it, or the database may be another one by now, with the same numbers.
 */
async function unchangedValue(transaction: IDBTransaction, row: StoredRow): Promise<unknown> {
  if (row.source === "local") return undefined;
  const value = await result(
    transaction.objectStore(stores[row.source]).get(row.id) as IDBRequest<unknown>);
  return value !== undefined && areEqual(bytesOf(value), row.bytes) ? value : undefined;
}

/**
 * Puts `records` in the place of exactly these rows, all in one transaction: two tabs that do so at once leave two
 * snapshots and lose nothing. Rows of the local copy are passed over. Errors: StorageError.
 */
export async function compactRows(
  database: Database, records: Uint8Array, rows: readonly StoredRow[],
): Promise<void> {
  await database.write(["journal", "snapshots"], "strict", async (transaction) => {
    transaction.objectStore("snapshots").add(records);
    for (const row of rows) {
      if (await unchangedValue(transaction, row) === undefined) continue;
      transaction.objectStore(stores[row.source as JournalSource]).delete(row.id);
    }
  });
}

/**
 * Moves damaged rows to where they are kept for good, and stores what was sound in them, in one transaction. Rows that
 * another tab has moved already are passed over. Errors: StorageError.
 */
export async function setRowsAside(
  database: Database, copy: LocalCopy, rows: readonly StoredRow[], reason: string, rescued: Uint8Array,
): Promise<void> {
  const copied: [choiceId: string, text: string][] = [];
  await database.write(["journal", "snapshots", "aside"], "strict", async (transaction) => {
    const keep = (row: StoredRow, value: unknown): void => {
      transaction.objectStore("aside").add({ source: row.source, id: row.id, value, reason, time: Date.now() });
    };
    let movedJournalRow = false;
    for (const row of rows) {
      if (row.source === "local") {
        const text = copy.text(String(row.id));
        if (text === null || !areEqual(decodeBase64(text), row.bytes)) continue;
        keep(row, text);
        copied.push([String(row.id), text]);
        continue;
      }
      const value = await unchangedValue(transaction, row);
      if (value === undefined) continue;
      keep(row, value);
      transaction.objectStore(stores[row.source]).delete(row.id);
      movedJournalRow = true;
    }
    if (movedJournalRow && rescued.length > 0) transaction.objectStore("snapshots").add(rescued);
  });
  for (const [choiceId, text] of copied) copy.removeIf(choiceId, text);
}
