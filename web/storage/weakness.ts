/**
 * Why this browser may forget what is stored:
 * - `refused`: it stores nothing for this page beyond its life
 * - `private`: it forgets when the window is closed
 * - `framed`: the page is part of another site, whose storage is separate and short-lived
 * - `week`: it forgets what was not visited for seven days
 * - `quota`: there is hardly any space left
 */
export type Weakness = "none" | "refused" | "private" | "framed" | "week" | "quota";

const spareBytesMin = 2_000_000;

/**
 * What can be found out. Chromium hides its private windows on purpose since version 138: there it is "none".
 * @param canStore whether IndexedDB works
 */
export async function findWeakness(canStore: boolean): Promise<Weakness> {
  if (!canStore) return "refused";
  if (isFramed()) return "framed";
  if (await isPrivate()) return "private";
  if (await forgetsAfterAWeek()) return "week";
  return await isFull() ? "quota" : "none";
}

/** Firefox and Safari have no file system for private windows; both give one to all others. */
async function isPrivate(): Promise<boolean> {
  try {
    await navigator.storage?.getDirectory?.();
    return false;
  } catch {
    return true;
  }
}

function isFramed(): boolean {
  try {
    return globalThis.top !== globalThis.self && globalThis.top?.location.origin !== location.origin;
  } catch {
    return true; // Another origin does not tell.
  }
}

/**
 * WebKit deletes what scripts stored after seven days of use without a visit, unless the page is on the home screen.
 * Source: "Full Third-Party Cookie Blocking and More", webkit.org (2020), 7-Day Cap on All Script-Writeable Storage.
 */
async function forgetsAfterAWeek(): Promise<boolean> {
  if (navigator.vendor !== "Apple Computer, Inc." || matchMedia("(display-mode: standalone)").matches) return false;
  return !await isPersisted();
}

async function isPersisted(): Promise<boolean> {
  return await navigator.storage?.persisted?.().catch(() => false) ?? false;
}

async function isFull(): Promise<boolean> {
  const estimate = await navigator.storage?.estimate?.().catch(() => null);
  if (estimate?.quota === undefined || estimate.usage === undefined) return false;
  return estimate.quota - estimate.usage < spareBytesMin;
}
