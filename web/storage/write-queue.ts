import { ErrorCode } from "#generated/abi.ts";
import { type StorageError, storageErrorOf } from "./storage-error.ts";

interface Waiting {
  record: Uint8Array;
  saved: () => void;
}

export interface WriteQueueHost {
  /** Stores all the records or none, and resolves once they are durable. */
  write: (records: readonly Uint8Array[]) => Promise<void>;
  /** Frees what can be fetched again. True: there was something. */
  makeRoom: () => Promise<boolean>;
  /** Called after each attempt that failed for some record, and after each that stored all. */
  onResult: (error: StorageError | null) => void;
}

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** Records on their way into the journal: whatever goes wrong, each is kept and tried again until it is stored. */
export class WriteQueue {
  private waiting: Waiting[] = [];
  private isWriting = false;
  private isStopped = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: WriteQueueHost) {}

  /** Resolves once the record is durable, however long that takes. */
  add(record: Uint8Array): Promise<void> {
    return new Promise((saved) => {
      this.waiting.push({ record, saved });
      void this.flush();
    });
  }

  /** Tries again at once. */
  retry(): void {
    this.failures = 0;
    void this.flush();
  }

  /** No further attempt is made and nothing more is told; what is being written may still be stored. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** How many records are not durable yet. */
  get size(): number {
    return this.waiting.length;
  }

  /** True: the last attempt failed, and what waits does so for the next one. */
  get isFailing(): boolean {
    return this.failures > 0 && !this.isWriting;
  }

  private async flush(): Promise<void> {
    if (this.isWriting || this.isStopped) return;
    this.isWriting = true;
    clearTimeout(this.timer);
    let error: StorageError | null = null;
    while (this.waiting.length > 0 && error === null && !this.isStopped) {
      error = await this.writeBatch([...this.waiting]);
    }
    this.isWriting = false;
    if (this.isStopped) return;
    if (error === null) this.failures = 0;
    else this.pause();
    this.host.onResult(error);
  }

  private pause(): void {
    const pauseMs = Math.min(firstPauseMs * 2 ** this.failures, longestPauseMs);
    this.failures += 1;
    this.timer = setTimeout(() => { void this.flush(); }, pauseMs);
  }

  /** Gives the reason if any record of the batch could not be stored. */
  private async writeBatch(batch: Waiting[]): Promise<StorageError | null> {
    let error = await this.attempt(batch);
    if (error?.code !== ErrorCode.StoreQuota || this.isStopped) return error;
    // What a person chose is worth more than what can be fetched again.
    if (await this.host.makeRoom() && !this.isStopped) error = await this.attempt(batch);
    if (error === null || batch.length === 1) return error;
    // One that never fits must not keep the others waiting.
    for (const one of batch) if (!this.isStopped) error = await this.attempt([one]) ?? error;
    return batch.some((one) => this.waiting.includes(one)) ? error : null;
  }

  private async attempt(batch: Waiting[]): Promise<StorageError | null> {
    try {
      await this.host.write(batch.map(({ record }) => record));
    } catch (reason) {
      return storageErrorOf(reason);
    }
    this.waiting = this.waiting.filter((one) => !batch.includes(one));
    for (const { saved } of batch) saved();
    return null;
  }
}
