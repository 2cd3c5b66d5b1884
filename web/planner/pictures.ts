import { InputAt, OutputAt } from "#generated/abi.ts";
import type { Core, Picture } from "./core.ts";
import { Renderer, Textures } from "./gl.ts";
import type { Pane } from "./pane.ts";
import { Presentation, Reason } from "./presentation.ts";

const contextLossesMax = 3;

/** Draws the pictures of the panes, each on a canvas of its own. */
export class Pictures {
  private readonly textures: Textures;
  private contextLosses = 0;

  constructor(private readonly core: Core, private readonly panes: readonly Pane[],
    private readonly presentation: Presentation, private readonly signal: AbortSignal) {
    this.textures = new Textures(() => core.memory);
    signal.addEventListener("abort", () => {
      for (const { picture } of panes) picture?.renderer.release();
    });
  }

  /** Draws what the core drew anew, and takes a pane over from HTML with its first picture. */
  show(): void {
    const { core, panes } = this;
    const words = core.result(OutputAt.texture_words);
    const renderers = panes.flatMap(({ picture }) => picture?.renderer ?? []);
    if (words > 0) this.textures.update(core.result(OutputAt.textures), words, renderers);
    for (const picture of core.pictures()) {
      const pane = panes.find(({ handle }) => handle === picture.pane);
      if (pane && this.presentation.allowsCanvas) this.draw(pane, picture, core.result(OutputAt.clear_color));
    }
  }

  /** The pane's canvas and renderer; none: this browser draws no pictures. */
  make(pane: Pane): Pane["picture"] {
    if (pane.picture) return pane.picture;
    const { presentation, signal } = this;
    const canvas = document.createElement("canvas");
    canvas.className = "picture";
    canvas.setAttribute("aria-hidden", "true");
    const renderer = Renderer.make(canvas, this.textures);
    if (!renderer) {
      presentation.set(Reason.NoPicture, true);
      return null;
    }
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
    this.core.set(InputAt.texture_max, renderer.textureMax);
    pane.picture = { canvas, renderer };
    return pane.picture;
  }

  private draw(pane: Pane, picture: Picture, clearColor: number): void {
    const shown = this.make(pane);
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
}
