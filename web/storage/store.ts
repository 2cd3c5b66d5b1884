import { Database, result, type Upgrade, upgrades } from "./database.ts";
import { LocalCopy, readLocal, tryRemoveLocal, tryWriteLocal } from "./local-copy.ts";
import {
  changeEntry, dropOtherPacks, type ProgramEntry, readEntries, readProgram, removeProgram, saveProgram,
  type StoredProgram,
} from "./programs.ts";
import { compactRows, positionAfter, readJournal, setRowsAside, startPosition, type StoredRow } from "./rows.ts";
import { type StorageError, storageErrorOf } from "./storage-error.ts";
import { type RecordsListener, Tabs } from "./tabs.ts";
import { findWeakness, type Weakness } from "./weakness.ts";
import { WriteQueue } from "./write-queue.ts";

export type Place = "journal" | "copy";

export interface StoreOptions {
  /**
   * The browser failed to store a record. Nothing is lost: it is kept in memory and tried again. Called once until a
   * write succeeds. "journal": new choices are not durable until `append` resolves. "copy": the second copy is not up
   * to date; the journal may well be.
   */
  onTrouble?: (error: StorageError, place: Place) => void;
  /**
   * The database was deleted while this page was open, and stands anew and empty. Hand the core what `load` gives
   * now: it writes what is lacking.
   */
  onReplaced?: () => void;
  /** For tests. */
  name?: string;
  upgrades?: readonly Upgrade[];
}

/** What the store holds at the start. */
export interface Loaded {
  rows: StoredRow[];
  /** False: rows of the journal could not be read, so that nobody knows what it lacks. */
  isComplete: boolean;
  /** Why there is no journal at all; null: there is. */
  error: StorageError | null;
}

/**
 * Everything that Hallway keeps in the browser. Records of choices stand in IndexedDB, and in local storage a second
 * time; the store passes them on and never looks into them.
 *
 * No method throws before its first `await`; those that may reject say so, always with a StorageError.
 */
export class Store {
  private readonly database: Database;
  private readonly copy = new LocalCopy();
  private readonly tabs = new Tabs();
  private readonly queue: WriteQueue;
  private readonly onTrouble: NonNullable<StoreOptions["onTrouble"]>;
  /** Settings of a page that may not store any. */
  private readonly unstored = new Map<string, unknown>();
  private readonly listening = new AbortController();
  /** How far this page has read the journal. Its own writes do not count: another tab's may stand before them. */
  private position = startPosition;
  private readonly toldPlaces = new Set<Place>();

  constructor(options: StoreOptions = {}) {
    this.onTrouble = options.onTrouble ?? (() => {});
    this.database = new Database(options.name ?? "hallway", options.upgrades ?? upgrades);
    this.database.onReplaced = () => { options.onReplaced?.(); };
    this.queue = new WriteQueue({
      write: (records) => this.database.write(["journal"], "strict", async (transaction) => {
        for (const record of records) transaction.objectStore("journal").add(record);
      }),
      makeRoom: () => this.makeRoom(),
      onResult: (error) => { this.tell(error, "journal"); },
    });
    this.catchUpWhenShown();
  }

  /** All rows of both places. Never rejects: what cannot be read is missing, and `isComplete` is false. */
  async load(): Promise<Loaded> {
    const copied = this.copiedRows();
    try {
      const { rows, isComplete } = await readJournal(this.database, startPosition);
      this.position = positionAfter(startPosition, this.database.currentIncarnation, rows);
      return { rows: [...rows, ...copied], isComplete, error: null };
    } catch (reason) {
      return { rows: copied, isComplete: false, error: storageErrorOf(reason) };
    }
  }

  /**
   * Tells the other tabs of a new record and stores it in both places. Resolves once it is durable, which is after the
   * strict transaction, and, while writes fail, after the one that succeeds at last. Never rejects: see `onTrouble`.
   * @param choiceId 16 hex digits, the same for all records of one choice
   */
  async append(record: Uint8Array, choiceId: string): Promise<void> {
    const own = record.slice();
    this.tabs.post(own, false);
    this.keepCopy(own, choiceId);
    await this.queue.add(own);
    // Again: a tab that was just starting may have read the journal before this write, and not have listened yet.
    this.tabs.post(own, true);
  }

  /** Stores a record in local storage alone: the journal has it. */
  keepCopy(record: Uint8Array, choiceId: string): void {
    this.tell(this.copy.keep(choiceId, record.slice()), "copy");
  }

  /** Tries what failed again at once; tells again if it fails again. */
  retry(): void {
    this.toldPlaces.clear();
    this.queue.retry();
  }

  /** How many records are not durable yet. */
  get unsavedCount(): number {
    return this.queue.size;
  }

  /** True when no write is under way. Records that wait for the next attempt after a failure do not count. */
  get isSettled(): boolean {
    return this.queue.size === 0 || this.queue.isFailing;
  }

  /**
   * Puts `records` in the place of exactly these rows of the journal, in one step. A row that is not what was read any
   * more is left. May reject: then nothing has changed.
   */
  async compact(records: Uint8Array, rows: readonly StoredRow[]): Promise<void> {
    await compactRows(this.database, records.slice(), rows);
  }

  /**
   * Moves damaged rows to where they are kept for good, and stores `rescued`, the sound records in them, in one step.
   * May reject: then nothing has changed.
   */
  async setAside(rows: readonly StoredRow[], reason: string, rescued = new Uint8Array()): Promise<void> {
    await setRowsAside(this.database, this.copy, rows, reason, rescued.slice());
  }

  /**
   * Takes away all choices but `rest`, the records of the choices `ids`, from every place. Whatever stood aside as
   * damaged goes, too. May reject: then nothing has changed.
   */
  async erase(rest: Uint8Array, ids: readonly string[]): Promise<void> {
    await this.database.write(["journal", "snapshots", "aside"], "strict", async (transaction) => {
      for (const name of ["journal", "snapshots", "aside"]) transaction.objectStore(name).clear();
      if (rest.length > 0) transaction.objectStore("snapshots").add(rest);
    });
    this.copy.removeAllBut(ids);
  }

  /**
   * `callback` gets what other tabs append, when it is made and when it is durable, and what this tab missed while it
   * was frozen. The core merges it.
   */
  onRecords(callback: RecordsListener): void {
    this.tabs.listen(callback);
  }

  /** May reject: the program is then not stored, or its older state still is. */
  async saveProgram(program: StoredProgram): Promise<void> {
    await saveProgram(this.database, { ...program, pack: program.pack.slice(), report: program.report.slice() });
  }

  /** Null where there is none, or it cannot be read: it is fetched again. Never rejects. */
  async program(source: string): Promise<StoredProgram | null> {
    return readProgram(this.database, source).catch(() => null);
  }

  /** The programs that were opened before, in no order; none where they cannot be read. Never rejects. */
  async shelf(): Promise<ProgramEntry[]> {
    return readEntries(this.database).catch(() => []);
  }

  /** What is known of a stored program anew. True: it was something else. Never rejects. */
  async updateProgram(source: string, change: { title?: string; fetchedAt?: number }): Promise<boolean> {
    return changeEntry(this.database, source, change).catch(() => false);
  }

  /** Takes a program off the shelf; it is not opened by itself the next time. Never rejects. */
  async forgetProgram(source: string): Promise<void> {
    await removeProgram(this.database, source).catch(() => {
      // It is still on the shelf the next time.
    });
    if (await this.lastSource() !== source) return;
    tryRemoveLocal("hallway:last-source");
    await this.setSetting("lastSource", null);
  }

  /** Says which program is opened the next time. Never rejects. */
  async rememberSource(source: string): Promise<void> {
    tryWriteLocal("hallway:last-source", source);
    await this.setSetting("lastSource", source);
  }

  /** The source of the program that was open last; it is known even where its pack was given up. */
  async lastSource(): Promise<string | null> {
    const source = await this.setting("lastSource") ?? readLocal("hallway:last-source");
    return typeof source === "string" ? source : null;
  }

  /** Undefined where there is none, or it cannot be read. Never rejects. */
  async setting(key: string): Promise<unknown> {
    if (this.unstored.has(key)) return this.unstored.get(key);
    return this.database.read(["settings"], (transaction) =>
      result(transaction.objectStore("settings").get(key) as IDBRequest<unknown>)).catch(() => undefined);
  }

  /** Never rejects: what cannot be stored holds as long as the page. */
  async setSetting(key: string, value: unknown): Promise<void> {
    // A view into larger memory would be stored with all of it.
    const own = value instanceof Uint8Array ? value.slice() : value;
    await this.settleSetting(key, () => false, () => own);
  }

  /** The setting if it `fits`, else the one that is made now: one for all tabs that ask at once. Never rejects. */
  async settleSetting(key: string, fits: (value: unknown) => boolean, make: () => unknown): Promise<unknown> {
    const made = make();
    try {
      const value = await this.database.write(["settings"], "relaxed", async (transaction) => {
        const settings = transaction.objectStore("settings");
        const found = await result(settings.get(key) as IDBRequest<unknown>);
        if (fits(found)) return found;
        settings.put(made, key);
        return made;
      });
      this.unstored.delete(key);
      return value;
    } catch {
      const held = this.unstored.get(key);
      if (this.unstored.has(key) && fits(held)) return held;
      this.unstored.set(key, made);
      return made;
    }
  }

  /** Asks the browser not to clear what is stored here. Some ask the user: call it after a first choice. */
  async requestPersistence(): Promise<boolean> {
    return await navigator.storage?.persist?.().catch(() => false) ?? false;
  }

  /** Why this browser may forget, as far as that can be found out. Never rejects. */
  async weakness(): Promise<Weakness> {
    const canStore = await this.database.read(["journal"], async () => true).catch(() => false);
    return findWeakness(canStore);
  }

  /** As `weakness`, but each only once: "none" if it was given before, on an earlier day, too. */
  async weaknessToTell(): Promise<Weakness> {
    const weakness = await this.weakness();
    const told = await this.setting("weaknessTold") ?? readLocal("hallway:weakness-told");
    if (weakness === "none" || told === weakness) return "none";
    tryWriteLocal("hallway:weakness-told", weakness);
    await this.setSetting("weaknessTold", weakness);
    return weakness;
  }

  /** Ends listening; what waits to be stored is given up. For pages that remove the planner, and tests. */
  close(): void {
    this.listening.abort();
    this.queue.stop();
    this.tabs.close();
    this.database.close();
  }

  /** Each place once until it works again. */
  private tell(error: StorageError | null, place: Place): void {
    if (error === null) {
      this.toldPlaces.delete(place);
    } else if (!this.toldPlaces.has(place)) {
      this.toldPlaces.add(place);
      this.onTrouble(error, place);
    }
  }

  private copiedRows(): StoredRow[] {
    return this.copy.records().map(({ choiceId, bytes }) => ({ source: "local", id: choiceId, bytes }));
  }

  /**
   * Rows of the journal that were not read yet, and all of them if the database is another one since. Without a
   * journal, those of the local copy. Never rejects.
   */
  private async missedRows(): Promise<StoredRow[]> {
    const { position } = this;
    try {
      // Which database it is shows only when it is open.
      let { rows } = await readJournal(this.database, position);
      const incarnation = this.database.currentIncarnation;
      const isSame = position.incarnation === incarnation;
      if (!isSame) ({ rows } = await readJournal(this.database, startPosition));
      this.position = positionAfter(isSame ? position : startPosition, incarnation, rows);
      return rows;
    } catch {
      return this.copiedRows();
    }
  }

  private async makeRoom(): Promise<boolean> {
    return dropOtherPacks(this.database, await this.lastSource()).catch(() => false);
  }

  /** A frozen tab hears nothing: when it is shown again, it reads what was written since. */
  private catchUpWhenShown(): void {
    const { signal } = this.listening;
    const catchUp = async (): Promise<void> => {
      for (const { bytes, source } of await this.missedRows()) this.tabs.deliver(bytes, source !== "local");
    };
    addEventListener("pageshow", ({ persisted }) => { if (persisted) void catchUp(); }, { signal });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") void catchUp();
    }, { signal });
  }
}
