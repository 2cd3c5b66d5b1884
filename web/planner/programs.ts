import { FilesError, Offer } from "#generated/abi.ts";
import { FilesClient, type FileSource } from "../files/client.ts";
import { Failure } from "../shared/failure.ts";
import type { Store } from "../storage/store.ts";

/** Where programs and news of them go. */
export interface ProgramOutlets {
  offer(kind: Offer, ...parts: (string | Uint8Array)[]): void;
  /** Something that was pending has ended. */
  settle(): void;
}

/** Sources of programs from disk: they cannot be fetched again. */
const filePrefix = "file:";

/** Opens programs: from the store at once, then fresh from their address; or from a file. */
export class Programs {
  private readonly files = new FilesClient();
  /** A load that begins ends the one before. */
  private current = new AbortController();
  private underWay = 0;

  constructor(private readonly store: Store, private readonly out: ProgramOutlets) {}

  get isBusy(): boolean {
    return this.underWay > 0;
  }

  load(source: string): void {
    void this.track(async (signal) => {
      const isStored = await this.offerStored(source, signal);
      if (signal.aborted) return;
      const isFile = source.startsWith(filePrefix);
      if (!isFile) await this.read(source, this.addressOf(source), signal, { isQuiet: isStored });
      else if (!isStored) this.out.offer(Offer.NothingStored);
    });
  }

  /** Reads the program though its file may be the one that was read before. */
  loadAnew(source: string): void {
    void this.track((signal) => this.read(source, this.addressOf(source), signal, { isAnew: true }));
  }

  loadLast(): void {
    void this.track(async (signal) => {
      const source = await this.store.lastSource();
      if (signal.aborted) return;
      if (source === null) this.out.offer(Offer.NothingStored);
      else this.load(source);
    });
  }

  /** Asks the user for a file; to be called within a gesture. */
  pickFile(): void {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) this.openFile(file);
    });
    input.click();
  }

  openFile(file: File): void {
    void this.track((signal) => this.read(filePrefix + file.name, { file }, signal));
  }

  /** Gives up what is being loaded. */
  end(): void {
    this.current.abort();
  }

  private async track(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.current.abort();
    this.current = new AbortController();
    this.underWay += 1;
    try {
      await work(this.current.signal);
    } finally {
      this.underWay -= 1;
      this.out.settle();
    }
  }

  private async offerStored(source: string, signal: AbortSignal): Promise<boolean> {
    const stored = await this.store.program(source);
    if (!stored || signal.aborted) return false;
    this.out.offer(Offer.StoredProgram, source, stored.pack);
    return true;
  }

  private addressOf(source: string): FileSource | Failure {
    try {
      return { address: new URL(source, document.baseURI).href };
    } catch {
      return new Failure(FilesError.FetchAddress);
    }
  }

  /** `isQuiet`: there is something to look at meanwhile. `isAnew`: an unchanged file is read as well. */
  private async read(
    source: string, from: FileSource | Failure, signal: AbortSignal, { isQuiet = false, isAnew = false } = {},
  ): Promise<void> {
    if (from instanceof Failure) {
      this.out.offer(Offer.LoadFailed, source, from.encode());
      return;
    }
    const known = "address" in from && !isAnew ? await this.store.program(source) : null;
    if (!isQuiet) this.out.offer(Offer.LoadProgress, source, "0");
    const outcome = await this.files.read(from, {
      knownDigest: known?.etag ?? null,
      onProgress: (permille) => {
        if (permille !== null && !isQuiet) this.out.offer(Offer.LoadProgress, source, String(permille));
      },
      signal,
    });
    switch (outcome.kind) {
      case "cancelled": return;
      case "unchanged": return this.out.offer(Offer.ProgramUnchanged, source);
      case "failed": return this.out.offer(Offer.LoadFailed, source, outcome.error);
      case "done":
        this.out.offer(Offer.FreshProgram, source, withSize(outcome.report, outcome.pack));
        await this.keep(source, outcome.pack, outcome.digest);
    }
  }

  private async keep(source: string, pack: Uint8Array, digest: string): Promise<void> {
    // What came is told apart by its bytes: servers' tags are not to be had from every origin.
    const entry = { source, etag: digest, lastModified: "", fetchedAt: Date.now(), title: "", conferenceKey: "" };
    await this.store.saveProgram({ ...entry, pack }).catch(() => {
      // Next time it is fetched again.
    });
  }
}

/** u32 size of the report, report, pack. */
function withSize(report: Uint8Array, pack: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + report.length + pack.length);
  new DataView(bytes.buffer).setUint32(0, report.length, true);
  bytes.set(report, 4);
  bytes.set(pack, 4 + report.length);
  return bytes;
}
