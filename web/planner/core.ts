import {
  colors_max, Effect, InputAt, type Offer, OutputAt, PaneInputAt, panes_max, PictureOutputAt,
} from "#generated/abi.ts";
import makeModule from "#modules/planner.mjs";
import { joinByNul } from "../shared/bytes.ts";
import type { GlyphHost } from "./glyphs.ts";

/** Memory of planner.wasm. The views move when it grows, so they are never kept across a call. */
export interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPU32: Uint32Array;
  readonly HEAPF32: Float32Array;
}

/** What planner.wasm exports: src/host/planner_web/exports.cpp. */
interface PlannerModule extends Memory {
  _planner_input(): number;
  _planner_offer(kind: Offer, at: number, size: number): void;
  _planner_frame(): number;
  _malloc(size: number): number;
  _free(at: number): void;
}

/** What the page tells about one pane: `PaneInput` of abi.h. */
export interface PaneState {
  kind: number;
  w: number;
  h: number;
  scrollX: number;
  scrollY: number;
  canvas: boolean;
}

/** A picture that was drawn anew: `PictureOutput` of abi.h. */
export interface Picture {
  pane: number;
  x: number;
  y: number;
  w: number;
  h: number;
  /** Backing pixels for 1,000 CSS px. */
  densityPermille: number;
  commands: number;
}

/** One request of the core to the page. */
export interface EffectRequest {
  kind: Effect;
  bytes: Uint8Array;
}

/** The C ABI of planner.wasm with types; knows addresses and numbers, not what they are for. */
export class Core {
  /** The module's address of `Input`, in words. */
  private readonly input: number;
  /** The module's address of `Output`, in words; it holds until the next frame. */
  private output = 0;

  private constructor(private readonly module: PlannerModule) {
    this.input = this.module._planner_input() >>> 2;
  }

  /** Loads and starts planner.wasm. Its glyphs come from what `makeGlyphs` gives. */
  static async start(makeGlyphs: (memory: () => Memory) => GlyphHost): Promise<Core> {
    let module: PlannerModule | undefined;
    const memory = (): Memory => module!;
    module = await makeModule<PlannerModule>({ host: { glyphs: makeGlyphs(memory) } });
    return new Core(module);
  }

  get memory(): Memory {
    return this.module;
  }

  /** Hands something over, which the next frame takes in. Parts are divided by NUL. */
  offer(kind: Offer, ...parts: (string | Uint8Array)[]): void {
    const bytes = parts.length === 1 && typeof parts[0] !== "string" ? parts[0]! : joinByNul(...parts);
    const at = this.module._malloc(Math.max(bytes.length, 1));
    this.module.HEAPU8.set(bytes, at);
    this.module._planner_offer(kind, at, bytes.length);
    this.module._free(at);
  }

  /** Sets a field of the input; negative numbers are stored as such. True: it was another value. */
  set(field: InputAt, value: number): boolean {
    const words = this.module.HEAP32;
    const at = this.input + field;
    const changed = words[at] !== (value | 0);
    words[at] = value;
    return changed;
  }

  /** Adds bits to the reasons for drawing anew. */
  addRedraw(bits: number): void {
    this.module.HEAPU32[this.input + InputAt.redraw]! |= bits;
  }

  /** Sets a field of 64 bits whose lower half is `field`; `value` may be up to 2^53. */
  setWide(field: InputAt, value: number): void {
    this.module.HEAPU32[this.input + field] = value;
    this.module.HEAPU32[this.input + field + 1] = Math.floor(value / 2 ** 32);
  }

  /** Colours of the tokens in their order, 0xAABBGGRR; none: the theme's own. */
  setColors(colors: readonly number[]): void {
    this.set(InputAt.color_count, Math.min(colors.length, colors_max));
    colors.slice(0, colors_max).forEach((color, index) => this.set(InputAt.colors + index, color));
  }

  setPanes(panes: readonly PaneState[]): void {
    const words = this.module.HEAP32;
    words[this.input + InputAt.pane_count] = Math.min(panes.length, panes_max);
    panes.slice(0, panes_max).forEach((pane, index) => {
      const at = this.input + InputAt.panes + index * PaneInputAt.words;
      words[at + PaneInputAt.kind] = pane.kind;
      words[at + PaneInputAt.w] = pane.w;
      words[at + PaneInputAt.h] = pane.h;
      words[at + PaneInputAt.scroll_x] = pane.scrollX;
      words[at + PaneInputAt.scroll_y] = pane.scrollY;
      words[at + PaneInputAt.canvas] = Number(pane.canvas);
    });
  }

  /** Takes input, updates, makes the tree and the pictures: what came of it is in `result` and below. */
  frame(): void {
    this.output = this.module._planner_frame() >>> 2;
  }

  result(field: OutputAt): number {
    return this.module.HEAPU32[this.output + field]!;
  }

  /** When the core wants the next frame for the clock's sake, Unix milliseconds; 0: not at all. */
  wakeAt(): number {
    return this.result(OutputAt.wake_low) + this.result(OutputAt.wake_high) * 2 ** 32;
  }

  pictures(): Picture[] {
    const words = this.module.HEAP32;
    return Array.from({ length: this.result(OutputAt.picture_count) }, (_, index) => {
      const at = this.output + OutputAt.pictures + index * PictureOutputAt.words;
      return {
        pane: words[at + PictureOutputAt.pane]!,
        x: words[at + PictureOutputAt.x]!,
        y: words[at + PictureOutputAt.y]!,
        w: words[at + PictureOutputAt.w]!,
        h: words[at + PictureOutputAt.h]!,
        densityPermille: words[at + PictureOutputAt.density_permille]!,
        commands: words[at + PictureOutputAt.commands]! >>> 0,
      };
    });
  }

  /** The requests of the last frame; their bytes are copies. */
  effects(): EffectRequest[] {
    const { HEAPU8 } = this.module;
    const found: EffectRequest[] = [];
    let at = this.result(OutputAt.effects);
    const end = at + this.result(OutputAt.effects_size);
    const view = new DataView(HEAPU8.buffer);
    while (at < end) {
      const size = view.getUint32(at + 4, true);
      found.push({ kind: view.getUint32(at, true), bytes: HEAPU8.slice(at + 8, at + 8 + size) });
      at += 8 + size;
    }
    return found;
  }
}
