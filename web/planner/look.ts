import { readLocal, tryWriteLocal } from "../storage/local-copy.ts";

const key = "hallway:look";

/** How one person wants the page to look on this device; what the core says by `Effect.ShowLook`. */
export interface Look {
  theme: "system" | "light" | "dark";
  /** Of the text, and with it of everything. */
  percent: number;
  hand: "left" | "right";
  /** BCP 47; empty: as the browser has it. */
  language: string;
}

/** NUL between the parts. What cannot be read is the default. */
export function parseLook(text: string): Look {
  const [theme, percent, hand, language] = text.split("\0");
  const number = Number(percent);
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    percent: number >= 100 && number <= 200 ? number : 100,
    hand: hand === "left" ? "left" : "right",
    language: language ?? "",
  };
}

/** What was shown last: known before anything is loaded. The settings in the database have the last word. */
export function lastLook(): Look {
  return parseLook(readLocal(key) ?? "");
}

export function rememberLook(text: string): void {
  tryWriteLocal(key, text);
}

/** The first of the languages that someone reads for which there are words. */
export function chooseLanguage(wanted: readonly string[], present: readonly string[]): string {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split("-")[0]!;
    if (present.includes(base)) return base;
  }
  return "en";
}
