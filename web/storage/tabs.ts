/** What tabs send each other. Tabs may run different builds: the shape stays, and what is unknown is passed over. */
interface Message {
  kind: "records";
  bytes: Uint8Array;
  /** True: they stand in the journal. */
  isDurable?: boolean;
}

/** Gets records, and whether they stand in the journal. */
export type RecordsListener = (bytes: Uint8Array, isDurable: boolean) => void;

/** The live line between the tabs of this origin. Without BroadcastChannel, a tab hears of others when it is shown. */
export class Tabs {
  private channel: BroadcastChannel | null = openChannel();
  private listener: RecordsListener | null = null;
  private early: Parameters<RecordsListener>[] = [];

  constructor() {
    this.channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) this.deliver(data.bytes, data.isDurable === true);
    });
  }

  post(bytes: Uint8Array, isDurable: boolean): void {
    this.channel?.postMessage({ kind: "records", bytes, isDurable } satisfies Message);
  }

  /** `listener` gets what came before it, too. */
  listen(listener: RecordsListener): void {
    this.listener = listener;
    for (const early of this.early.splice(0)) listener(...early);
  }

  deliver(...records: Parameters<RecordsListener>): void {
    if (this.listener) this.listener(...records);
    else this.early.push(records);
  }

  /** Nothing is sent or heard from now on. */
  close(): void {
    this.channel?.close();
    this.channel = null;
  }
}

function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel("hallway");
  } catch {
    return null;
  }
}

function isMessage(data: unknown): data is Message {
  return typeof data === "object" && data !== null && "kind" in data && data.kind === "records"
    && "bytes" in data && data.bytes instanceof Uint8Array;
}
