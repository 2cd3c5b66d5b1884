/**
 * Text of the selection, line by line. The browser's own would run everything together, since the elements of a
 * picture are out of flow: each row is a line, its texts are divided by tabs, buttons are left out.
 */
export function selectedLines(root: ShadowRoot): string {
  const range = selectedRange(root);
  if (!range || range.collapsed) return "";
  const top = range.commonAncestorContainer;
  if (top.nodeType === Node.TEXT_NODE) return range.toString();
  const lines = new Map<Node, string[]>();
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const owner = node.parentElement;
    if (!range.intersectsNode(node) || !owner || owner.closest("button, .probe, [hidden]")) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (to <= from) continue;
    const line = owner.closest("li, .slot-head") ?? owner.closest("p, h1, h2, h3, h4, dt, dd") ?? owner;
    lines.set(line, [...lines.get(line) ?? [], node.data.slice(from, to)]);
  }
  return Array.from(lines.values(), (texts) => texts.join("\t")).join("\n");
}

/** Browsers do not agree on how to see a selection inside a shadow root. */
function selectedRange(root: ShadowRoot): AbstractRange & Range | null {
  const own = (root as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.();
  const selection = own ?? getSelection();
  if (!selection) return null;
  const composed = selection as Selection & {
    getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
  };
  if (!own && composed.getComposedRanges) {
    const [found] = composed.getComposedRanges({ shadowRoots: [root] });
    if (!found) return null;
    const range = document.createRange();
    range.setStart(found.startContainer, found.startOffset);
    range.setEnd(found.endContainer, found.endOffset);
    return range;
  }
  return selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}
