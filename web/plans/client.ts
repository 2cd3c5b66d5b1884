import { trustedWorkerAddress } from "../shared/trusted.ts";
import type { PlanNews, PlanRequest } from "./protocol.ts";

/** A program's hardest problem takes a second or two on a phone; what is silent for this long is a hang. */
const silenceMs = 20_000;

/** Has best plans searched for in a worker of their own, one at a time, so that the page stays at rest. */
export class PlanClient {
  private end: (() => void) | null = null;

  /** True while there is news to come. */
  get isSearching(): boolean {
    return this.end !== null;
  }

  /** Ends the search before, of which there is no more news. Never throws: what goes wrong is a failure. */
  find(problem: Uint8Array<ArrayBuffer>, onNews: (news: PlanNews) => void): void {
    this.stop();
    let worker: Worker;
    try {
      worker = new Worker(trustedWorkerAddress("lazy/plans.js"), { type: "module" });
    } catch {
      return onNews({ kind: "failed" });
    }
    const fail = (): void => hear({ kind: "failed" });
    let timer = setTimeout(fail, silenceMs);
    const hear = (news: PlanNews): void => {
      clearTimeout(timer);
      if (news.kind === "progress") timer = setTimeout(fail, silenceMs);
      else this.stop();
      onNews(news);
    };
    this.end = () => {
      clearTimeout(timer);
      worker.terminate();
    };
    worker.addEventListener("message", ({ data }: MessageEvent<PlanNews>) => hear(data));
    worker.addEventListener("error", fail);
    worker.addEventListener("messageerror", fail);
    worker.postMessage({ problem } satisfies PlanRequest);
  }

  stop(): void {
    this.end?.();
    this.end = null;
  }
}
