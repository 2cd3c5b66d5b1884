/** Why the page is shown as HTML instead of as pictures. */
export const enum Reason {
  Start = 1, // the first paint of each start
  NoPicture = 2, // no WebGL2, or what the 2D canvas gives back is not what was drawn
  ContextLost = 4,
  ForcedColors = 8,
  Translated = 16,
  TextChanged = 32, // spacing or size of text: WCAG 1.4.12, text zoom
  Choice = 64,
  Print = 128,
}

/** With these the rows may need more room than the picture's rectangles give. */
const reflowing = Reason.ForcedColors | Reason.Translated | Reason.TextChanged | Reason.Choice | Reason.Print;

/** What the probe holds, in the size of rows' titles; a blank, since spacing between words counts too. */
const probeText = "Mg Mg";
export const probeEm = 16;
const probeLine = 20;

/** Decides between canvas and HTML. */
export class Presentation {
  private reasons: number = Reason.Start;
  private readonly foreign: MutationObserver;
  private readonly probe = document.createElement("span");

  /**
   * @param root what the mirror changes
   * @param frame where text looks as it does in rows
   * @param textWidth of the probe as it should be, CSS px
   * @param onChange a reason came or went
   */
  constructor(private readonly root: ShadowRoot, frame: HTMLElement,
    private readonly textWidth: (text: string) => number,
    private readonly onChange: () => void, signal: AbortSignal) {
    frame.append(this.probe);
    this.foreign = new MutationObserver((records) => this.takeForeign(records));
    this.watch();
    this.watchMedia("(forced-colors: active)", Reason.ForcedColors, signal);
    this.watchMedia("print", Reason.Print, signal);
    addEventListener("beforeprint", () => this.set(Reason.Print, true), { signal });
    addEventListener("afterprint", () => this.set(Reason.Print, false), { signal });
    this.watchTranslation(signal);
    this.watchText(signal);
  }

  get allowsCanvas(): boolean {
    return this.reasons === 0;
  }

  /** True: the first picture is about to come, and nothing speaks against it. */
  get isStart(): boolean {
    return this.reasons === Reason.Start;
  }

  /** True: nothing may be cut off, whatever the rectangles say. */
  get reflows(): boolean {
    return (this.reasons & reflowing) !== 0;
  }

  has(reason: Reason): boolean {
    return (this.reasons & reason) !== 0;
  }

  set(reason: Reason, on: boolean): void {
    const reasons = on ? this.reasons | reason : this.reasons & ~reason;
    if (reasons === this.reasons) return;
    this.reasons = reasons;
    this.onChange();
  }

  /** Runs what changes the tree on our own behalf, so that it is not taken for a translator's work. */
  change(run: () => void): void {
    const records = this.foreign.takeRecords();
    this.foreign.disconnect();
    run();
    this.watch();
    if (records.length > 0) this.takeForeign(records);
  }

  private watch(): void {
    this.foreign.observe(this.root, { subtree: true, childList: true, characterData: true });
  }

  private takeForeign(records: readonly MutationRecord[]): void {
    const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE || node.nodeName === "FONT";
    const changed = records.some(({ type, target, addedNodes }) => {
      if (!(target.nodeType === Node.TEXT_NODE ? target.parentElement : target as Element)?.closest?.(".node")) {
        return false;
      }
      return type === "characterData" || [...addedNodes].some(isText);
    });
    if (changed) this.set(Reason.Translated, true);
  }

  private watchMedia(query: string, reason: Reason, signal: AbortSignal): void {
    const media = matchMedia(query);
    media.addEventListener("change", () => this.set(reason, media.matches), { signal });
    if (media.matches) this.reasons |= reason;
  }

  private watchTranslation(signal: AbortSignal): void {
    const page = document.documentElement;
    const look = (): void => {
      if (/\btranslated-(ltr|rtl)\b/.test(page.className)) this.set(Reason.Translated, true);
    };
    const observer = new MutationObserver(look);
    observer.observe(page, { attributes: true, attributeFilter: ["class"] });
    signal.addEventListener("abort", () => {
      observer.disconnect();
      this.foreign.disconnect();
    });
    if (/\btranslated-(ltr|rtl)\b/.test(page.className)) this.reasons |= Reason.Translated;
  }

  /** A hidden text whose size changes with what the user does to text: seen without asking again and again. */
  private watchText(signal: AbortSignal): void {
    this.probe.className = "probe";
    this.probe.setAttribute("aria-hidden", "true");
    this.probe.textContent = probeText;
    const observer = new ResizeObserver(([entry]) => {
      const size = entry!.borderBoxSize[0]!;
      const expected = this.textWidth(probeText);
      this.set(Reason.TextChanged,
        Math.abs(size.inlineSize - expected) > 1.5 || Math.abs(size.blockSize - probeLine) > 0.5);
    });
    observer.observe(this.probe);
    signal.addEventListener("abort", () => observer.disconnect());
  }
}
