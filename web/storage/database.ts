import { ErrorCode } from "#generated/abi.ts";
import { StorageError, storageErrorOf } from "./storage-error.ts";

/** The object stores; docs/stored-data.md says what each of them holds. */
export type StoreName = "journal" | "snapshots" | "aside" | "programs" | "packs" | "reports" | "settings";

/** Makes version n of the database out of version n - 1. */
export type Upgrade = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** One step for each version ever shipped, from an empty database on. A step that was shipped never changes. */
export const upgrades: readonly Upgrade[] = [
  (database, transaction) => {
    database.createObjectStore("journal", { autoIncrement: true });
    database.createObjectStore("snapshots", { autoIncrement: true });
    database.createObjectStore("aside", { autoIncrement: true });
    database.createObjectStore("programs");
    database.createObjectStore("packs");
    database.createObjectStore("settings");
    transaction.objectStore("settings").put(crypto.getRandomValues(new Uint32Array(2)).join("-"), "incarnation");
  },
  (_, transaction) => {
    // The digest was called "etag", beside fields that were always empty. What is no such entry is passed over by all.
    transaction.objectStore("programs").openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor) return;
      const { source, etag, fetchedAt } = Object(cursor.value) as Record<string, unknown>;
      cursor.update({ source, digest: etag, fetchedAt });
      cursor.continue();
    };
  },
  (database) => {
    // Besides, programs have a title from now on: one that lacks it gets it when it is opened.
    database.createObjectStore("reports");
  },
];

/** A hanging open() must not keep the page from starting on what it has. */
const openPatienceMs = 4000;

/** What a write must survive: `strict` even a power cut, for what a person chose; `relaxed` a crash of the page. */
export type Durability = "strict" | "relaxed";

/**
 * The connection to one IndexedDB database. It opens when it is first needed, and again after another tab or the user
 * has deleted or upgraded it.
 */
export class Database {
  /** Another database than before stands under the name: what this page knew to be stored may be gone. */
  onReplaced: () => void = () => {};

  private opening: Promise<IDBDatabase> | null = null;
  private isClosed = false;
  private incarnation: string | null = null;

  constructor(private readonly name: string, private readonly steps: readonly Upgrade[] = upgrades) {}

  /**
   * Runs `body` in a transaction and gives its result once everything in it is stored. If the promise is rejected,
   * nothing of it is.
   * Errors: StorageError.
   */
  async write<T>(stores: StoreName[], durability: Durability, body: (in_: IDBTransaction) => Promise<T>): Promise<T> {
    return this.run(stores, "readwrite", { durability }, body);
  }

  /** Errors: StorageError. */
  async read<T>(stores: StoreName[], body: (in_: IDBTransaction) => Promise<T>): Promise<T> {
    return this.run(stores, "readonly", {}, body);
  }

  /** Names the database apart from an earlier or later one of the same name; null: none was opened yet. */
  get currentIncarnation(): string | null {
    return this.incarnation;
  }

  /** False while no connection stands or is being made. */
  get isOpen(): boolean {
    return this.opening !== null;
  }

  /** For good: what is under way ends, what comes later is refused. */
  close(): void {
    this.isClosed = true;
    void this.opening?.then((database) => { database.close(); }, () => {});
    this.opening = null;
  }

  private async run<T>(
    stores: StoreName[], mode: IDBTransactionMode, options: IDBTransactionOptions,
    body: (in_: IDBTransaction) => Promise<T>,
  ): Promise<T> {
    try {
      const transaction = await this.begin(stores, mode, options);
      const finished = completion(transaction);
      try {
        const result = await body(transaction);
        if (mode === "readwrite") transaction.commit();
        await finished;
        return result;
      } catch (reason) {
        abort(transaction);
        // The transaction's own reason ("QuotaExceededError") says more than that of a request it aborted.
        throw await finished.then(() => reason, (cause: unknown) => isTelling(cause) ? cause : reason);
      }
    } catch (reason) {
      throw storageErrorOf(reason);
    }
  }

  /** A connection that was closed behind our back shows only here. */
  private async begin(
    stores: StoreName[], mode: IDBTransactionMode, options: IDBTransactionOptions,
  ): Promise<IDBTransaction> {
    const connection = this.connection();
    const database = await connection;
    try {
      return database.transaction(stores, mode, options);
    } catch (reason) {
      if (!(reason instanceof DOMException) || reason.name !== "InvalidStateError") throw reason;
      this.forget(connection);
      return (await this.connection()).transaction(stores, mode, options);
    }
  }

  private connection(): Promise<IDBDatabase> {
    if (this.isClosed) return Promise.reject(new StorageError(ErrorCode.StoreFailed, "Closed"));
    if (this.opening === null) {
      const opening: Promise<IDBDatabase> = this.open(() => { this.forget(opening); });
      this.opening = opening;
      // A later call tries again.
      opening.catch(() => { this.forget(opening); });
    }
    return this.opening;
  }

  private forget(connection: Promise<IDBDatabase>): void {
    if (this.opening === connection) this.opening = null;
  }

  private async open(forget: () => void): Promise<IDBDatabase> {
    const database = await openDatabase(this.name, this.steps);
    // Someone deletes or upgrades it: holding on would block them. The next use opens what is there then.
    database.onversionchange = () => {
      database.close();
      forget();
    };
    // The browser closed it by force, as when site data are cleared.
    database.onclose = forget;
    const before = this.incarnation;
    this.incarnation = await readIncarnation(database);
    if (before !== null && before !== this.incarnation) queueMicrotask(() => { this.onReplaced(); });
    return database;
  }
}

function openDatabase(name: string, steps: readonly Upgrade[]): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Where the browser refuses storage, the property may be missing, or throw when it is only read.
    const factory = globalThis.indexedDB as IDBFactory | undefined;
    if (!factory) throw new StorageError(ErrorCode.StoreRefused, "NoIndexedDB");
    const request = factory.open(name, steps.length);
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      reject(new StorageError(ErrorCode.StoreFailed, "OpenTimeout"));
    }, openPatienceMs);
    let cause: DOMException | null = null;
    request.onupgradeneeded = ({ oldVersion }) => {
      const transaction = request.transaction!;
      // The request's own error will only say that the upgrade was aborted.
      transaction.onabort = () => { cause = transaction.error; };
      for (const step of steps.slice(oldVersion)) step(request.result, transaction);
    };
    request.onsuccess = () => {
      clearTimeout(late);
      if (isLate) request.result.close();
      else resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(late);
      reject(cause ?? request.error!);
    };
  });
}

async function readIncarnation(database: IDBDatabase): Promise<string> {
  const settings = database.transaction("settings", "readonly").objectStore("settings");
  return String(await result(settings.get("incarnation")));
}

/** The result of one request. Nobody has to wait for it: a failure fails the transaction, too. */
export function result<T>(request: IDBRequest<T>): Promise<T> {
  return handled(new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(request.error!); };
  }));
}

function completion(transaction: IDBTransaction): Promise<void> {
  return handled(new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => { resolve(); };
    transaction.onabort = () => { reject(transaction.error ?? new DOMException("", "AbortError")); };
  }));
}

/** Whoever waits for `promise` is told of its rejection; if nobody does, that is no error of the page. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

function isTelling(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name !== "AbortError";
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
