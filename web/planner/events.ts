import { InputAt, Offer, OutputAt, Role } from "#generated/abi.ts";
import type { Core } from "./core.ts";
import { Drafts } from "./drafts.ts";
import { Keys } from "./keys.ts";
import { isActivatable, isField, type Item, type Mirror } from "./mirror.ts";
import { selectedLines } from "./selection.ts";

const sentByEnter: readonly Role[] = [Role.AddressField, Role.TextField, Role.TimeField];

/** What the listeners tell of. */
export interface EventSink {
  readonly core: Core;
  readonly mirror: Mirror;
  readonly drafts: Drafts;
  /** A node was activated: by mouse, finger, key or an assistive technology. */
  activate(handle: number): void;
  /** A frame is wanted. */
  wake(): void;
}

/** Turns DOM events into the core's input. `click` is the only activation, so nothing can happen twice. */
export class Events {
  /** Where the pointer last went down. */
  private pressedOn: EventTarget | null = null;
  private readonly keys: Keys;

  constructor(private readonly root: ShadowRoot, private readonly sink: EventSink, signal: AbortSignal) {
    this.keys = new Keys(root, (href) => this.shortcut(href));
    const on = <K extends keyof HTMLElementEventMap>(
      name: K, listener: (event: HTMLElementEventMap[K]) => void,
    ): void => root.addEventListener(name, listener as EventListener, { signal });
    on("click", (event) => this.click(event));
    on("input", (event) => this.input(event));
    on("keydown", (event) => this.key(event));
    on("focusin", (event) => this.focus(event.target));
    on("focusout", () => {
      this.sink.drafts.flush();
      this.focus(null);
    });
    on("pointerover", (event) => this.hover(event, InputAt.hovered));
    on("pointerdown", (event) => {
      this.pressedOn = event.target;
      this.hover(event, InputAt.pressed);
    });
    on("copy", (event) => this.copy(event));
    root.host.addEventListener("pointerleave", () => this.light(InputAt.hovered, 0), { signal });
    for (const name of ["pointerup", "pointercancel", "dragend"]) {
      addEventListener(name, () => this.light(InputAt.pressed, 0), { signal });
    }
  }

  private click(event: MouseEvent): void {
    const item = this.activated(event);
    if (!item) return;
    if (item.role === Role.Link) {
      // Everything but a plain click is the browser's: new tabs, windows, downloads, links that lead elsewhere.
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (!isPlain || item.element.hasAttribute("target")) return;
      event.preventDefault();
    }
    this.sink.activate(item.handle);
  }

  /** The button or link of a click; in a row, outside of both, the row's link. */
  private activated(event: UIEvent): Item | undefined {
    const { mirror } = this.sink;
    const path = event.composedPath();
    for (const target of path) {
      const item = mirror.at(target);
      if (!item) continue;
      if (isField(item)) return undefined;
      if (isActivatable(item)) return item;
      if (item.role !== Role.Item) continue;
      // The end of a selection made with the mouse is a click, too.
      if (selectedLines(this.root) !== "") return undefined;
      const link = mirror.at(item.element.querySelector(":scope > a, :scope > :is(h4, .block-head) > a"));
      // A button that was pressed and slid off is no click on the row; a script's click has no press.
      const pressed = event.detail > 0 ? mirror.at(this.pressedOn) : undefined;
      if (pressed && pressed !== link && isActivatable(pressed)) return undefined;
      if (link) return link;
    }
    return undefined;
  }

  private input(event: Event): void {
    const item = this.sink.mirror.at(event.target);
    if (!item || !isField(item)) return;
    if (Drafts.takes(item)) return this.sink.drafts.typed(item);
    const text = (item.element as HTMLInputElement).value;
    this.sink.mirror.typed(item, text);
    this.sink.core.offer(Offer.FieldText, String(item.handle), text);
    this.sink.wake();
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    const item = this.sink.mirror.at(event.target);
    const inField = item !== undefined && isField(item);
    if (inField) {
      // Fields of their own have no form that Enter would send.
      if (event.key === "Enter" && sentByEnter.includes(item.role)) this.sink.activate(item.handle);
      return;
    }
    if (item?.role === Role.Radio && this.moveInGroup(item, event)) return;
    const shortcut = shortcutOf(event);
    if (shortcut) {
      event.preventDefault();
      this.shortcut(shortcut);
    } else if (this.sink.core.result(OutputAt.help_keys) !== 0) {
      this.keys.press(event);
    }
  }

  /** The arrow keys go to the next radio of a group and choose it. */
  private moveInGroup({ element }: Item, event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const isMirrored = getComputedStyle(element).direction === "rtl";
    const steps: Record<string, number> =
      { ArrowDown: 1, ArrowUp: -1, ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1 };
    const step = steps[event.key];
    if (step === undefined) return false;
    const radios = [...element.parentElement!.querySelectorAll<HTMLElement>("[role=radio]")];
    const next = radios[(radios.indexOf(element) + step + radios.length) % radios.length]!;
    event.preventDefault();
    next.focus();
    this.sink.activate(this.sink.mirror.at(next)?.handle ?? 0);
    return true;
  }

  private shortcut(shortcut: string): void {
    this.sink.core.offer(Offer.Shortcut, shortcut);
    this.sink.wake();
  }

  private focus(target: EventTarget | null): void {
    this.sink.core.set(InputAt.focused, this.sink.mirror.at(target)?.handle ?? 0);
  }

  private hover(event: PointerEvent, field: InputAt.hovered | InputAt.pressed): void {
    // A finger that starts to scroll presses nothing, and never hovers.
    if (event.pointerType === "touch" || (field === InputAt.pressed && event.button !== 0)) return;
    let found = 0;
    for (const target of event.composedPath()) {
      const item = this.sink.mirror.at(target);
      if (!item) continue;
      // Only pictures need to be told; CSS knows about the rest.
      if (!item.pane.isCanvas) break;
      if (item.role !== Role.Item && item.role !== Role.Toggle && item.role !== Role.Button) continue;
      found = item.handle;
      break;
    }
    this.light(field, found);
  }

  private light(field: InputAt.hovered | InputAt.pressed, handle: number): void {
    if (this.sink.core.set(field, handle)) this.sink.wake();
  }

  private copy(event: ClipboardEvent): void {
    const [at] = event.composedPath();
    const inField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
    const text = inField ? "" : selectedLines(this.root);
    if (text === "" || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  }
}

/** "undo", "redo" or nothing. */
export function shortcutOf(event: KeyboardEvent): string {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return "";
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && event.ctrlKey && !event.shiftKey ? "redo" : "";
}
