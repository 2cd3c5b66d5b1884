import { ErrorCode, Offer } from "#generated/abi.ts";
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
      const stored = await this.store.program(source);
      if (signal.aborted) return;
      if (stored) this.out.offer(Offer.StoredProgram, source, stored.pack);
      // What came from a file cannot be fetched again: what is stored is its newest state.
      if (stored && source.startsWith(filePrefix)) this.out.offer(Offer.ProgramUnchanged, source);
      else await this.fetch(source, signal, stored?.digest);
    });
  }

  /** Reads the program though its file may be the one that was read before. */
  loadAnew(source: string): void {
    void this.track((signal) => this.fetch(source, signal));
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
    input.accept = ".json,.xml,.txt,application/json,application/xml,text/xml,text/plain";
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

  private async fetch(source: string, signal: AbortSignal, knownDigest?: string): Promise<void> {
    const address = addressOf(source);
    if (address instanceof Failure) this.out.offer(Offer.LoadFailed, source, address.encode());
    else await this.read(source, { address }, signal, knownDigest);
  }

  /** `knownDigest` is that of the program that is shown meanwhile; it does not come again. */
  private async read(source: string, from: FileSource, signal: AbortSignal, knownDigest?: string): Promise<void> {
    const tellProgress = (permille: number | null): void => {
      if (permille !== null && knownDigest === undefined) {
        this.out.offer(Offer.LoadProgress, source, String(permille));
      }
    };
    tellProgress(0);
    const outcome = await this.files.read(from, { knownDigest: knownDigest ?? null, onProgress: tellProgress, signal });
    if (signal.aborted) return;
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
    await this.store.saveProgram({ source, digest, fetchedAt: Date.now(), pack }).catch(() => {
      // Next time it is fetched again.
    });
  }
}

/** Where a source can be fetched: an address may be relative to the page. */
function addressOf(source: string): string | Failure {
  if (source.startsWith(filePrefix)) return new Failure(ErrorCode.FileNotKept);
  try {
    return new URL(source, document.baseURI).href;
  } catch {
    return new Failure(ErrorCode.FetchAddress);
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
