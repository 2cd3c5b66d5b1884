import { icon_names, icons, type IconShape } from "#generated/icons.ts";

/** A style sheet that gives each icon as a mask, `--icon-<name>`, so that it takes the colour of the text. */
export function makeIconSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  const masks = icon_names.map((name) => `--icon-${name}:url("${maskAddress(icons[name]!)}")`);
  sheet.replaceSync(`:host{${masks.join(";")}}`);
  return sheet;
}

/** True if the icon points somewhere and is flipped in right-to-left pages. */
export function isDirectional(name: string): boolean {
  return icons[name]?.mirrored ?? false;
}

function maskAddress({ d, mode }: IconShape): string {
  const stroke = mode.includes("stroke")
    ? "stroke='#000' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'" : "";
  const fill = mode.includes("fill") ? "" : "fill='none'";
  const path = `<path d='${d}' ${fill} ${stroke}/>`;
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'>${path}</svg>`)}`;
}
