// What can be said about readable text without looking at it.

/** Runs in the page. Texts of the planner that nobody can read: transparent, cut off, or on top of each other. */
export function unreadable({ mayBeCut }) {
  const root = document.querySelector("hallway-planner").shadowRoot;
  const faults = [...root.querySelectorAll(".canvas")].map(({ className }) => `a picture: ${className}`);
  const seen = (element) => element.checkVisibility({ visibilityProperty: true })
    && !element.closest(".visually-hidden, .probe, [aria-hidden]")
    && !getComputedStyle(element).clipPath.startsWith("inset");
  const isOnlyForReaders = (element) =>
    element.closest("button")?.matches(".star, .icon-button") || element.matches("input");
  const texts = [...root.querySelectorAll(".node")].filter((element) => !isOnlyForReaders(element) && seen(element)
    && [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim()));
  const boxOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  };
  for (const element of texts) {
    const style = getComputedStyle(element);
    const name = `${element.className}: ${element.textContent.slice(0, 40)}`;
    if (/^rgba\(.*, 0\)$/.test(style.color) || style.opacity === "0") faults.push(`transparent: ${name}`);
    const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    const mayHide = style.display !== "inline" && style.overflow !== "visible";
    if (!mayBeCut && mayHide && isCut) faults.push(`cut off: ${name}`);
  }
  const overlaps = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  for (const holder of root.querySelectorAll("li, .slot-head, .days, .toast, .strip, .view-link")) {
    const boxes = texts.filter((element) => holder.contains(element)).map((element) => ({
      element, box: mayBeCut ? element.getBoundingClientRect() : boxOf(element),
    }));
    const stars = [...holder.querySelectorAll(".star")];
    boxes.push(...stars.map((element) => ({ element, box: element.getBoundingClientRect() })));
    const bounds = holder.getBoundingClientRect();
    const isOutside = ({ bottom, right }) => bottom > bounds.bottom + 1 || right > bounds.right + 1;
    boxes.forEach(({ element, box }, index) => {
      const name = `${element.className}: ${element.textContent.slice(0, 40)}`;
      if (!mayBeCut && isOutside(box)) faults.push(`outside: ${name}`);
      const other = boxes.slice(index + 1).find((each) => overlaps(box, each.box));
      if (other) faults.push(`on top of each other: ${name} and ${other.element.className}`);
    });
  }
  if (root.querySelector(".frame").scrollWidth > innerWidth) faults.push("wider than the page");
  return faults;
}

/** Runs in the page. Where each row and the start of each of its texts is, CSS px. */
export function placesOfRows() {
  const root = document.querySelector("hallway-planner").shadowRoot;
  return [...root.querySelectorAll(".list :is(li, .slot-head)")].map((row) => {
    const { x, y, width, height } = row.getBoundingClientRect();
    const texts = [...row.querySelectorAll("a, span, button")].map((element) => {
      const box = element.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(element);
      const text = element.tagName === "BUTTON" ? box : range.getBoundingClientRect();
      return [text.x, text.y].map((place) => Math.round(place * 2) / 2);
    });
    return { name: row.querySelector("a, h3").textContent, row: [x, y, width, height], texts };
  });
}
