import { readLocal, tryWriteLocal } from "./local-copy.ts";
import type { Store } from "./store.ts";

const localKey = "hallway:device";

/** Who writes: the upper and the lower half of the core's `writer`. */
export interface Writer {
  /** This browser's profile, the same after each start: undo is the device's. 1 to 2^32 - 1. */
  device: number;
  /** This load of the page: no two tabs make the same stamp. 1 to 2^32 - 1. */
  pageLoad: number;
}

/** Never rejects: where nothing can be stored, the device is new each time. */
export async function findWriter(store: Store): Promise<Writer> {
  const copied = Number(readLocal(localKey));
  const device = await store.settleSetting("device", isId, () => isId(copied) ? copied : randomId()) as number;
  tryWriteLocal(localKey, String(device));
  return { device, pageLoad: randomId() };
}

function isId(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value < 2 ** 32;
}

function randomId(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! || 1;
}
