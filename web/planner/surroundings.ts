import { Redraw } from "#generated/abi.ts";
import type { Pane } from "./pane.ts";

const darkScheme = matchMedia("(prefers-color-scheme: dark)");
const moreContrast = matchMedia("(prefers-contrast: more)");

/** Where news of the surroundings go. */
export interface SurroundingsSink {
  /** A frame is wanted; `redraw` says what may have changed. */
  wake(redraw?: Redraw): void;
  /** The page was hidden. */
  hidden(): void;
  /** A device pixel has another size. */
  densityChanged(): void;
  /** Program files were dropped on the planner. */
  openFiles(files: readonly File[]): void;
}

/** Listens to all that the picture depends on besides the core: sizes, scrolling, theme, density, visibility. */
export function watchSurroundings(
  element: HTMLElement, panes: readonly Pane[], sink: SurroundingsSink, signal: AbortSignal,
): void {
  const describe = (): void => sink.wake(Redraw.RedrawDescribe);
  const draw = (): void => sink.wake(Redraw.RedrawPictures);
  const resize = new ResizeObserver(describe);
  resize.observe(element);
  for (const { scroller } of panes) {
    if (!scroller) continue;
    resize.observe(scroller);
    scroller.addEventListener("scroll", () => sink.wake(), { passive: true, signal });
  }
  const theme = new MutationObserver(draw);
  theme.observe(element, { attributes: true, attributeFilter: ["data-theme", "style", "class"] });
  signal.addEventListener("abort", () => {
    resize.disconnect();
    theme.disconnect();
  });
  for (const media of [darkScheme, moreContrast]) media.addEventListener("change", draw, { signal });
  watchDensity(() => sink.densityChanged(), signal);
  takeDrops(element, (files) => sink.openFiles(files), signal);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) sink.hidden();
    else describe();
  }, { signal });
  addEventListener("pageshow", ({ persisted }) => { if (persisted) describe(); }, { signal });
}

/** By the host's own choice, else by the user's. */
export function isDark(element: HTMLElement): boolean {
  const chosen = element.dataset["theme"];
  return chosen ? chosen === "dark" : darkScheme.matches;
}

/** The query names the present density, so it is made anew after each change. */
function watchDensity(changed: () => void, signal: AbortSignal): void {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
    changed();
    watchDensity(changed, signal);
  }, { once: true, signal });
}

/** Program files may be dropped anywhere on the planner. */
function takeDrops(element: HTMLElement, open: (files: readonly File[]) => void, signal: AbortSignal): void {
  element.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  }, { signal });
  element.addEventListener("drop", (event) => {
    const files = [...event.dataTransfer?.files ?? []];
    if (files.length === 0) return;
    event.preventDefault();
    open(files);
  }, { signal });
}
