import { InputAt, Offer, OutputAt, PaneKind, Redraw } from "#generated/abi.ts";
import { em_of_line } from "#generated/tokens.ts";
import { Anchor } from "./anchor.ts";
import { Clock, localOffset } from "./clock.ts";
import { Core, type Memory } from "./core.ts";
import { Dialogs } from "./dialogs.ts";
import { Drafts } from "./drafts.ts";
import { Events, type EventSink, shortcutOf } from "./events.ts";
import { Focus } from "./focus.ts";
import { type Frame, makeFrame } from "./frame.ts";
import { Glyphs } from "./glyphs.ts";
import { GridKeys, turnRooms } from "./grid.ts";
import { Host, type Services } from "./host.ts";
import { lastLook, type Look } from "./look.ts";
import { type Item, Mirror } from "./mirror.ts";
import type { Pane } from "./pane.ts";
import { Pictures } from "./pictures.ts";
import { Presentation, probeEm, Reason } from "./presentation.ts";
import { Route } from "./route.ts";
import { Schedule } from "./schedule.ts";
import { isDark, watchSurroundings } from "./surroundings.ts";
import { Theming } from "./theming.ts";

const framesAtOnceMax = 3;
/** CSS px: higher than any list. */
const paperHeight = 2 ** 24;
const emUnknown = 14;
/** What may take a field away in which someone types. */
const replacing: readonly Offer[] = [Offer.Route, Offer.StoredProgram, Offer.FreshProgram];

/** What has to be there before the first frame. */
interface Parts {
  core: Core;
  glyphs: Glyphs;
  services: Services;
  frame: Frame;
}

/** What the element wants to know. */
export interface SessionSink {
  /** Something that was pending has ended. */
  settle(): void;
  /** Our bug: the session does nothing more. */
  fail(reason: unknown): void;
}

/** One life of the planner, from when its element came into the page until it is removed. */
export class Session implements EventSink {
  readonly core: Core;
  readonly mirror: Mirror;
  readonly drafts: Drafts;
  private readonly frame: Frame;
  private readonly glyphs: Glyphs;
  private readonly route: Route;
  private readonly host: Host;
  private readonly presentation: Presentation;
  private readonly pictures: Pictures;
  private readonly focus: Focus;
  private readonly dialogs: Dialogs;
  private readonly schedule: Schedule;
  private readonly clock: Clock;
  private readonly anchor = new Anchor();
  private readonly theming: Theming;
  private isHalted = false;
  private look: Look = lastLook();

  private constructor(private readonly element: HTMLElement, private readonly root: ShadowRoot, parts: Parts,
    private readonly sink: SessionSink, private readonly signal: AbortSignal) {
    const { core, frame, glyphs, services } = parts;
    this.core = core;
    this.frame = frame;
    this.glyphs = glyphs;
    glyphs.family = getComputedStyle(frame.element).fontFamily;
    const offer = (kind: Offer, ...bytes: (string | Uint8Array)[]): void => this.offer(kind, ...bytes);
    this.schedule = new Schedule({
      frame: () => this.step(),
      wake: () => this.wake(Redraw.RedrawDescribe),
      idle: (isOver) => this.useIdleTime(isOver),
    }, signal);
    this.route = new Route((hash) => this.offer(Offer.Route, hash), () => this.rememberPositions(), signal);
    this.host = new Host(services, {
      offer,
      settle: () => sink.settle(),
      look: (look) => this.show(look),
      turnRooms: (forward) => turnRooms(frame.panes[PaneKind.List]!, forward),
      title: (text) => element.dispatchEvent(new CustomEvent("hallway-title", { detail: text })),
      route: this.route,
    }, signal);
    this.mirror = new Mirror(() => core.memory, frame.panes, (pane, key) => this.paneShown(pane, key));
    this.drafts = new Drafts((item, text) => this.keepText(item, text), () => sink.settle(), signal);
    this.focus = new Focus(root, frame.panes, signal);
    this.dialogs = new Dialogs(frame.panes[PaneKind.Dialog]!, () => offer(Offer.Shortcut, "close"), signal);
    this.presentation = new Presentation(root, frame.element, (text) => glyphs.textWidth(text, probeEm, 400),
      () => this.presentationChanged(), signal);
    new GridKeys(root, () => frame.panes[PaneKind.List]!, signal);
    this.pictures = new Pictures(core, frame.panes, this.presentation, signal);
    this.theming = new Theming(element, frame.element);
    this.clock = new Clock(element.getAttribute("now"));
  }

  /** Loads what the first frame needs. Null: it was ended meanwhile. Errors: something could not be loaded. */
  static async load(
    element: HTMLElement, root: ShadowRoot, sink: SessionSink, signal: AbortSignal,
  ): Promise<Session | null> {
    const frame = makeFrame();
    let glyphs!: Glyphs;
    const [core, services] = await Promise.all([
      Core.start((memory: () => Memory) => (glyphs = new Glyphs(memory))),
      Host.open(element.lang, lastLook().language, signal),
      frame.attach(root, signal),
    ]);
    return signal.aborted ? null : new Session(element, root, { core, glyphs, services, frame }, sink, signal);
  }

  /** The first frames: the tree as HTML, and once that is painted, the pictures. */
  begin(): void {
    const { core, element, host, presentation, root, route, signal } = this;
    this.show(this.look);
    new Events(root, this, signal);
    watchSurroundings(element, this.frame.panes, {
      wake: (redraw) => this.wake(redraw),
      hidden: () => this.schedule.hidden(),
      densityChanged: () => {
        this.mirror.refit();
        this.wake(Redraw.RedrawPictures);
      },
      openFiles: (files) => host.openFiles(files),
    }, signal);
    if (!this.glyphs.trusted) presentation.set(Reason.NoPicture, true);
    if (element.getAttribute("presentation") === "html") presentation.set(Reason.Choice, true);
    core.set(InputAt.writer_low, host.writer.pageLoad);
    core.set(InputAt.writer_high, host.writer.device);
    core.set(InputAt.texture_max, 4096);
    host.begin();
    this.offer(Offer.ProgramAddress, element.getAttribute("src") ?? "", route.hash);
    this.step();
    root.querySelector("slot")?.remove();
    requestAnimationFrame(() => setTimeout(() => {
      if (!signal.aborted) this.takeOver();
    }));
  }

  /** True when no frame, job, load or write is pending. */
  get isSettled(): boolean {
    const { core, drafts, host } = this;
    return !this.schedule.isPending && !drafts.isPending && !this.presentation.has(Reason.Start) && !host.isBusy
      && core.result(OutputAt.busy) === 0
      && (core.result(OutputAt.pending) === 0 || host.isFailing);
  }

  /** Undo and redo by keys that were pressed while nothing had the focus. */
  handleShortcut(event: KeyboardEvent): void {
    const shortcut = shortcutOf(event);
    if (!shortcut) return;
    event.preventDefault();
    this.offer(Offer.Shortcut, shortcut);
  }

  /** Called by the listeners; at once, so that it is still the user's gesture and is saved without delay. */
  activate(handle: number): void {
    if (this.isHalted) return;
    this.drafts.flush();
    this.core.set(InputAt.activated, handle);
    this.step();
  }

  /** Asks for a frame; `redraw` says what may have changed besides what is offered. */
  wake(redraw: number = 0): void {
    if (redraw) this.core.addRedraw(redraw);
    this.schedule.request();
  }

  /** Draws nothing more: what is there stays as HTML. */
  halt(): void {
    this.isHalted = true;
    for (const pane of this.frame.panes) pane.present(false);
  }

  private show(look: Look): void {
    const isOther = look.theme !== this.look.theme || look.percent !== this.look.percent;
    this.look = look;
    this.frame.look(look);
    if (isOther) {
      this.element.dispatchEvent(new CustomEvent("hallway-theme", { detail: look.theme }));
      this.mirror.refit();
      this.wake(Redraw.RedrawPictures);
    }
  }

  private takeOver(): void {
    const { presentation } = this;
    const list = this.frame.panes[PaneKind.List]!;
    if (presentation.allowsCanvas || presentation.has(Reason.Start)) this.pictures.make(list);
    presentation.set(Reason.Start, false);
    this.sink.settle();
  }

  private offer(kind: Offer, ...parts: (string | Uint8Array)[]): void {
    if (replacing.includes(kind)) this.drafts.flush();
    this.core.offer(kind, ...parts);
    this.wake();
  }

  private keepText(item: Item, text: string): void {
    this.mirror.typed(item, text);
    this.core.offer(Offer.FieldText, String(item.handle), text);
    this.step();
  }

  /** One or more frames at once: what a frame changed may call for the next. */
  private step(): void {
    this.schedule.taken();
    if (this.isHalted) return;
    try {
      for (let count = 0, again = true; again && count < framesAtOnceMax; count += 1) again = this.runFrame();
      this.planNext();
    } catch (reason) {
      this.sink.fail(reason);
    }
    this.sink.settle();
  }

  /** Takes input, calls the core, and does what came of it. True: another frame is needed at once. */
  private runFrame(): boolean {
    const { core, frame, host, mirror, presentation } = this;
    this.readInput();
    core.frame();
    core.set(InputAt.redraw, 0);
    core.set(InputAt.activated, 0);
    for (const effect of core.effects()) host.run(effect);
    const words = core.result(OutputAt.op_words);
    const hasDetail = core.result(OutputAt.has_detail) !== 0;
    let again = false;
    this.focus.keep(() => {
      presentation.change(() => {
        if (words > 0) mirror.apply(core.result(OutputAt.ops), words, core.result(OutputAt.text));
        frame.arrange(core.result(OutputAt.layout), core.result(OutputAt.right_to_left) !== 0, hasDetail,
          presentation.reflows);
        if (presentation.isStart) for (const pane of frame.panes) pane.present(false, true);
        this.pictures.show();
        this.dialogs.follow();
      });
      again = this.anchor.release(frame.panes[PaneKind.List]!);
      again = this.restorePositions() || again;
    }, hasDetail);
    presentation.set(Reason.Choice,
      core.result(OutputAt.plain_page) !== 0 || this.element.getAttribute("presentation") === "html");
    return again;
  }

  /** All sizes and positions are read before the core is called, and nothing is read after: one layout a frame. */
  private readInput(): void {
    const { clock, core, element, frame, glyphs } = this;
    const { allowsCanvas } = this.presentation;
    const scale = this.look.percent / 100;
    const dark = this.look.theme === "system" ? isDark(element) : this.look.theme === "dark";
    glyphs.setTheme(dark);
    const w = Math.round(element.clientWidth / scale);
    frame.layOutFor(w);
    core.setWide(InputAt.now_low, Date.now());
    core.setWide(InputAt.shown_low, clock.shownMs());
    core.set(InputAt.shown_is_local, Number(clock.isLocal));
    core.set(InputAt.shown_is_set, Number(clock.isSet));
    core.set(InputAt.local_offset, localOffset(Date.now()));
    core.set(InputAt.viewport_w, w);
    core.set(InputAt.viewport_h, Math.round(element.clientHeight / scale));
    core.set(InputAt.density_permille, Math.round(this.density * 1000));
    core.set(InputAt.dark, Number(dark));
    core.setColors(this.theming.colors(dark));
    // On paper all of a list is in view.
    const onPaper = this.presentation.has(Reason.Print);
    core.setPanes(frame.panes.map((pane) => {
      const { scroller } = pane;
      pane.scrolled = pane.position;
      return {
        kind: pane.kind,
        w: scroller?.clientWidth ?? 0,
        h: onPaper ? paperHeight : scroller?.clientHeight ?? 0,
        scrollX: pane.fromLeft(frame.isRightToLeft),
        scrollY: onPaper ? 0 : Math.round(pane.scrolled.top),
        canvas: allowsCanvas && pane.kind === PaneKind.List,
      };
    }));
  }

  private presentationChanged(): void {
    if (this.isHalted) return;
    const { frame: { panes }, presentation } = this;
    this.anchor.hold(panes[PaneKind.List]!, this.root.activeElement);
    if (!presentation.allowsCanvas) for (const pane of panes) pane.present(false, presentation.isStart);
    this.core.addRedraw(Redraw.RedrawPictures);
    // Printing does not wait for a frame.
    if (presentation.has(Reason.Print)) this.step();
    else this.wake();
  }

  private paneShown(pane: Pane, key: string): void {
    const { route } = this;
    const scrollKey = key || (pane.kind === PaneKind.Detail ? route.hash : "");
    if (pane.scrollKey === scrollKey) return;
    route.remember(pane, pane.scrolled);
    pane.scrollKey = scrollKey;
    pane.restore = scrollKey ? route.positionOf(scrollKey) ?? "start" : null;
  }

  private rememberPositions(): void {
    for (const pane of this.frame.panes) this.route.remember(pane, pane.position);
  }

  /** What was left at a place comes back there. True: the core has to know. */
  private restorePositions(): boolean {
    let moved = false;
    for (const pane of this.frame.panes) {
      const { scrolled, scroller, restoreTo } = pane;
      const top = restoreTo ? topIn(pane, restoreTo) * 100 / this.look.percent : 0;
      const place = restoreTo ? { top, left: scrolled.left } : pane.restore;
      const restore = place === "start" ? { top: 0, left: 0 } : place;
      pane.restore = pane.restoreTo = null;
      if (restore === null || !scroller) continue;
      // The browser may have moved it while the content changed.
      const now = pane.position;
      const isThere = Math.round(now.top) === Math.round(restore.top)
        && Math.round(now.left) === Math.round(restore.left);
      if (isThere) continue;
      scroller.scrollTo({ ...restore, behavior: "instant" });
      moved = true;
    }
    return moved;
  }

  /** Device pixels for one CSS pixel within the frame. */
  private get density(): number {
    return devicePixelRatio * this.look.percent / 100;
  }

  private get hasPicture(): boolean {
    return this.frame.panes.some(({ isCanvas }) => isCanvas);
  }

  private planNext(): void {
    this.schedule.wakeAt(this.core.wakeAt());
    if (this.core.result(OutputAt.busy) !== 0 || this.hasPicture) this.schedule.whenIdle();
  }

  /** Rows that wait come first; then the texts of those that are there are made to fit. */
  private useIdleTime(isOver: () => boolean): void {
    if (this.isHalted) return;
    if (this.core.result(OutputAt.busy) !== 0) this.wake(Redraw.RedrawDescribe);
    else if (this.hasPicture) this.fitTexts(isOver);
    this.sink.settle();
  }

  /** Makes the transparent texts as wide as the drawn ones, a few at a time. */
  private fitTexts(isOver: () => boolean): void {
    let left = false;
    this.presentation.change(() => {
      left = this.mirror.fit((text, line, weight) =>
        this.glyphs.widthDifference(text, em_of_line[line] ?? emUnknown, weight, this.density), isOver);
    });
    if (left) this.schedule.whenIdle();
  }
}

/** Where the element stands in the pane's content, CSS px. */
/** Px of the page: the frame's own are larger where its text is. */
function topIn({ content }: Pane, element: Element): number {
  // The times of the grid begin below the rooms' heads. Where they are not shown, both are at 0.
  const origin = element.closest(".grid-axis") ?? content;
  return element.getBoundingClientRect().top - origin.getBoundingClientRect().top;
}
