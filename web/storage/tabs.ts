/** What tabs send each other. Tabs may run different builds: the shape stays, and what is unknown is passed over. */
interface Message {
  kind: "records";
  bytes: Uint8Array;
}

/** The live line between the tabs of this origin. Without BroadcastChannel, a tab hears of others when it is shown. */
export class Tabs {
  private readonly channel: BroadcastChannel | null = openChannel();
  private listener: ((bytes: Uint8Array) => void) | null = null;
  private early: Uint8Array[] = [];

  constructor() {
    this.channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) this.deliver(data.bytes);
    });
  }

  post(bytes: Uint8Array): void {
    this.channel?.postMessage({ kind: "records", bytes } satisfies Message);
  }

  /** `listener` gets what came before it, too. */
  listen(listener: (bytes: Uint8Array) => void): void {
    this.listener = listener;
    for (const bytes of this.early.splice(0)) listener(bytes);
  }

  deliver(bytes: Uint8Array): void {
    if (this.listener) this.listener(bytes);
    else this.early.push(bytes);
  }

  close(): void {
    this.channel?.close();
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
