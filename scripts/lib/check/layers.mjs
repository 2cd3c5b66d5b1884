// The one-way street: which folder may include which. The same table as in ARCHITECTURE.md, section 1.

import { findInCode } from "./sources.mjs";

/** The folders of src and what each may include, besides itself; `butNot` are headers of those folders. */
export const layers = [
  { folder: "base", mayInclude: [] },
  { folder: "program", mayInclude: ["base"] },
  { folder: "formats", mayInclude: ["base", "program"] },
  { folder: "agenda", mayInclude: ["base", "program"] },
  { folder: "planner", mayInclude: ["base", "program", "agenda"] },
  { folder: "app", mayInclude: ["base", "program", "agenda", "planner", "generated"] },
  {
    folder: "ui", mayInclude: ["base", "app", "generated"],
    // A view takes what to show and gives intents: it neither looks up nor decides.
    butNot: ["app/state.h", "app/update.h", "app/effect.h"],
  },
  { folder: "host/headless/ui", mayInclude: ["base", "app", "ui", "generated", "host/headless"] },
  { folder: "host/headless", mayInclude: ["base"] },
  { folder: "host/planner_web", mayInclude: ["base", "program", "agenda", "planner", "app", "ui", "generated"] },
  { folder: "host/command_line", mayInclude: ["base", "program", "agenda", "planner", "formats", "host/headless"] },
  { folder: "host/plans_web", mayInclude: ["base", "program", "agenda", "planner", "generated"] },
  { folder: "host/files_web", mayInclude: ["base", "program", "agenda", "formats", "generated"] },
];

/** Libraries, and where alone they may be used. */
const libraries = [
  {
    pattern: /\bImGui::|#\s*include\s*<(imgui|misc\/freetype)/,
    allowed: /^src\/ui\/(ui|canvas|glyphs|imgui_without_widgets)\.cpp$|^src\/host\/planner_web\/|^src\/host\/headless\/ui\//,
    what: "calls Dear ImGui: only ui.cpp, canvas.cpp and glyphs.cpp of src/ui do; call Ui, or give it a function",
  },
  {
    pattern: /\bImDrawList\b/,
    // The headers beside them may name the type, but not see it.
    allowed: /^src\/ui\/(ui|canvas|glyphs)\.cpp$|^src\/ui\/\w+\.h$/,
    what: "draws by itself: call Ui, or give it a function",
  },
  {
    pattern: /#\s*include\s*<emscripten|\b(EM_JS|EM_ASM\w*|EMSCRIPTEN_KEEPALIVE|__EMSCRIPTEN__)\b|\bemscripten_\w+\(/,
    allowed: /^src\/host\//,
    what: "knows the browser: only src/host does; take what is needed as input",
  },
  {
    pattern: /#\s*include\s*<nlohmann|\bnlohmann::/,
    allowed: /^src\/(formats|host\/command_line)\//,
    what: "uses nlohmann_json: only src/formats and the command line do, so that planner.wasm does not hold it",
  },
  {
    pattern: /#\s*include\s*<pugixml|\bpugi::/,
    allowed: /^src\/formats\/xml_reader\.cpp$/,
    what: "uses pugixml: only xml_reader.cpp does; derive from XmlReader",
  },
];

function folderOf(path) {
  return layers.map(({ folder }) => folder)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0] ?? path.split("/")[0];
}

/** @param {import("./sources.mjs").Source[]} sources */
export function findLayerFaults(sources) {
  const findings = [];
  for (const { path, lines } of sources.filter(isOurCpp)) {
    const own = folderOf(path.slice("src/".length));
    const layer = layers.find(({ folder }) => folder === own);
    lines.forEach((text, index) => {
      const included = /^\s*#\s*include\s+"([^"]+)"/.exec(text)?.[1];
      if (included === undefined) return;
      const note = (what) => findings.push({ path, line: index + 1, what });
      const other = folderOf(included);
      if (layer === undefined) return note(`src/${own} is not in the table of scripts/lib/check/layers.mjs`);
      if (layer.butNot?.includes(included)) return note(`includes "${included}": take a view model instead`);
      if (other === own || layer.mayInclude.includes(other)) return;
      if (other !== "generated" && !layers.some(({ folder }) => folder === other)) {
        return note(`includes "${included}": write it from src/, as "${own}/${included}"`);
      }
      const allowed = layer.mayInclude.join(", ") || "nothing else";
      note(`includes "${included}", but src/${own} may include only ${allowed}: pass in what it gives`);
    });
  }
  return findings;
}

/** @param {import("./sources.mjs").Source[]} sources */
export function findLibraryFaults(sources) {
  return libraries.flatMap(({ pattern, allowed, what }) =>
    findInCode(sources.filter((source) => isOurCpp(source) && !allowed.test(source.path)), pattern, what));
}

const isOurCpp = ({ path }) => /^src\/.*\.(h|cpp)$/.test(path);
