import type { Pane } from "./pane.ts";

/** Where a block stands on the screen. */
interface Place {
  readonly block: HTMLElement;
  readonly rect: DOMRect;
}

const isRightToLeft = (element: Element): boolean => element.closest<HTMLElement>(".frame")?.dir === "rtl";

/** Scrolls the grid by the rooms that are wholly in view, to where a column begins. */
export function turnRooms({ content, scroller }: Pane, forward: boolean): void {
  const columns = [...content.querySelectorAll<HTMLElement>(".column")];
  const axis = content.querySelector(".grid-axis");
  if (!scroller || !axis || columns.length === 0) return;
  const view = scroller.getBoundingClientRect();
  const mirrored = isRightToLeft(content);
  const axisW = axis.getBoundingClientRect().width;
  const room = scroller.clientWidth - axisW;
  // Distances from where columns begin, along the line.
  const from = (column: HTMLElement): number => {
    const { left, right } = column.getBoundingClientRect();
    return mirrored ? view.left + scroller.clientWidth - axisW - right : left - view.left - axisW;
  };
  const starts = columns.map(from);
  const sizes = columns.map((column) => column.clientWidth);
  const isNear = (start: number): boolean => Math.abs(start) <= 2;
  let target: number | undefined;
  if (forward) {
    target = starts.find((start, index) => start > 2 && start + sizes[index]! > room + 2);
    target ??= starts.at(-1)!;
  } else {
    const before = starts.filter((start) => start < 0 && !isNear(start));
    target = before.find((start) => start > -room - 2) ?? before.at(-1) ?? 0;
    // A column that is wider than the view is gone through from its start.
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollBy({ left: mirrored ? -target : target, behavior: calm ? "instant" : "smooth" });
}

/** Arrow keys go from block to block by where they stand, while the grid is a picture. The DOM owns the focus. */
export class GridKeys {
  constructor(root: ShadowRoot, private readonly list: () => Pane, signal: AbortSignal) {
    root.addEventListener("keydown", (event) => this.key(event as KeyboardEvent), { signal });
  }

  private key(event: KeyboardEvent): void {
    const { key, defaultPrevented, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (defaultPrevented || ctrlKey || metaKey || altKey || shiftKey || !key.startsWith("Arrow")) return;
    const { box, content } = this.list();
    const link = (event.target as Element).closest<HTMLElement>(".block-title");
    if (!link || !box.classList.contains("as-grid")) return;
    const from = link.closest<HTMLElement>(".blocks > li");
    const target = from && this.nextTo(from, [...content.querySelectorAll<HTMLElement>(".blocks > li")], key);
    event.preventDefault();
    if (!target) return;
    // One that only waits to be found becomes whole with the focus.
    target.removeAttribute("hidden");
    target.querySelector<HTMLElement>(".block-title")?.focus();
  }

  /** Up and down within a column; to the sides the nearest time in the next column that has anything. */
  private nextTo(from: HTMLElement, blocks: readonly HTMLElement[], key: string): HTMLElement | undefined {
    const at = from.getBoundingClientRect();
    const places = blocks.filter((block) => block !== from)
      .map((block): Place => ({ block, rect: block.getBoundingClientRect() }));
    const overlapsAcross = ({ rect }: Place): boolean => rect.left < at.right - 1 && rect.right > at.left + 1;
    const nearest = (found: readonly Place[], distance: (place: Place) => number): HTMLElement | undefined =>
      found.reduce<Place | undefined>((best, place) =>
        best && distance(best) <= distance(place) ? best : place, undefined)?.block;
    switch (key) {
      case "ArrowDown":
        return nearest(places.filter((place) => overlapsAcross(place) && place.rect.top > at.top + 1),
          ({ rect }) => rect.top);
      case "ArrowUp":
        return nearest(places.filter((place) => overlapsAcross(place) && place.rect.top < at.top - 1),
          ({ rect }) => -rect.top);
      case "ArrowRight": {
        const beside = places.filter(({ rect }) => rect.left >= at.right - 1);
        const edge = Math.min(...beside.map(({ rect }) => rect.left));
        return nearest(beside.filter(({ rect }) => rect.left <= edge + 8), ({ rect }) => Math.abs(rect.top - at.top));
      }
      default: {
        const beside = places.filter(({ rect }) => rect.right <= at.left + 1);
        const edge = Math.max(...beside.map(({ rect }) => rect.right));
        return nearest(beside.filter(({ rect }) => rect.right >= edge - 8), ({ rect }) => Math.abs(rect.top - at.top));
      }
    }
  }
}
