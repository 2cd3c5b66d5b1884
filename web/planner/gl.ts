import type { Memory } from "./core.ts";

// Draws Dear ImGui's command lists straight from wasm memory. Knows neither the DOM nor what is drawn.

const vertexSource = `#version 300 es
uniform vec2 scale;
layout(location=0) in vec2 position;
layout(location=1) in vec2 place;
layout(location=2) in vec4 color;
out highp vec2 at;
out vec4 tint;
void main() {
  at = place;
  tint = color;
  gl_Position = vec4(position.x * scale.x - 1., 1. - position.y * scale.y, 0, 1);
}`;
const fragmentSource = `#version 300 es
precision mediump float;
uniform sampler2D image;
in highp vec2 at;
in vec4 tint;
out vec4 color;
void main() { color = tint * texture(image, at); }`;

const vertexBytes = 20;
const textureWords = 6;
const commandWords = 8;
const enum TextureKind { Create = 1, Update, Destroy }

interface Texture {
  w: number;
  h: number;
  /** Address of all its pixels, RGBA. */
  pixels: number;
}

/** The core's textures. Its pixels stay in wasm memory, so a renderer that is new can upload them whole. */
export class Textures {
  private readonly known = new Map<number, Texture>();

  constructor(readonly memory: () => Memory) {}

  find(id: number): Texture | undefined {
    return this.known.get(id);
  }

  /**
   * Takes in the core's list of changes and passes it on to the renderers that have the texture:
   * {id, kind, w, h, pixels, n, n x {x y w h}}.
   */
  update(address: number, words: number, renderers: Iterable<Renderer>): void {
    const list = this.memory().HEAPU32;
    const live = [...renderers];
    for (let at = address >>> 2, end = at + words; at < end;) {
      const [id, kind, w, h, pixels, count] = list.subarray(at, at + textureWords) as unknown as
        [number, TextureKind, number, number, number, number];
      at += textureWords;
      if (kind === TextureKind.Destroy) this.known.delete(id);
      else this.known.set(id, { w, h, pixels });
      for (const renderer of live) {
        if (kind === TextureKind.Update) renderer.updateTexture(id, list.subarray(at, at + count * 4));
        else renderer.dropTexture(id);
      }
      at += count * 4;
    }
  }
}

/** One WebGL2 context and the canvas it belongs to. */
export class Renderer {
  private readonly gl: WebGL2RenderingContext;
  /** Textures that this context has; the others are uploaded when a picture needs them. */
  private readonly created = new Map<number, WebGLTexture>();
  private scale: WebGLUniformLocation | null = null;

  private constructor(private readonly canvas: HTMLCanvasElement, gl: WebGL2RenderingContext,
    private readonly textures: Textures) {
    this.gl = gl;
    this.restore();
  }

  /** Undefined: the browser gives no WebGL2 context. */
  static make(canvas: HTMLCanvasElement, textures: Textures): Renderer | undefined {
    const gl = canvas.getContext("webgl2", {
      alpha: false, antialias: false, depth: false, stencil: false, powerPreference: "low-power",
    });
    return gl && !gl.isContextLost() ? new Renderer(canvas, gl, textures) : undefined;
  }

  get isLost(): boolean {
    return this.gl.isContextLost();
  }

  get textureMax(): number {
    return this.gl.getParameter(this.gl.MAX_TEXTURE_SIZE);
  }

  /** Gives the context back; browsers allow only some at a time. */
  release(): void {
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  /** Makes everything anew: after construction, and when a lost context came back. */
  restore(): void {
    const { gl } = this;
    this.created.clear();
    const program = gl.createProgram();
    for (const [kind, source] of [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]] as const) {
      const shader = gl.createShader(kind)!;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.useProgram(program);
    this.scale = gl.getUniformLocation(program, "scale");
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (let i = 0; i < 3; i += 1) gl.enableVertexAttribArray(i);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** Uploads changed rectangles, {x y w h} each, of a texture that this context has. */
  updateTexture(id: number, parts: Uint32Array): void {
    const texture = this.created.get(id);
    const known = this.textures.find(id);
    if (!texture || !known) return;
    const { gl } = this;
    const { HEAPU8 } = this.textures.memory();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, known.w);
    for (let i = 0; i < parts.length; i += 4) {
      const [x, y, w, h] = parts.subarray(i, i + 4) as unknown as [number, number, number, number];
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, w, h, gl.RGBA, gl.UNSIGNED_BYTE, HEAPU8,
        known.pixels + (y * known.w + x) * 4);
    }
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
  }

  /** The texture is gone or another one has its number. */
  dropTexture(id: number): void {
    this.gl.deleteTexture(this.created.get(id) ?? null);
    this.created.delete(id);
  }

  /**
   * Draws a command list, {vertices, bytes, indices, bytes, n, n x {x0 y0 x1 y1 elements index_offset
   * vertex_offset texture}}, on a ground of `clearColor` (0xAABBGGRR). w and h: backing pixels.
   */
  draw(commands: number, w: number, h: number, clearColor: number): void {
    const { gl, canvas } = this;
    const { HEAPU8, HEAPU32, HEAP32 } = this.textures.memory();
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
    }
    gl.viewport(0, 0, w, h);
    gl.disable(gl.SCISSOR_TEST);
    const channel = (shift: number): number => (clearColor >>> shift & 255) / 255;
    gl.clearColor(channel(0), channel(8), channel(16), 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    gl.uniform2f(this.scale, 2 / w, 2 / h);

    let at = commands >>> 2;
    const [vertices, verticesSize, indices, indicesSize, count] = HEAPU32.subarray(at, at + 5) as unknown as
      [number, number, number, number, number];
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8.subarray(vertices, vertices + verticesSize), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU8.subarray(indices, indices + indicesSize), gl.STREAM_DRAW);
    at += 5;
    for (let i = 0; i < count; i += 1, at += commandWords) {
      const x0 = Math.max(HEAP32[at]!, 0), y0 = Math.max(HEAP32[at + 1]!, 0);
      const x1 = Math.min(HEAP32[at + 2]!, w), y1 = Math.min(HEAP32[at + 3]!, h);
      if (x1 <= x0 || y1 <= y0 || !this.useTexture(HEAPU32[at + 7]!)) continue;
      gl.scissor(x0, h - y1, x1 - x0, y1 - y0);
      const first = HEAPU32[at + 6]! * vertexBytes;
      gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexBytes, first);
      gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexBytes, first + 8);
      gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexBytes, first + 16);
      gl.drawElements(gl.TRIANGLES, HEAPU32[at + 4]!, gl.UNSIGNED_SHORT, HEAPU32[at + 5]! * 2);
    }
  }

  /** Binds a texture, uploading it first if this context does not have it. False: the core does not know it. */
  private useTexture(id: number): boolean {
    const { gl } = this;
    const created = this.created.get(id);
    if (created) {
      gl.bindTexture(gl.TEXTURE_2D, created);
      return true;
    }
    const known = this.textures.find(id);
    if (!known) return false;
    const texture = gl.createTexture();
    this.created.set(id, texture);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, known.w, known.h);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, known.w, known.h, gl.RGBA, gl.UNSIGNED_BYTE,
      this.textures.memory().HEAPU8, known.pixels);
    return true;
  }
}
