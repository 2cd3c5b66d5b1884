// What a person would call a fault of the page as it stands: texts that are cut or lie on each other, a page that
// scrolls sideways, targets too small for a finger.

/** Of what is in view, one line each. `sideways`: the screen may scroll along both axes. */
export const troubles = (page, { sideways = false } = {}) => page.evaluate((mayScrollSideways) => {
  const root = document.querySelector("hallway-planner").shadowRoot;
  const found = [];
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isSticky = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (["sticky", "fixed"].includes(getComputedStyle(each).position)) return true;
    }
    return !element.closest(".scroller");
  };
  const texts = [...root.querySelectorAll(".node")].filter((element) => isSeen(element) && element.children.length === 0
    && element.textContent.trim() && !element.matches(".probe, .status, .page-title, .skip")
    && !element.closest(".visually-hidden") && !getComputedStyle(element).clipPath.startsWith("inset(50%"));
  const view = root.querySelector(".list .scroller").getBoundingClientRect();
  for (const element of texts) {
    const style = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth + 1 && style.display !== "inline";
    // A marked ellipsis may be, since the whole text is still there for whoever listens, and in the detail. Text over
    // the picture is transparent, and the picture ends it with an ellipsis.
    const hasEllipsis = style.textOverflow === "ellipsis" || /, 0\)$/.test(style.color);
    if (isCut && !hasEllipsis) found.push(`cut: ${element.textContent}`);
    const { left, right } = element.getBoundingClientRect();
    if (!mayScrollSideways && (left < -1 || right > innerWidth + 1)) found.push(`outside: ${element.textContent}`);
  }
  // Pieces of text that are wholly in view, and so are no row halfway under a head.
  const pieces = texts.flatMap((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const own = element.getBoundingClientRect();
    const isClipped = getComputedStyle(element).overflowX !== "visible";
    return [...range.getClientRects()].map(({ left, top, right, bottom }) => {
      const box = { left, top, right, bottom };
      if (isClipped) [box.right, box.bottom] = [Math.min(right, own.right), Math.min(bottom, own.bottom)];
      return { element, box: { ...box, width: box.right - left, height: box.bottom - top } };
    });
  }).filter(({ element, box }) => {
    if (box.width < 1 || isSticky(element) || box.top < view.top || box.bottom > view.bottom) return false;
    const hit = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (hit === null) return false;
    return hit.contains(element) || element.contains(hit) || hit.closest("li") === element.closest("li");
  });
  for (const [index, one] of pieces.entries()) {
    for (const other of pieces.slice(index + 1)) {
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // Boxes of lines are higher than their letters.
      if (one.element === other.element || wide <= 2 || high <= 6) continue;
      found.push(`on each other: ${one.element.textContent} | ${other.element.textContent}`);
    }
  }
  for (const { scrollWidth, clientWidth } of mayScrollSideways ? [] : root.querySelectorAll(".pane .scroller")) {
    if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} > ${clientWidth}`);
  }
  for (const dialog of root.querySelectorAll("dialog[open]")) {
    const { top, bottom } = dialog.getBoundingClientRect();
    if (top < -1 || bottom > innerHeight + 1) found.push(`the dialog is higher than the view: ${top} to ${bottom}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  return found;
}, sideways);

/**
 * Targets in view of which a finger's 44 by 44 CSS px hit something else. Links within a text are as high as its lines.
 * Source: WCAG 2.2, 2.5.5 (inline exception).
 */
export const smallTargets = (page) => page.evaluate(() => {
  const root = document.querySelector("hallway-planner").shadowRoot;
  const found = [];
  const reach = 21;
  for (const target of root.querySelectorAll("a[href], button, input, textarea, [role=radio], summary")) {
    // A click anywhere in a row, but on its star, opens its session.
    const row = target.matches(".rows a, .blocks a") ? target.closest("li") : null;
    const { left, top, right, bottom, width, height } = (row ?? target).getBoundingClientRect();
    if (!target.checkVisibility({ visibilityProperty: true }) || width < 2 || target.closest(".prose")) continue;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    let scroller = target.parentElement;
    const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowY);
    while (scroller && !scrolls(scroller)) scroller = scroller.parentElement;
    const view = scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
    if (y - reach < view.top || y + reach > view.bottom || x - reach < 0 || x + reach > innerWidth) continue;
    const hits = (atX, atY) => {
      const hit = root.elementFromPoint(atX, atY);
      if (hit === null) return false;
      if (row && hit.closest("button") === null && hit.closest("li") === row) return true;
      return target.contains(hit) || hit.closest("label")?.contains(target) === true;
    };
    if (!hits(x, y)) continue; // under a head
    const misses = [[x - reach, y], [x + reach, y], [x, y - reach], [x, y + reach]].filter((at) => !hits(...at));
    if (misses.length === 0) continue;
    // A part of it is under a head, or under a notice that goes away.
    const isCovered = misses.some(([atX, atY]) =>
      root.elementFromPoint(atX, atY)?.closest(".sticky, .slot-head, .controls, .toast"));
    if (target.closest(".scroller") && isCovered) continue;
    const name = target.getAttribute("aria-label") ?? target.textContent;
    found.push(`${Math.round(width)} x ${Math.round(height)}: ${name}`);
  }
  return found;
});
