import { Effect, Offer, RowSource } from "#generated/abi.ts";
import { ByteWriter, splitTexts, textOf } from "../shared/bytes.ts";
import { Failure } from "../shared/failure.ts";
import { PlanClient } from "../plans/client.ts";
import type { PlanNews } from "../plans/protocol.ts";
import { findWriter, type Writer } from "../storage/device.ts";
import type { ProgramEntry } from "../storage/programs.ts";
import type { StoredRow } from "../storage/rows.ts";
import { storageErrorOf } from "../storage/storage-error.ts";
import { type Loaded, Store } from "../storage/store.ts";
import { language_tags } from "#generated/languages.ts";
import { zoneRules } from "../shared/zones.ts";
import type { EffectRequest } from "./core.ts";
import { chooseLanguage, type Look, parseLook, rememberLook } from "./look.ts";
import { Programs } from "./programs.ts";
import type { Route } from "./route.ts";

const rowSources: Readonly<Record<StoredRow["source"], RowSource>> =
  { journal: RowSource.Journal, snapshot: RowSource.Journal, local: RowSource.Copy };
const idSize = 16;

/** What has to be there before the first frame. */
export interface Services {
  store: Store;
  loaded: Loaded;
  language: Uint8Array;
  /** Which one it is. */
  tag: string;
  /** What the host's page asks for; empty: nothing. */
  hostTag: string;
  settings: unknown;
  shelf: ProgramEntry[];
  writer: Writer;
  /** What the store tells goes here once the host lives. */
  events: { onTrouble: (code: number, detail: string) => void; onReplaced: () => void };
}

/** Where the host's answers go. */
export interface HostOutlets {
  offer(kind: Offer, ...parts: (string | Uint8Array)[]): void;
  /** Something that was pending has ended. */
  settle(): void;
  /** Scrolls the grid to other rooms. */
  turnRooms(forward: boolean): void;
  /** The conference's name, for the page. */
  title(text: string): void;
  look(look: Look): void;
  route: Route;
}

/** Does what the core asks of the browser, and tells the core what came of it. */
export class Host {
  private readonly store: Store;
  private readonly programs: Programs;
  private readonly plans = new PlanClient();
  private loaded: Loaded;
  /** Counts what was loaded: positions of an earlier batch say nothing about the rows of this one. */
  private batch = 0;
  private isPersistenceAsked = false;
  /** Of the words that the core has, or that are on their way to it. */
  private tag: string;
  private isFetchingWords = false;
  private readonly deviceZone = new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

  constructor(private readonly services: Services, private readonly out: HostOutlets, signal: AbortSignal) {
    this.store = services.store;
    this.loaded = services.loaded;
    this.tag = services.tag;
    this.programs = new Programs(this.store, out);
    services.events.onTrouble = (code, detail) => out.offer(Offer.SaveFailed, new Failure(code, detail).encode());
    services.events.onReplaced = () => void this.reload();
    signal.addEventListener("abort", () => {
      this.programs.end();
      this.plans.stop();
    });
  }

  /**
   * Opens the store, until `signal`, and loads the words. Errors: the words could not be loaded.
   * @param hostTag the language that the host's page asks for; empty: the browser's counts
   * @param chosenTag the language that was chosen in the settings; empty: none was
   */
  static async open(hostTag: string, chosenTag: string, signal: AbortSignal): Promise<Services> {
    const tag = tagOf(chosenTag, hostTag);
    const events: Services["events"] = { onTrouble: () => {}, onReplaced: () => {} };
    const store = new Store({
      onTrouble: ({ code, detail }, place) => { if (place === "journal") events.onTrouble(code, detail); },
      onReplaced: () => events.onReplaced(),
    });
    signal.addEventListener("abort", () => store.close());
    const [loaded, words, settings, shelf, writer] = await Promise.all([
      store.load(), fetchWords(tag), store.setting("planner"), store.shelf(), findWriter(store),
    ]);
    return { store, loaded, language: words, tag, hostTag, settings, shelf, writer, events };
  }

  get writer(): Writer {
    return this.services.writer;
  }

  /** True while something is under way of which the core does not know. */
  get isBusy(): boolean {
    return this.programs.isBusy || this.plans.isSearching || this.isFetchingWords || !this.store.isSettled;
  }

  /** True: what is not durable waits for a later attempt. */
  get isFailing(): boolean {
    return this.store.isSettled && this.store.unsavedCount > 0;
  }

  /** Offers what was stored; the address comes after it. */
  begin(): void {
    const { language, settings, shelf } = this.services;
    this.out.offer(Offer.Language, language);
    this.out.offer(Offer.Zone, this.deviceZone, "");
    if (settings instanceof Uint8Array) this.out.offer(Offer.Settings, settings);
    this.offerRows();
    this.programs.offerShelf(shelf);
    this.store.onRecords((records, isDurable) =>
      this.out.offer(isDurable ? Offer.RecordsKept : Offer.RecordsLive, records));
    void this.store.weaknessToTell().then((weakness) => {
      if (weakness !== "none") this.out.offer(Offer.StorageWeak);
    });
  }

  run({ kind, bytes }: EffectRequest): void {
    switch (kind) {
      case Effect.SaveRecord: return this.save(bytes);
      case Effect.CopyRecord: return this.store.keepCopy(bytes.subarray(idSize + 1), idOf(bytes));
      case Effect.SetAside: return this.setAside(bytes);
      case Effect.Compact: return this.compact(bytes);
      case Effect.RetryWrites: return this.store.retry();
      case Effect.PushRoute: return this.out.route.push(textOf(bytes));
      case Effect.ReplaceRoute: return this.out.route.replace(textOf(bytes));
      case Effect.LoadProgram: return this.programs.load(textOf(bytes));
      case Effect.LoadAnew: return this.programs.loadAnew(textOf(bytes));
      case Effect.LoadLast: return this.programs.loadLast();
      case Effect.CheckProgram: return this.programs.check(textOf(bytes));
      case Effect.RememberSource: return this.remember(bytes);
      case Effect.ForgetProgram: return this.programs.forget(textOf(bytes));
      case Effect.PickFile: return this.programs.pickFiles();
      case Effect.Download: return download(bytes);
      case Effect.SaveSettings: return void this.store.setSetting("planner", bytes);
      case Effect.ShowLook: return this.look(textOf(bytes));
      case Effect.DescribeZone: return this.describeZone(bytes);
      case Effect.EraseChoices: return this.erase(bytes);
      case Effect.LeaveSetTime: return leaveSetTime();
      case Effect.ScrollRooms: return this.out.turnRooms(textOf(bytes) === "next");
      case Effect.FindPlan: return this.findPlan(bytes);
      case Effect.EndPlanSearch: return this.plans.stop();
      case Effect.DocumentTitle: return this.out.title(textOf(bytes));
    }
  }

  /** Files that were dropped on the planner. */
  openFiles(files: readonly File[]): void {
    this.programs.openFiles(files);
  }

  private look(text: string): void {
    rememberLook(text);
    const look = parseLook(text);
    this.out.look(look);
    void this.useWords(tagOf(look.language, this.services.hostTag));
  }

  private async useWords(tag: string): Promise<void> {
    if (tag === this.tag) return;
    this.tag = tag;
    this.isFetchingWords = true;
    try {
      const words = await fetchWords(tag);
      // Another one may have been chosen meanwhile.
      if (tag === this.tag) this.out.offer(Offer.Language, words);
    } catch {
      // Offline, and never fetched before: the words that are there stay.
    }
    this.isFetchingWords = false;
    this.out.settle();
  }

  /** i32 first year, i32 last year. */
  private describeZone(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const rules = zoneRules(this.deviceZone, view.getInt32(0, true), view.getInt32(4, true));
    if (rules) this.out.offer(Offer.Zone, this.deviceZone, new Uint8Array(rules.buffer));
  }

  /** u32 n, n x choice id, the records of these. */
  private erase(bytes: Uint8Array): void {
    const count = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    const ids = Array.from({ length: count }, (_, index) =>
      textOf(bytes.subarray(4 + index * idSize, 4 + (index + 1) * idSize)));
    this.store.erase(bytes.slice(4 + count * idSize), ids).catch((reason: unknown) => {
      const { code, detail } = storageErrorOf(reason);
      this.out.offer(Offer.SaveFailed, new Failure(code, detail).encode());
    });
  }

  /** u32 number, problem. */
  private findPlan(bytes: Uint8Array): void {
    const number = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    this.plans.find(bytes.slice(4), (news) => {
      this.out.offer(Offer.PlanNews, planNews(number, news));
      this.out.settle();
    });
  }

  private remember(bytes: Uint8Array): void {
    const [[source], title] = splitTexts(bytes, 1);
    this.programs.remember(source!, textOf(title));
  }

  private save(bytes: Uint8Array): void {
    const id = idOf(bytes);
    void this.store.append(bytes.subarray(idSize + 1), id).then(() => {
      this.out.offer(Offer.RecordSaved, id);
      this.out.settle();
    });
    if (this.isPersistenceAsked) return;
    this.isPersistenceAsked = true;
    // Some browsers ask the user, so not before there is something to lose.
    void this.store.requestPersistence();
  }

  private async reload(): Promise<void> {
    this.loaded = await this.store.load();
    this.batch += 1;
    this.offerRows();
  }

  /** u32 batch, u8 complete, u32 n, n x {u8 source, u32 size, records}. */
  private offerRows(): void {
    const { rows, isComplete } = this.loaded;
    const bytes = new ByteWriter().number(this.batch).byte(Number(isComplete)).number(rows.length);
    for (const { source, bytes: records } of rows) bytes.byte(rowSources[source]).sized(records);
    this.out.offer(Offer.StoredRows, bytes.take());
  }

  private setAside(bytes: Uint8Array): void {
    const { rows, records } = this.rowsOf(bytes);
    if (rows.length === 0) return;
    this.store.setAside(rows, "damaged", records.slice()).catch(() => {
      // Nothing has changed: the next start finds them again.
    });
  }

  private compact(bytes: Uint8Array): void {
    const { rows, records } = this.rowsOf(bytes);
    if (rows.length === 0) return;
    this.store.compact(records, rows).catch(() => {
      // Nothing has changed: the journal is as long as it was.
    });
  }

  /** u32 batch, u32 n, n x u32 position in it, records. No rows: they were read anew meanwhile. */
  private rowsOf(bytes: Uint8Array): { rows: StoredRow[]; records: Uint8Array } {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isPresent = view.getUint32(0, true) === this.batch;
    const count = view.getUint32(4, true);
    const rows = Array.from({ length: isPresent ? count : 0 },
      (_, index) => this.loaded.rows[view.getUint32(8 + index * 4, true)]!);
    return { rows, records: bytes.subarray(8 + count * 4) };
  }
}

/** u32 number, u32 permille, u8 failed, solution. */
function planNews(number: number, news: PlanNews): Uint8Array {
  const permille = news.kind === "progress" ? news.permille : 0;
  const bytes = new ByteWriter().number(number).number(permille).byte(Number(news.kind === "failed"));
  return (news.kind === "solved" ? bytes.raw(news.solution) : bytes).take();
}

function leaveSetTime(): void {
  const address = new URL(location.href);
  address.searchParams.delete("now");
  location.assign(address);
}

function idOf(bytes: Uint8Array): string {
  return textOf(bytes.subarray(0, idSize));
}

/** What was chosen here counts before what the host's page says, and that before the browser. */
function tagOf(chosen: string, host: string): string {
  return chooseLanguage([chosen, host].filter(Boolean).concat(navigator.languages), language_tags);
}

async function fetchWords(tag: string): Promise<Uint8Array> {
  const answer = await fetch(new URL(`languages/${tag}.bin`, import.meta.url));
  if (!answer.ok) throw new Error(`the language file: status ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** "name NUL type NUL" then bytes. */
function download(bytes: Uint8Array): void {
  const [[name, type], content] = splitTexts(bytes, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content.slice()], { type: type! }));
  link.download = name!;
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
