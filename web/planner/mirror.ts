import { Flag, Op, PaneKind, Role, Style, style_names } from "#generated/abi.ts";
import type { Memory } from "./core.ts";
import { isDirectional } from "./icon-sheet.ts";
import type { Pane } from "./pane.ts";

const tags: Readonly<Record<Role, string>> = {
  [Role.Pane]: "",
  [Role.Group]: "div",
  [Role.Navigation]: "nav",
  [Role.List]: "ul",
  [Role.Item]: "li",
  [Role.Heading]: "h",
  [Role.Text]: "span",
  [Role.Paragraph]: "p",
  [Role.Link]: "a",
  [Role.Toggle]: "button",
  [Role.Button]: "button",
  [Role.SearchField]: "input",
  [Role.AddressField]: "input",
  [Role.Status]: "p",
  [Role.Alert]: "p",
  [Role.Icon]: "span",
  [Role.Extent]: "span",
  [Role.Progress]: "progress",
  [Role.TermList]: "dl",
  [Role.Term]: "dt",
  [Role.Definition]: "dd",
  [Role.NumberedList]: "ol",
  [Role.Quote]: "blockquote",
  [Role.Preformatted]: "pre",
  [Role.Run]: "span",
  [Role.Strong]: "strong",
  [Role.Emphasis]: "em",
  [Role.Code]: "code",
  [Role.TextArea]: "textarea",
  [Role.TextField]: "input",
  [Role.TimeField]: "input",
  [Role.RadioGroup]: "div",
  [Role.Radio]: "button",
};
/** What hovering, pressing and clicking are about. */
const activatable: readonly Role[] = [Role.Link, Role.Toggle, Role.Button, Role.Radio];
/** Texts of their own, whose direction is their own, too. */
const texts: readonly Role[] = [Role.Text, Role.Paragraph, Role.Heading, Role.Link, Role.Term, Role.Definition,
  Role.Quote, Role.Preformatted];
/** Parts of a text, which may not be named by aria-label either. */
const runs: readonly Role[] = [Role.Run, Role.Strong, Role.Emphasis, Role.Code];
const fields: readonly Role[] = [
  Role.SearchField, Role.AddressField, Role.TextArea, Role.TextField, Role.TimeField,
];
type Field = HTMLInputElement | HTMLTextAreaElement;
/** Elements that may not be named by aria-label. */
const nameless: readonly Role[] = [
  Role.Text, Role.Paragraph, Role.Icon, Role.Extent, Role.Term, Role.Definition, Role.Quote, Role.Preformatted, ...runs,
];
const styleNames = style_names.split(" ");
const putWords = 16;
const decoder = new TextDecoder();

/** A living node and its element. */
export interface Item {
  readonly handle: number;
  readonly element: HTMLElement;
  readonly role: Role;
  readonly pane: Pane;
  /** At the rectangle where the picture shows it, while the pane is a canvas. */
  readonly drawn: boolean;
  level: number;
  line: number;
  strong: boolean;
  name: string;
  text: Text | null;
  icon: string;
  rect: readonly [x: number, y: number, w: number, h: number];
  /** Letter spacing that makes the text as wide as in the picture, CSS px. */
  spacing: number;
  /** The text of a field that the core knows. */
  known: string;
  /** The field's text is newer than what was handed to the core. */
  isDraft: boolean;
}

/** Keeps real elements as the core's tree says. Knows roles, not views; reads no layout. */
export class Mirror {
  private readonly items: (Item | undefined)[] = [];
  private readonly handles = new WeakMap<EventTarget, number>();
  /** Texts whose width has not been compared with the picture's. */
  private readonly unfitted = new Set<Item>();
  private readonly spacings = new Map<string, number>();

  /**
   * @param panes by PaneKind
   * @param onPane a pane was shown or hidden; `key` is what its scroll position belongs to
   */
  constructor(private readonly memory: () => Memory, private readonly panes: readonly Pane[],
    private readonly onPane: (pane: Pane, key: string) => void) {}

  find(handle: number): Item | undefined {
    return this.items[handle];
  }

  /** The node that an event is about. */
  at(target: EventTarget | null): Item | undefined {
    return target ? this.items[this.handles.get(target) ?? 0] : undefined;
  }

  /** Applies one frame's changes: words as described at `Op`, texts at the address `text`. */
  apply(ops: number, words: number, text: number): void {
    const { HEAPU8, HEAP32 } = this.memory();
    const string = (at: number): string => {
      const size = HEAP32[at + 1]!;
      const from = text + HEAP32[at]!;
      return size === 0 ? "" : decoder.decode(HEAPU8.subarray(from, from + size));
    };
    let at = ops >>> 2;
    const end = at + words;
    while (at < end) {
      const handle = HEAP32[at + 1]!;
      switch (HEAP32[at]! & 255) {
        case Op.Put:
          this.put(HEAP32, at, string);
          at += putWords;
          break;
        case Op.Rect:
          this.place(this.items[handle] ?? this.paneOf(handle), rectAt(HEAP32, at + 2));
          at += 6;
          break;
        case Op.Focus:
          this.focus(handle);
          at += 2;
          break;
        case Op.Scroll:
          this.scrollTo(handle, HEAP32[at + 2] !== 0);
          at += 3;
          break;
        case Op.Remove:
          this.remove(handle);
          at += 2;
          break;
        case Op.Order:
          this.order(handle, HEAP32.subarray(at + 3, at + 3 + HEAP32[at + 2]!));
          at += 3 + HEAP32[at + 2]!;
          break;
        default:
          throw new Error(`no such op: ${HEAP32[at]! & 255}`);
      }
    }
  }

  /**
   * Compares texts with the picture's until `until` says stop. True: some are left.
   * @param difference of the widths of a text, CSS px: DOM less picture
   */
  fit(difference: (text: string, line: number, weight: number) => number, until: () => boolean): boolean {
    for (const item of this.unfitted) {
      if (until()) return true;
      this.unfitted.delete(item);
      const weight = item.strong ? 600 : 400;
      const key = `${item.line}/${weight}/${item.name}`;
      let spacing = this.spacings.get(key);
      if (spacing === undefined) {
        const off = difference(item.name, item.line, weight);
        spacing = Math.abs(off) > 1 ? -off / [...item.name].length : 0;
        if (this.spacings.size > 20_000) this.spacings.clear();
        this.spacings.set(key, spacing);
      }
      if (spacing === item.spacing) continue;
      item.spacing = spacing;
      writeStyle(item);
    }
    return false;
  }

  /** The picture's widths are other ones now: another density. */
  refit(): void {
    this.spacings.clear();
    for (const item of this.items) if (item && isFitted(item)) this.unfitted.add(item);
  }

  /** The text of a field was handed to the core. */
  typed(item: Item, text: string): void {
    item.known = text;
    item.isDraft = false;
  }

  private put(words: Int32Array, at: number, string: (at: number) => string): void {
    const head = words[at]!;
    const handle = words[at + 1]!;
    const role: Role = head >>> 8 & 255;
    const flags = words[at + 3]! & 0xffff;
    const level = words[at + 3]! >>> 16;
    const label = string(at + 8);
    const rect = rectAt(words, at + 12);
    if (role === Role.Pane) {
      const pane = this.panes[level]!;
      pane.show(handle, label, (flags & Flag.FlagDrawn) !== 0);
      pane.place(rect[2], rect[3]);
      this.handles.set(pane.content, handle);
      this.onPane(pane, string(at + 6));
      return;
    }
    const item = this.itemFor(handle, role, level, words[at + 2]!, flags);
    const style: Style = head >>> 16 & 255;
    item.line = head >>> 24;
    item.strong = (flags & Flag.FlagStrong) !== 0;
    item.rect = rect;
    item.element.className = classesOf(item, style, flags);
    this.setText(item, string(at + 4));
    setAttributes(item, flags, label, string(at + 10));
    this.setValue(item, string(at + 6), flags);
    writeStyle(item);
  }

  /** The node's item; a new one at the end of its parent, where `Order` moves it from if need be. */
  private itemFor(handle: number, role: Role, level: number, parent: number, flags: number): Item {
    const known = this.items[handle];
    const owner = this.items[parent];
    const pane = owner?.pane ?? this.paneOf(parent);
    if (!pane) throw new Error(`node ${handle} has no parent`);
    const holder = owner?.element ?? pane.content;
    if (known?.role === role && (role !== Role.Heading || known.level === level)) {
      known.level = level;
      if (known.element.parentNode !== holder) holder.append(known.element);
      return known;
    }
    const element = document.createElement(role === Role.Heading ? `h${level || 2}` : tags[role]);
    const item: Item = {
      handle, role, element, pane, level,
      drawn: (owner?.drawn ?? pane.kind === PaneKind.List) && (flags & Flag.FlagSticky) === 0,
      line: 0, strong: false, name: "", text: null, icon: "", rect: [0, 0, 0, 0], spacing: 0, known: "",
      isDraft: false,
    };
    setUp(item);
    if (known) element.append(...known.element.children);
    if (known?.element.parentNode === holder) {
      known.element.replaceWith(element);
    } else {
      known?.element.remove();
      holder.append(element);
    }
    this.items[handle] = item;
    this.handles.set(element, handle);
    return item;
  }

  private setText(item: Item, name: string): void {
    const { element } = item;
    if (fields.includes(item.role)) {
      (element as Field).placeholder = name;
      return;
    }
    // "auto" looks past parts that have a direction of their own: what has no other text runs as the page does.
    if (item.role === Role.Link || texts.includes(item.role)) {
      if (name === "") element.removeAttribute("dir");
      else element.dir = "auto";
    }
    if (item.name !== name && isFitted(item)) this.unfitted.add(item);
    if (item.name === name && (item.text === null || item.text.parentNode === element)) return;
    item.name = name;
    item.text ??= document.createTextNode("");
    if (item.text.data !== name) item.text.data = name;
    if (item.text.parentNode === element) return;
    // Someone, as a translator, put other nodes in its place.
    for (const child of [...element.childNodes]) if (!this.handles.has(child)) child.remove();
    element.prepend(item.text);
  }

  private setValue(item: Item, value: string, flags: number): void {
    const { element, role } = item;
    if (role === Role.Link) {
      const link = element as HTMLAnchorElement;
      if (link.getAttribute("href") !== value) link.setAttribute("href", value);
      const external = (flags & Flag.FlagExternal) !== 0;
      toggleAttribute(link, "target", external ? "_blank" : "");
      toggleAttribute(link, "rel", external ? "noopener noreferrer" : "");
    } else if (fields.includes(role)) {
      const field = element as Field;
      // What is being typed wins over what the core last knew of it, and a draft over all that it may hear of.
      const isTyped = value === item.known && field === (field.getRootNode() as ShadowRoot).activeElement;
      if (!isTyped && !item.isDraft && field.value !== value) field.value = value;
      item.known = value;
    } else if (role === Role.Item) {
      toggleAttribute(element, "value", value);
    } else if (role === Role.Progress) {
      (element as HTMLProgressElement).max = 1000;
      (element as HTMLProgressElement).value = Number(value);
    } else if (role === Role.Icon || activatable.includes(role)) {
      item.icon = value;
      element.classList.toggle("with-icon", value !== "");
      element.classList.toggle("directional", isDirectional(value));
    }
  }

  private place(target: Item | Pane | undefined, rect: Item["rect"]): void {
    if (!target) return;
    if ("box" in target) {
      target.place(rect[2], rect[3]);
      return;
    }
    target.rect = rect;
    writeStyle(target);
  }

  private focus(handle: number): void {
    const element = this.items[handle]?.element;
    if (!element) return;
    const host = (element.getRootNode() as ShadowRoot).host;
    const active = document.activeElement;
    // The focus is never taken from another part of the page.
    if (active && active !== document.body && active !== host) return;
    element.focus();
    if (host.shadowRoot!.activeElement === element) return;
    element.tabIndex = -1;
    element.focus();
  }

  /** `opens`: what was left at a place is looked at there again. */
  private scrollTo(handle: number, opens: boolean): void {
    const item = this.items[handle];
    if (item && !(opens && item.pane.restore !== "start")) item.pane.restoreTo = item.element;
  }

  private remove(handle: number): void {
    const item = this.items[handle];
    if (item) {
      this.unfitted.delete(item);
      item.element.remove();
      this.items[handle] = undefined;
      return;
    }
    const pane = this.paneOf(handle);
    if (!pane) return;
    pane.hide();
    this.onPane(pane, "");
  }

  /** Moves only what is out of place: moving a focused element takes its focus. */
  private order(parent: number, wanted: Int32Array): void {
    const owner = this.items[parent]?.element ?? this.paneOf(parent)?.content;
    if (!owner) return;
    const next = (from: ChildNode | null): ChildNode | null => {
      let node = from;
      while (node && !this.handles.has(node)) node = node.nextSibling;
      return node;
    };
    let place = next(owner.firstChild);
    for (const handle of wanted) {
      const element = this.items[handle]?.element;
      if (!element) continue;
      if (element === place) place = next(place.nextSibling);
      else moveBefore(owner, element, place);
    }
  }

  private paneOf(handle: number): Pane | undefined {
    return this.panes.find((pane) => pane.handle === handle && handle !== 0);
  }
}

/** True if the node is what a click or a key press is for. */
export function isActivatable(item: Item): boolean {
  return activatable.includes(item.role);
}

/** True if the node is a text field. */
export function isField(item: Item): boolean {
  return fields.includes(item.role);
}

function isFitted(item: Item): boolean {
  return item.drawn && texts.includes(item.role);
}

function rectAt(words: Int32Array, at: number): Item["rect"] {
  return [words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!];
}

/** What a new element of the role has for good. */
function setUp({ element, role }: Item): void {
  switch (role) {
    case Role.List:
    case Role.NumberedList:
      // Without bullets Safari takes a list for none unless it says so.
      element.setAttribute("role", "list");
      break;
    case Role.RadioGroup:
      element.setAttribute("role", "radiogroup");
      break;
    case Role.Toggle:
    case Role.Button:
    case Role.Radio:
      if (role === Role.Radio) element.setAttribute("role", "radio");
      (element as HTMLButtonElement).type = "button";
      break;
    case Role.SearchField:
    case Role.AddressField:
      (element as HTMLInputElement).type = role === Role.SearchField ? "search" : "url";
      (element as HTMLInputElement).enterKeyHint = role === Role.SearchField ? "search" : "go";
      (element as HTMLInputElement).autocomplete = "off";
      (element as HTMLInputElement).maxLength = 2000;
      element.dir = "auto";
      break;
    case Role.TextField:
    case Role.TimeField:
      (element as HTMLInputElement).type = role === Role.TextField ? "text" : "time";
      (element as HTMLInputElement).enterKeyHint = "done";
      (element as HTMLInputElement).autocomplete = "off";
      if (role === Role.TextField) (element as HTMLInputElement).maxLength = 300;
      if (role === Role.TextField) element.dir = "auto";
      break;
    case Role.TextArea:
      (element as HTMLTextAreaElement).autocomplete = "off";
      (element as HTMLTextAreaElement).rows = 3;
      element.dir = "auto";
      break;
    case Role.Status:
      element.setAttribute("role", "status");
      break;
    case Role.Alert:
      element.setAttribute("role", "alert");
      break;
    case Role.Icon:
    case Role.Extent:
      element.setAttribute("aria-hidden", "true");
      break;
    default:
  }
}

function classesOf(item: Item, style: Style, flags: number): string {
  const names = ["node", styleNames[style]];
  if (item.drawn) names.push("drawn");
  if (item.line > 0) names.push(`line-${item.line}`);
  if (flags & Flag.FlagStrong) names.push("strong");
  if (flags & Flag.FlagTwoLines) names.push("two-lines");
  if (flags & Flag.FlagFourLines) names.push("four-lines");
  // One bit for both: an item has no text of its own.
  if (item.role === Role.Item && flags & Flag.FlagOver) names.push("over");
  if (item.role !== Role.Item && flags & Flag.FlagAlignEnd) names.push("align-end");
  if (flags & Flag.FlagTabular) names.push("tabular");
  if (flags & Flag.FlagStruck) names.push("struck");
  if (flags & Flag.FlagSticky) names.push("sticky");
  if (flags & Flag.FlagCurrent && (item.role === Role.Item || item.role === Role.Extent)) names.push("current");
  return names.filter(Boolean).join(" ");
}

function setAttributes(item: Item, flags: number, label: string, language: string): void {
  const { element, role } = item;
  toggleAttribute(element, "hidden", flags & Flag.FlagUntilFound ? "until-found" : "");
  toggleAttribute(element, "lang", language);
  toggleAttribute(element, "data-saved", flags & Flag.FlagSaved ? "true" : "");
  toggleAttribute(element, "aria-current", flags & Flag.FlagCurrent && role === Role.Link ? "page" : "");
  if (role === Role.Toggle) element.setAttribute("aria-pressed", String((flags & Flag.FlagPressed) !== 0));
  if (role === Role.Radio) {
    element.setAttribute("aria-checked", String((flags & Flag.FlagPressed) !== 0));
    element.tabIndex = flags & Flag.FlagTabStop ? 0 : -1;
  }
  toggleAttribute(element, "aria-expanded",
    flags & Flag.FlagUnfolds ? String((flags & Flag.FlagUnfolded) !== 0) : "");
  if (!nameless.includes(role)) toggleAttribute(element, "aria-label", label);
  if (role === Role.Group) toggleAttribute(element, "role", label ? "group" : "");
  if (role !== Role.Heading) toggleAttribute(element, "data-level", item.level > 0 ? String(item.level) : "");
}

function toggleAttribute(element: Element, name: string, value: string): void {
  if (value === "") element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Rectangles are custom properties: the HTML presentation's rules do not use them but for the rows' heights. */
function writeStyle({ element, role, rect: [x, y, w, h], spacing, icon }: Item): void {
  const [left, across] = role === Role.Extent ? [`${x / 10}%`, `${w / 10}%`] : [`${x}px`, `${w}px`];
  let style = w || h || x || y ? `--x:${left};--y:${y}px;--w:${across};--h:${h}px;` : "";
  if (spacing) style += `letter-spacing:${spacing.toFixed(4)}px;`;
  if (icon) style += `--icon:var(--icon-${icon});`;
  if (style || element.hasAttribute("style")) element.style.cssText = style;
}

/** Moves without the element losing its focus, where the browser can. */
function moveBefore(parent: Element, element: Element, before: ChildNode | null): void {
  const able = parent as Element & { moveBefore?: (node: Node, child: Node | null) => void };
  if (able.moveBefore && element.parentNode === parent) able.moveBefore(element, before);
  else parent.insertBefore(element, before);
}
