// Runs in the browser: the page's own modules with a made-up core, so that the mirror, the renderer and the style
// sheet are tested apart from planner.wasm. A tree is plain data; what has changed is worked out naively.

import { Op, PaneKind, Role, style_names } from "#generated/abi.ts";
import type { Memory } from "../../../web/planner/core.ts";
import { makeFrame } from "../../../web/planner/frame.ts";
import { Renderer, Textures } from "../../../web/planner/gl.ts";
import { Glyphs } from "../../../web/planner/glyphs.ts";
import { makeIconSheet } from "../../../web/planner/icon-sheet.ts";
import { Mirror } from "../../../web/planner/mirror.ts";

export interface FakeNode {
  key: string;
  role: keyof typeof roles;
  style?: string;
  kind?: keyof typeof kinds;
  line?: number;
  level?: number;
  flags?: number;
  rect?: [number, number, number, number];
  name?: string;
  value?: string;
  label?: string;
  language?: string;
  children?: FakeNode[];
}

const roles = {
  Pane: Role.Pane, Group: Role.Group, Navigation: Role.Navigation, List: Role.List, Item: Role.Item,
  Heading: Role.Heading, Text: Role.Text, Paragraph: Role.Paragraph, Link: Role.Link, Toggle: Role.Toggle,
  Button: Role.Button, SearchField: Role.SearchField, AddressField: Role.AddressField, Status: Role.Status,
  Alert: Role.Alert, Icon: Role.Icon, Progress: Role.Progress, TermList: Role.TermList, Term: Role.Term,
  Definition: Role.Definition, TextArea: Role.TextArea, Extent: Role.Extent,
  RadioGroup: Role.RadioGroup, Radio: Role.Radio,
};
const kinds = {
  Header: PaneKind.Header, Views: PaneKind.Views, Controls: PaneKind.Controls, List: PaneKind.List,
  Detail: PaneKind.Detail, Notices: PaneKind.Notices,
};

/** Memory as planner.wasm would have it, with an allocator that never frees. */
export class FakeMemory implements Memory {
  readonly buffer = new ArrayBuffer(32 << 20);
  readonly HEAPU8 = new Uint8Array(this.buffer);
  readonly HEAP32 = new Int32Array(this.buffer);
  readonly HEAPU32 = new Uint32Array(this.buffer);
  readonly HEAPF32 = new Float32Array(this.buffer);
  private used = 1024;

  take(size: number): number {
    const at = this.used;
    this.used += (size + 15) & ~15;
    return at;
  }

  put(bytes: Uint8Array): number {
    const at = this.take(bytes.length);
    this.HEAPU8.set(bytes, at);
    return at;
  }
}

/** Works out ops: every node is put each time, as after a change of language. */
export class FakeTree {
  private readonly handles = new Map<string, number>();
  private next = 1;

  constructor(private readonly memory: FakeMemory) {}

  handleOf(key: string): number {
    return this.handles.get(key) ?? 0;
  }

  /** Words of the ops and their texts, in memory. */
  diff(panes: FakeNode[], styles: readonly string[], focus = ""): { ops: number; words: number; text: number } {
    const words: number[] = [];
    const orders: number[] = [];
    const texts: number[] = [];
    const alive = new Set<string>();
    const string = (value = ""): [number, number] => {
      const bytes = new TextEncoder().encode(value);
      const at = texts.length;
      texts.push(...bytes);
      return [at, bytes.length];
    };
    const put = (node: FakeNode, parent: number): void => {
      if (!this.handles.has(node.key)) this.handles.set(node.key, this.next++);
      alive.add(node.key);
      const handle = this.handleOf(node.key);
      const level = node.role === "Pane" ? kinds[node.kind!] : node.level ?? 0;
      const style = Math.max(styles.indexOf(node.style ?? ""), 0);
      words.push(Op.Put | roles[node.role] << 8 | style << 16 | (node.line ?? 0) << 24, handle, parent,
        (node.flags ?? 0) | level << 16, ...string(node.name), ...string(node.value), ...string(node.label),
        ...string(node.language), ...(node.rect ?? [0, 0, 0, 0]));
      for (const child of node.children ?? []) put(child, handle);
      const children = (node.children ?? []).map(({ key }) => this.handleOf(key));
      orders.push(Op.Order, handle, children.length, ...children);
    };
    for (const pane of panes) put(pane, 0);
    if (focus) words.push(Op.Focus, this.handleOf(focus));
    for (const [key, handle] of this.handles) {
      if (alive.has(key)) continue;
      words.push(Op.Remove, handle);
      this.handles.delete(key);
    }
    words.push(...orders);
    const ops = this.memory.take(words.length * 4);
    this.memory.HEAP32.set(words, ops >> 2);
    return { ops, words: words.length, text: this.memory.put(Uint8Array.from(texts)) };
  }
}

/** A page with the real frame, style sheet and mirror in a shadow root. */
export async function makeFakePage() {
  const styles = style_names.split(" ");
  const host = document.querySelector<HTMLElement>("#host")!;
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [makeIconSheet()];
  const frame = makeFrame();
  await frame.attach(root, new AbortController().signal);
  const memory = new FakeMemory();
  const tree = new FakeTree(memory);
  const mirror = new Mirror(() => memory, frame.panes, () => {});
  const glyphs = new Glyphs(() => memory);
  glyphs.family = getComputedStyle(frame.element).fontFamily;
  return {
    frame, memory, mirror, glyphs, root,
    show(panes: FakeNode[], focus = ""): void {
      const { ops, words, text } = tree.diff(panes, styles, focus);
      mirror.apply(ops, words, text);
    },
    arrange(layout: number, rightToLeft: boolean, hasDetail: boolean, reflows: boolean): void {
      frame.arrange(layout, rightToLeft, hasDetail, reflows);
    },
    Renderer,
    Textures,
  };
}

Object.assign(window, { makeFakePage });
