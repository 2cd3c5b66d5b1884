// A list as program_list.cpp describes it, as data for the fake core of fake-page.ts.

/** `Flag` of src/ui/semantics.h. */
export const flags = {
  pressed: 1, current: 2, sticky: 4, strong: 8, twoLines: 16, untilFound: 32, alignEnd: 64, tabular: 256, drawn: 2048,
  tabStop: 4096,
};

/** @typedef {{ title: string, lines?: number, people?: string, room?: string, track?: string, minutes?: string,
 *   starred?: boolean, level?: number, untilFound?: boolean }} Row */

/** The list pane with one slot. @param {Row[]} rows */
export function listPane(rows, { w = 390, wide = false, label = "Sessions" } = {}) {
  let y = 0;
  const items = rows.map((row) => {
    const item = (wide ? wideRow : phoneRow)(row, w, y);
    y += item.rect[3];
    return item;
  });
  const head = {
    key: "head", role: "Group", style: "slot-head", flags: flags.sticky, rect: [0, 0, w, 36], children: [
      { key: "time", role: "Heading", level: 2, style: "slot-time", name: "11:00", line: 22, flags: flags.strong },
      { key: "count", role: "Text", style: "slot-count", name: `${rows.length} sessions`, line: 20 },
    ],
  };
  const list = { key: "rows", role: "List", style: "rows", rect: [0, 36, w, y], children: items };
  const slot = { key: "slot", role: "Group", style: "slot", rect: [0, 0, w, y + 36], children: [head, list] };
  return {
    key: "list", role: "Pane", kind: "List", label, flags: flags.drawn, rect: [0, 0, w, y + 36], children: [slot],
  };
}

const usual = { people: "", room: "Janson", track: "Main", minutes: "30 min" };

function phoneRow(given, w, y) {
  const { title, lines = 1, people, room, track, minutes, ...more } = { ...usual, ...given };
  const h = 60 + lines * 22;
  const at = 10 + lines * 22;
  return row(title, [0, y, w, h], "row-phone", more, [
    link(title, [28, 10, w - 76, lines * 22], flags.strong | flags.twoLines),
    ...more.untilFound ? [] : [
      text(title, "row-meta", `${room} · ${people}`, 20, [28, at + 2, w - 76, 20]),
      text(title, "row-third", `${minutes} · ${track}`, 16, [28, at + 24, w - 76, 16]),
      star(title, [w - 48, -1, 44, 44], more.starred),
    ],
  ]);
}

function wideRow(given, w, y) {
  const { title, people, room, track, minutes, ...more } = { ...usual, ...given };
  const roomX = w - 12 - 44 - 4 - 60 - 144;
  return row(title, [0, y, w, 60], "row-wide", more, [
    link(title, [44, 9, roomX - 16 - 44, 22], flags.strong),
    text(title, "row-meta", people, 20, [44, 31, roomX - 16 - 44, 20]),
    text(title, "row-room", room, 20, [roomX, 12, 144, 20]),
    text(title, "row-track", track, 16, [roomX, 32, 144, 16]),
    text(title, "row-length", minutes, 20, [roomX + 144, 20, 60, 20], flags.tabular | flags.alignEnd),
    star(title, [w - 56, 8, 44, 44], more.starred),
  ]);
}

function row(title, rect, style, { level = 1, untilFound = false }, children) {
  return {
    key: `row ${title}`, role: "Item", style, rect, level, flags: untilFound ? flags.untilFound : 0, children,
  };
}

function link(title, rect, more) {
  return {
    key: `link ${title}`, role: "Link", style: "row-title", name: title, line: 22, flags: more, rect,
    value: `#/session/${encodeURIComponent(title)}`,
  };
}

function text(title, style, name, line, rect, more = 0) {
  return { key: `${style} ${title}`, role: "Text", style, name, line, rect, flags: more };
}

function star(title, rect, starred = false) {
  return {
    key: `star ${title}`, role: "Toggle", style: "star", label: `Star: ${title}`, rect,
    flags: starred ? flags.pressed : 0,
  };
}
