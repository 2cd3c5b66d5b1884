import { ErrorCode, Offer } from "#generated/abi.ts";
import { FilesClient, type FileSource, type ReadOutcome, type ReadProgram } from "../files/client.ts";
import { ByteWriter } from "../shared/bytes.ts";
import { Failure } from "../shared/failure.ts";
import type { ProgramEntry, StoredProgram } from "../storage/programs.ts";
import type { Store } from "../storage/store.ts";
import { localOffset } from "./clock.ts";

/** Where programs and news of them go. */
export interface ProgramOutlets {
  offer(kind: Offer, ...parts: (string | Uint8Array)[]): void;
  /** Something that was pending has ended. */
  settle(): void;
}

/** Sources of programs from disk: they cannot be fetched again. */
const filePrefix = "file:";
const fileTypes = ".json,.xml,.txt,application/json,application/xml,text/xml,text/plain";

/** Opens programs: from the store at once, then fresh from their address; or from files. Keeps the shelf of them. */
export class Programs {
  private readonly files = new FilesClient();
  /** A load that begins ends the one before. */
  private current = new AbortController();
  private underWay = 0;
  /** What is being loaded, if it is one program. */
  private loading = "";
  /** What the core was given last. Another tab may have stored a newer state of it. */
  private given: { source: string; digest: string } | null = null;

  constructor(private readonly store: Store, private readonly out: ProgramOutlets) {}

  get isBusy(): boolean {
    return this.underWay > 0;
  }

  load(source: string): void {
    void this.track(source, async (signal) => {
      const stored = await this.store.program(source);
      if (signal.aborted) return;
      if (stored) this.give(Offer.StoredProgram, stored);
      // What came from a file cannot be fetched again: what is stored is its newest state.
      if (stored && source.startsWith(filePrefix)) this.tellUnchanged(source, stored.fetchedAt);
      else await this.fetch(source, signal, knownDigest(stored));
    });
  }

  /** Reads the program though its file may be the one that was read before. */
  loadAnew(source: string): void {
    void this.track(source, (signal) => this.fetch(source, signal));
  }

  /** Reads the program unless its file is the one that is open. */
  check(source: string): void {
    const digest = this.given?.source === source ? this.given.digest : undefined;
    void this.track(source, (signal) => this.fetch(source, signal, digest));
  }

  loadLast(): void {
    void this.track("", async (signal) => {
      const source = await this.store.lastSource();
      if (signal.aborted) return;
      if (source === null) this.out.offer(Offer.NothingStored);
      else this.load(source);
    });
  }

  /** Asks the user for files; to be called within a gesture. */
  pickFiles(): void {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = fileTypes;
    input.multiple = true;
    input.addEventListener("change", () => this.openFiles([...input.files ?? []]));
    input.click();
  }

  /** The first that can be read opens, the others go on the shelf. What went wrong is told once all were tried. */
  openFiles(files: readonly File[]): void {
    if (files.length === 0) return;
    void this.track("", async (signal) => {
      const failures: [source: string, error: Uint8Array][] = [];
      let openCount = 0;
      for (const file of files) {
        const source = filePrefix + file.name;
        if (openCount === 0) this.out.offer(Offer.LoadProgress, source, "0");
        const outcome = await this.files.read({ file }, { signal });
        if (signal.aborted) return;
        if (outcome.kind === "failed") failures.push([source, outcome.error]);
        if (outcome.kind !== "done") continue;
        const isKept = await this.take(source, outcome, openCount === 0);
        if (openCount > 0 && !isKept) failures.push([source, new Failure(ErrorCode.FileNotKept).encode()]);
        else openCount += 1;
      }
      for (const [source, error] of failures) this.out.offer(Offer.LoadFailed, source, error);
      if (openCount > 1) this.out.offer(Offer.FilesKept, String(openCount - 1));
    });
  }

  /** Opens this one the next time, and calls it so on the shelf. */
  remember(source: string, title: string): void {
    void this.change(async () => {
      await this.store.rememberSource(source);
      return this.store.updateProgram(source, { title });
    });
  }

  /** Takes a program off the shelf. */
  forget(source: string): void {
    if (this.loading === source) this.current.abort();
    if (this.given?.source === source) this.given = null;
    void this.change(async () => {
      await this.store.forgetProgram(source);
      return true;
    });
  }

  offerShelf(entries: readonly ProgramEntry[]): void {
    const bytes = new ByteWriter().number(entries.length);
    for (const { source, title, fetchedAt } of entries) writeReadTime(bytes, fetchedAt).text(source).text(title);
    this.out.offer(Offer.Shelf, bytes.take());
  }

  /** Gives up what is being loaded. */
  end(): void {
    this.current.abort();
  }

  private async track(source: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.current.abort();
    this.current = new AbortController();
    this.loading = source;
    await this.count(() => work(this.current.signal));
  }

  /** Says what is on the shelf if `work` tells that it is something else. */
  private async change(work: () => Promise<boolean>): Promise<void> {
    await this.count(async () => {
      if (await work()) this.offerShelf(await this.store.shelf());
    });
  }

  private async count(work: () => Promise<void>): Promise<void> {
    this.underWay += 1;
    try {
      await work();
    } finally {
      this.underWay -= 1;
      this.out.settle();
    }
  }

  private async fetch(source: string, signal: AbortSignal, digest?: string): Promise<void> {
    const address = addressOf(source);
    if (address instanceof Failure) return this.out.offer(Offer.LoadFailed, source, address.encode());
    const outcome = await this.read(source, { address }, signal, digest);
    if (signal.aborted) return;
    switch (outcome.kind) {
      case "cancelled": return;
      case "failed": return this.out.offer(Offer.LoadFailed, source, outcome.error);
      case "unchanged": {
        const now = Date.now();
        this.tellUnchanged(source, now);
        return this.change(() => this.store.updateProgram(source, { fetchedAt: now }));
      }
      case "done": await this.take(source, outcome, true);
    }
  }

  /** `digest` is that of the program that is shown meanwhile; it does not come again. */
  private read(source: string, from: FileSource, signal: AbortSignal, digest?: string): Promise<ReadOutcome> {
    const tellProgress = (permille: number | null): void => {
      if (permille !== null && digest === undefined) this.out.offer(Offer.LoadProgress, source, String(permille));
    };
    tellProgress(0);
    return this.files.read(from, { knownDigest: digest ?? null, onProgress: tellProgress, signal });
  }

  /** A program that was just read. False: it is not on the shelf. */
  private async take(source: string, read: ReadProgram, opens: boolean): Promise<boolean> {
    const { pack, report, digest, title } = read;
    // What came is told apart by its bytes: servers' tags are not to be had from every origin.
    const program = { source, digest, title, fetchedAt: Date.now(), pack, report };
    if (opens) this.give(Offer.FreshProgram, program);
    // If it cannot be stored, it is fetched again the next time.
    const isKept = await this.store.saveProgram(program).then(() => true, () => false);
    if (isKept) this.offerShelf(await this.store.shelf());
    return isKept;
  }

  private give(kind: Offer.StoredProgram | Offer.FreshProgram, program: StoredProgram): void {
    const { source, digest, fetchedAt, pack, report } = program;
    this.given = { source, digest };
    this.out.offer(kind, source, writeReadTime(new ByteWriter(), fetchedAt).sized(report).raw(pack).take());
  }

  private tellUnchanged(source: string, readMs: number): void {
    this.out.offer(Offer.ProgramUnchanged, source, writeReadTime(new ByteWriter(), readMs).take());
  }
}

/** What was stored before reports were is read once more for its own. */
function knownDigest(stored: StoredProgram | null): string | undefined {
  return stored && stored.report.length > 0 ? stored.digest : undefined;
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

/** `ReadTime` of app/intent.h. */
function writeReadTime(bytes: ByteWriter, ms: number): ByteWriter {
  return bytes.wide(ms).number(localOffset(ms));
}
