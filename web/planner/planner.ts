import { Capability, InputAt, Offer, OutputAt, PaneKind, Redraw } from "#generated/abi.ts";
import { Anchor } from "./anchor.ts";
import { Clock } from "./clock.ts";
import { Core, type Memory, type Picture } from "./core.ts";
import { Events, type EventSink, shortcutOf } from "./events.ts";
import { makeFailureBar } from "./failure-bar.ts";
import { Renderer, Textures } from "./gl.ts";
import { Focus } from "./focus.ts";
import { Glyphs } from "./glyphs.ts";
import { Host } from "./host.ts";
import { makeIconSheet } from "./icon-sheet.ts";
import { makeFrame, type Frame } from "./frame.ts";
import { Mirror } from "./mirror.ts";
import type { Pane } from "./pane.ts";
import { Presentation, probeEm, Reason } from "./presentation.ts";
import { Route } from "./route.ts";

const emOfLine: Readonly<Record<number, number>> = { 16: 13, 20: 14, 22: 16, 24: 16, 28: 20, 36: 26 };
const contextLossesMax = 3;
const timerMsMax = 2 ** 31 - 1;
const idleBudgetMs = 4;
const rightToLeftBit = 16;

/** Everything that lives as long as the element is in the page. */
interface Session {
  core: Core;
  frame: Frame;
  mirror: Mirror;
  focus: Focus;
  glyphs: Glyphs;
  textures: Textures;
  presentation: Presentation;
  route: Route;
  host: Host;
  clock: Clock;
  anchor: Anchor;
  stop: AbortController;
}

/**
 * `<hallway-planner src lang now presentation>`: the planner in an open shadow root. `src` is the address of the
 * program; without it the one that was open last is opened. Tests wait for `whenSettled()`.
 */
export class HallwayPlanner extends HTMLElement implements EventSink {
  private session: Session | null = null;
  private stop: AbortController | null = null;
  private frameRequest = 0;
  private hiddenRequest = 0;
  private idleRequest = 0;
  private wakeTimer = 0;
  private contextLosses = 0;
  private isFailed = false;
  private waiting: (() => void)[] = [];

  connectedCallback(): void {
    if (this.stop) return;
    this.stop = new AbortController();
    void this.start(this.stop).catch((reason: unknown) => this.fail(reason));
  }

  disconnectedCallback(): void {
    // An element that is only moved is connected again at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.end();
    });
  }

  get core(): Core {
    return this.session!.core;
  }

  get mirror(): Mirror {
    return this.session!.mirror;
  }

  /** Resolves when no frame, job, load or write is pending. */
  whenSettled(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.settle();
    });
  }

  /** Undo and redo by keys that were pressed while nothing had the focus. */
  handleShortcut(event: KeyboardEvent): void {
    const shortcut = shortcutOf(event);
    if (!shortcut || !this.session) return;
    event.preventDefault();
    this.session.core.offer(Offer.Shortcut, shortcut);
    this.wake();
  }

  /** Called by the listeners; at once, so that it is still the user's gesture and is saved without delay. */
  activate(handle: number): void {
    if (!this.session || this.isFailed) return;
    this.session.core.set(InputAt.activated, handle);
    this.step();
  }

  /** Asks for a frame; `redraw` says what may have changed besides what is offered. */
  wake(redraw: number = 0): void {
    if (redraw) this.session?.core.addRedraw(redraw);
    if (this.frameRequest || this.hiddenRequest || !this.session) return;
    // A page that is not shown gets no animation frames, but what another tab chose still counts.
    if (document.hidden) this.hiddenRequest = setTimeout(() => this.step());
    else this.frameRequest = requestAnimationFrame(() => this.step());
  }

  private async start(stop: AbortController): Promise<void> {
    const { signal } = stop;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const frame = makeFrame();
    root.adoptedStyleSheets = [makeIconSheet()];
    root.replaceChildren(document.createElement("slot"));
    let glyphs!: Glyphs;
    const [core, services] = await Promise.all([
      Core.start((memory: () => Memory) => (glyphs = new Glyphs(memory))),
      Host.open(this.lang || "en"),
      frame.attach(root),
    ]);
    if (signal.aborted) return;
    glyphs.family = getComputedStyle(frame.element).fontFamily;
    const memory = (): Memory => core.memory;
    const route = new Route((hash) => this.offer(Offer.Route, hash), () => this.rememberPositions(), signal);
    const host = new Host(services, {
      offer: (kind, ...parts) => this.offer(kind, ...parts),
      settle: () => this.settle(),
      title: (text) => this.dispatchEvent(new CustomEvent("hallway-title", { detail: text })),
      route,
    }, signal);
    this.session = {
      core, frame, glyphs, host, route, stop,
      mirror: new Mirror(memory, frame.panes, (pane, key) => this.paneShown(pane, key)),
      focus: new Focus(root, frame.panes, signal),
      textures: new Textures(memory),
      presentation: new Presentation(root, frame.element, (text) => glyphs.textWidth(text, probeEm, 400),
        () => this.presentationChanged(), signal),
      clock: new Clock(this.getAttribute("now")),
      anchor: new Anchor(),
    };
    this.begin(this.session, signal);
  }

  /** The first frames: the tree as HTML, and once that is painted, the pictures. */
  private begin(session: Session, signal: AbortSignal): void {
    const { core, host, presentation, route } = session;
    new Events(this.shadowRoot!, this, signal);
    this.listen(signal);
    if (!session.glyphs.trusted) presentation.set(Reason.NoPicture, true);
    if (this.getAttribute("presentation") === "html") presentation.set(Reason.Choice, true);
    core.set(InputAt.writer_low, host.writer.pageLoad);
    core.set(InputAt.writer_high, host.writer.device);
    core.set(InputAt.texture_max, 4096);
    host.begin();
    this.offer(Offer.ProgramAddress, this.getAttribute("src") ?? "", route.hash);
    this.step();
    this.shadowRoot!.querySelector("slot")?.remove();
    requestAnimationFrame(() => setTimeout(() => {
      if (signal.aborted) return;
      this.takeOver(session);
    }));
  }

  private takeOver({ presentation, frame }: Session): void {
    const list = frame.panes[PaneKind.List]!;
    if (presentation.allowsCanvas || presentation.has(Reason.Start)) this.makePicture(list);
    presentation.set(Reason.Start, false);
    this.settle();
  }

  private offer(kind: Offer, ...parts: (string | Uint8Array)[]): void {
    this.session?.core.offer(kind, ...parts);
    this.wake();
  }

  private listen(signal: AbortSignal): void {
    const { frame } = this.session!;
    const describe = (): void => this.wake(Redraw.RedrawDescribe);
    const resize = new ResizeObserver(describe);
    resize.observe(this);
    for (const { scroller } of frame.panes) {
      if (!scroller) continue;
      resize.observe(scroller);
      scroller.addEventListener("scroll", () => this.wake(), { passive: true, signal });
    }
    signal.addEventListener("abort", () => resize.disconnect());
    const theme = new MutationObserver(() => this.wake(Redraw.RedrawPictures));
    theme.observe(this, { attributes: true, attributeFilter: ["data-theme"] });
    signal.addEventListener("abort", () => theme.disconnect());
    for (const query of ["(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)", "(pointer: coarse)"]) {
      matchMedia(query).addEventListener("change", () => this.wake(Redraw.RedrawPictures), { signal });
    }
    this.watchDensity(signal);
    this.takeDrops(signal);
    document.addEventListener("visibilitychange", () => this.visibilityChanged(), { signal });
    addEventListener("pageshow", ({ persisted }) => { if (persisted) describe(); }, { signal });
  }

  /** A program file may be dropped anywhere on the planner. */
  private takeDrops(signal: AbortSignal): void {
    this.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    }, { signal });
    this.addEventListener("drop", (event) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      this.session?.host.openFile(file);
    }, { signal });
  }

  /** The query names the present density, so it is made anew after each change. */
  private watchDensity(signal: AbortSignal): void {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      this.session?.mirror.refit();
      this.wake(Redraw.RedrawPictures);
      this.watchDensity(signal);
    }, { once: true, signal });
  }

  private visibilityChanged(): void {
    if (document.hidden && this.frameRequest) {
      cancelAnimationFrame(this.frameRequest);
      this.frameRequest = 0;
      this.wake();
    } else if (!document.hidden) {
      this.wake(Redraw.RedrawDescribe);
    }
  }

  /** One or more frames at once: what a frame changed may call for the next. */
  private step(): void {
    cancelAnimationFrame(this.frameRequest);
    clearTimeout(this.hiddenRequest);
    clearTimeout(this.wakeTimer);
    this.frameRequest = this.hiddenRequest = this.wakeTimer = 0;
    const { session } = this;
    if (!session || this.isFailed) return;
    try {
      for (let count = 0, again = true; again && count < 3; count += 1) again = this.runFrame(session);
    } catch (reason) {
      this.fail(reason);
    }
    this.settle();
  }

  /** Takes input, calls the core, and does what came of it. True: another frame is needed at once. */
  private runFrame(session: Session): boolean {
    const { core, frame, host, mirror, presentation } = session;
    this.readInput(session);
    core.frame();
    core.set(InputAt.redraw, 0);
    core.set(InputAt.activated, 0);
    for (const effect of core.effects()) host.run(effect);
    const words = core.result(OutputAt.op_words);
    const layout = core.result(OutputAt.layout);
    const hasDetail = core.result(OutputAt.has_detail) !== 0;
    let again = false;
    session.focus.keep(() => {
      presentation.change(() => {
        if (words > 0) mirror.apply(core.result(OutputAt.ops), words, core.result(OutputAt.text));
        frame.arrange(layout & 3, (layout & rightToLeftBit) !== 0, hasDetail, presentation.reflows);
        this.showPictures(session);
      });
      again = session.anchor.release(frame.panes[PaneKind.List]!);
      again = this.restorePositions(session) || again;
    }, hasDetail);
    presentation.set(Reason.Choice,
      core.result(OutputAt.plain_page) !== 0 || this.getAttribute("presentation") === "html");
    this.planNext(session);
    return again;
  }

  /** All sizes and positions are read before the core is called, and nothing is read after: one layout a frame. */
  private readInput({ core, clock, frame, glyphs, presentation }: Session): void {
    const dark = isDark(this);
    glyphs.setTheme(dark);
    const w = this.clientWidth;
    frame.layOutFor(w);
    core.setWide(InputAt.now_low, Date.now());
    core.setWide(InputAt.shown_low, clock.shownMs());
    core.set(InputAt.shown_is_local, Number(clock.isLocal));
    core.set(InputAt.viewport_w, w);
    core.set(InputAt.viewport_h, this.clientHeight);
    core.set(InputAt.density_permille, Math.round(devicePixelRatio * 1000));
    const { allowsCanvas } = presentation;
    core.set(InputAt.capabilities,
      (allowsCanvas ? Capability.CapabilityCanvas : 0)
      | (matchMedia("(pointer: coarse)").matches ? Capability.CapabilityCoarsePointer : 0)
      | (dark ? Capability.CapabilityDark : 0)
      | (matchMedia("(prefers-reduced-motion: reduce)").matches ? Capability.CapabilityReducedMotion : 0)
      | ("onbeforematch" in document.body ? Capability.CapabilityUntilFound : 0));
    core.setPanes(frame.panes.map((pane) => {
      const { scroller, box } = pane;
      const held = scroller ?? box;
      pane.scrollTop = scroller?.scrollTop ?? 0;
      return {
        handle: pane.handle,
        kind: pane.kind,
        w: scroller ? held.clientWidth : 0,
        h: scroller ? held.clientHeight : 0,
        scrollX: Math.round(scroller?.scrollLeft ?? 0),
        scrollY: Math.round(pane.scrollTop),
        canvas: allowsCanvas && pane.kind === PaneKind.List,
      };
    }));
  }

  /** Draws what the core drew anew, and takes a pane over from HTML with its first picture. */
  private showPictures(session: Session): void {
    const { core, frame, presentation, textures } = session;
    const words = core.result(OutputAt.texture_words);
    const renderers = frame.panes.flatMap(({ picture }) => picture?.renderer ?? []);
    if (words > 0) textures.update(core.result(OutputAt.textures), words, renderers);
    for (const picture of core.pictures()) {
      const pane = frame.panes.find(({ handle }) => handle === picture.pane);
      if (pane && presentation.allowsCanvas) this.showPicture(pane, picture, core.result(OutputAt.clear_color));
    }
  }

  private showPicture(pane: Pane, picture: Picture, clearColor: number): void {
    const shown = this.makePicture(pane);
    if (!shown) return;
    const density = picture.densityPermille / 1000;
    const w = Math.round(picture.w * density);
    const h = Math.round(picture.h * density);
    shown.renderer.draw(picture.commands, w, h, clearColor);
    const { style } = shown.canvas;
    // One pixel of the picture is one of the screen, also where the density is no whole number.
    style.width = `${w / density}px`;
    style.height = `${h / density}px`;
    style.transform = `translate(${picture.x}px, ${picture.y}px)`;
    pane.present(true);
  }

  /** The pane's canvas and renderer; none: this browser draws no pictures. */
  private makePicture(pane: Pane): Pane["picture"] {
    if (pane.picture) return pane.picture;
    const { core, presentation, textures } = this.session!;
    const canvas = document.createElement("canvas");
    canvas.className = "picture";
    canvas.setAttribute("aria-hidden", "true");
    const renderer = Renderer.make(canvas, textures);
    if (!renderer) {
      presentation.set(Reason.NoPicture, true);
      return null;
    }
    const { signal } = this.session!.stop;
    canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      this.contextLosses += 1;
      presentation.set(Reason.ContextLost, true);
    }, { signal });
    canvas.addEventListener("webglcontextrestored", () => {
      renderer.restore();
      // A browser that takes it away again and again is left alone.
      if (this.contextLosses <= contextLossesMax) presentation.set(Reason.ContextLost, false);
    }, { signal });
    presentation.change(() => pane.content.prepend(canvas));
    core.set(InputAt.texture_max, renderer.textureMax);
    pane.picture = { canvas, renderer };
    return pane.picture;
  }

  private presentationChanged(): void {
    const { session } = this;
    if (!session || this.isFailed) return;
    const { anchor, frame, presentation } = session;
    anchor.hold(frame.panes[PaneKind.List]!, this.shadowRoot!.activeElement);
    if (!presentation.allowsCanvas) for (const pane of frame.panes) pane.present(false);
    session.core.addRedraw(Redraw.RedrawPictures);
    // Printing does not wait for a frame.
    if (presentation.has(Reason.Print)) this.step();
    else this.wake();
  }

  private paneShown(pane: Pane, key: string): void {
    const { route } = this.session!;
    const scrollKey = key || (pane.kind === PaneKind.Detail ? route.hash : "");
    if (pane.scrollKey === scrollKey) return;
    route.remember(pane, pane.scrollTop);
    pane.scrollKey = scrollKey;
    pane.restoreTop = scrollKey ? route.positionOf(scrollKey) : null;
  }

  private rememberPositions(): void {
    const { frame, route } = this.session!;
    for (const pane of frame.panes) route.remember(pane, pane.scroller?.scrollTop ?? 0);
  }

  /** What was left at a place comes back there. True: the core has to know. */
  private restorePositions({ frame }: Session): boolean {
    let moved = false;
    for (const pane of frame.panes) {
      const top = pane.restoreTop;
      pane.restoreTop = null;
      if (top === null || !pane.scroller || Math.round(pane.scrollTop) === Math.round(top)) continue;
      pane.scroller.scrollTop = top;
      moved = true;
    }
    return moved;
  }

  private planNext(session: Session): void {
    const { core, frame } = session;
    const wakeAt = core.wakeAt();
    if (wakeAt > 0) {
      const delay = Math.min(Math.max(wakeAt - Date.now(), 0), timerMsMax);
      this.wakeTimer = setTimeout(() => this.wake(Redraw.RedrawDescribe), delay);
    }
    if (core.result(OutputAt.busy) !== 0 || frame.panes.some(({ isCanvas }) => isCanvas)) this.whenIdle();
  }

  /** One request for all idle work: what there is to do is decided when the time has come. */
  private whenIdle(): void {
    if (this.idleRequest) return;
    const go = (): void => {
      this.idleRequest = 0;
      const end = performance.now() + idleBudgetMs;
      if (this.session && !this.isFailed) this.useIdleTime(this.session, () => performance.now() > end);
      this.settle();
    };
    // Safari has no idle callbacks.
    this.idleRequest = "requestIdleCallback" in window
      ? requestIdleCallback(go, { timeout: 1000 }) : setTimeout(go, 1);
  }

  /** Rows that wait come first; then the texts of those that are there are made to fit. */
  private useIdleTime({ core, frame }: Session, deadline: () => boolean): void {
    if (core.result(OutputAt.busy) !== 0) this.wake(Redraw.RedrawDescribe);
    else if (frame.panes.some(({ isCanvas }) => isCanvas)) this.fitTexts(deadline);
  }

  /** Makes the transparent texts as wide as the drawn ones, a few at a time. */
  private fitTexts(deadline: () => boolean): void {
    const { glyphs, mirror, presentation } = this.session!;
    let left = false;
    presentation.change(() => {
      left = mirror.fit((text, line, weight) =>
        glyphs.widthDifference(text, emOfLine[line] ?? 14, weight, devicePixelRatio), deadline);
    });
    if (left) this.whenIdle();
  }

  private settle(): void {
    if (this.waiting.length === 0) return;
    const { session } = this;
    const isBusy = !session || this.frameRequest || this.hiddenRequest || this.idleRequest
      || session.presentation.has(Reason.Start) || session.host.isBusy
      || session.core.result(OutputAt.busy) !== 0
      || (session.core.result(OutputAt.pending) !== 0 && !session.host.isFailing);
    if (isBusy && !this.isFailed) return;
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** Our bug: what is there stays as HTML; choices are stored already. */
  private fail(reason: unknown): void {
    console.error(reason);
    if (this.isFailed) return;
    this.isFailed = true;
    for (const pane of this.session?.frame.panes ?? []) pane.present(false);
    this.shadowRoot?.append(makeFailureBar());
    this.settle();
  }

  private end(): void {
    this.stop?.abort();
    this.stop = null;
    cancelAnimationFrame(this.frameRequest);
    clearTimeout(this.hiddenRequest);
    clearTimeout(this.wakeTimer);
    this.frameRequest = this.hiddenRequest = this.wakeTimer = this.idleRequest = 0;
    for (const pane of this.session?.frame.panes ?? []) pane.picture?.renderer.release();
    this.session?.host.end();
    this.session = null;
  }
}

/** By the host's own choice, else by the user's. */
function isDark(element: HTMLElement): boolean {
  const chosen = element.dataset["theme"];
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
