import { color_names } from "#generated/tokens.ts";

/** Red, green, blue: 0 to 255. */
type Color = readonly [number, number, number];

const contrastMin = 4.5;
const white: Color = [255, 255, 255];
const ink: Color = [29, 27, 24];
/** Tokens that follow the accent; the style sheet's own hold where the host sets none. */
const derivedNames =
  ["accent", "accent-hover", "accent-press", "on-accent", "accent-tint", "accent-tint-2", "accent-line"];

/**
 * The look that the host's page asks for by custom properties on the element (docs/theming.md), and the colours that
 * follow from it: as CSS on the frame, and as numbers for the pictures, so that both are one.
 */
export class Theming {
  private accent = "";
  private key = "";
  private warned = "";
  private numbers: number[] = [];
  private readonly probe = document.createElement("canvas").getContext("2d");

  constructor(private readonly element: HTMLElement, private readonly frame: HTMLElement) {}

  /** The colours in force, in the core's order. Reads styles, and changes them where the accent has changed. */
  colors(isDark: boolean): readonly number[] {
    const asked = getComputedStyle(this.element);
    const accent = (isDark && asked.getPropertyValue("--hallway-accent-dark").trim())
      || asked.getPropertyValue("--hallway-accent").trim();
    const moreContrast = matchMedia("(prefers-contrast: more)").matches;
    const key = `${accent} ${isDark} ${moreContrast}`;
    if (key === this.key) return this.numbers;
    this.key = key;
    if (accent !== "" || this.accent !== "") this.derive(accent, isDark);
    this.accent = accent;
    const style = getComputedStyle(this.frame);
    this.numbers = color_names.map((name) => packed(style.getPropertyValue(`--${name}`).trim()));
    // A colour that cannot be read would be a hole in the picture.
    if (this.numbers.includes(-1)) this.numbers = [];
    return this.numbers;
  }

  private derive(text: string, isDark: boolean): void {
    const { style } = this.frame;
    for (const name of derivedNames) style.removeProperty(`--${name}`);
    const asked = this.read(text);
    if (!asked) {
      if (text !== "") this.warn(text, "is no colour");
      return;
    }
    const present = getComputedStyle(this.frame);
    const [bg, surface, surface2] = ["bg", "surface", "surface-2"]
      .map((name) => this.read(present.getPropertyValue(`--${name}`).trim()) ?? white) as [Color, Color, Color];
    const { colors, isMoved } = deriveColors(asked, { bg, surface, surface2, isDark });
    derivedNames.forEach((name, index) => style.setProperty(`--${name}`, hex(colors[index]!)));
    if (isMoved) {
      const ratio = Math.min(...[bg, surface, surface2].map((ground) => contrast(asked, ground))).toFixed(1);
      const theme = isDark ? "dark" : "light";
      this.warn(text, `has a contrast of ${ratio} to the ${theme} theme's grounds; ${contrastMin} is `
        + `needed, so ${hex(colors[0]!)} is shown`);
    }
  }

  /** Each value once. */
  private warn(accent: string, why: string): void {
    const words = `Hallway: --hallway-accent ${accent} ${why}.`;
    if (this.warned.includes(words)) return;
    this.warned += words;
    console.warn(words);
  }

  /** Whatever CSS can write; null: it is no colour, or lets the ground through. */
  private read(text: string): Color | null {
    const { probe } = this;
    if (!probe || !CSS.supports("color", text) || text === "") return null;
    probe.clearRect(0, 0, 1, 1);
    probe.fillStyle = text;
    probe.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = probe.getImageData(0, 0, 1, 1).data;
    return alpha === 255 ? [red!, green!, blue!] : null;
  }
}

/**
 * What follows from an accent (DESIGN.md, "Host theming"), in the order of `derivedNames`. It is moved in lightness
 * until it can be read on every ground that it stands on.
 */
function deriveColors(
  asked: Color, { bg, surface, surface2, isDark }: { bg: Color; surface: Color; surface2: Color; isDark: boolean },
): { colors: Color[]; isMoved: boolean } {
  const [share, share2] = isDark ? [0.22, 0.32] : [0.1, 0.18];
  const towards = isDark ? white : [0, 0, 0] as const;
  let accent = asked;
  const isReadable = (): boolean => [bg, surface, surface2, mix(accent, surface, share), mix(accent, surface, share2)]
    .every((ground) => contrast(accent, ground) >= contrastMin);
  for (let step = 1; !isReadable() && step <= 50; step += 1) accent = mix(towards, asked, step / 50);
  const onAccent = contrast(white, accent) >= contrast(ink, accent) ? white : ink;
  return {
    colors: [
      accent, mix(towards, accent, 0.12), mix(towards, accent, 0.24), onAccent,
      mix(accent, surface, share), mix(accent, surface, share2), mix(accent, surface, 0.4),
    ],
    isMoved: accent !== asked,
  };
}

function mix(over: Color, under: Color, share: number): Color {
  return over.map((value, index) => Math.round(value * share + under[index]! * (1 - share))) as unknown as Color;
}

/** Source: WCAG 2.2, relative luminance and contrast ratio. */
function contrast(left: Color, right: Color): number {
  const [light, dark] = [luminance(left), luminance(right)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Color): number {
  const [red, green, blue] = color.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function hex(color: Color): string {
  return `#${color.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** "#rrggbb" or "#rrggbbaa" as 0xAABBGGRR; -1: it is neither. */
function packed(text: string): number {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})?$/i.exec(text);
  if (!match) return -1;
  const [red, green, blue, alpha] =
    [match[1]!, match[2]!, match[3]!, match[4] ?? "ff"].map((part) => parseInt(part, 16));
  return ((alpha! << 24) | (blue! << 16) | (green! << 8) | red!) >>> 0;
}
