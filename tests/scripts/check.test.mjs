// Each rule of scripts/check finds what it is for, and lets the like of it pass.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findAbortingJson, findBannedCalls } from "../../scripts/lib/check/banned.mjs";
import { findLayerFaults, findLibraryFaults } from "../../scripts/lib/check/layers.mjs";
import {
  findLongFiles, findLongFunctions, findLongLines, findMachinePaths,
} from "../../scripts/lib/check/shape.mjs";
import { makeSource } from "../../scripts/lib/check/sources.mjs";
import { wrapComments } from "../../scripts/lib/check/wrap.mjs";

/** The numbers of the lines in which a rule finds something. */
const linesOf = (find, path, ...lines) => find([makeSource(path, lines.join("\n"))]).map(({ line }) => line);

test("layers: an include up the street is found, one down it is not", () => {
  assert.deepEqual(linesOf(findLayerFaults, "src/program/program.h",
    '#include "base/text.h"', '#include "formats/import.h"', "#include <vector>"), [2]);
  assert.deepEqual(linesOf(findLayerFaults, "src/formats/a.cpp", '#include "agenda/agenda.h"'), [1]);
  assert.deepEqual(linesOf(findLayerFaults, "src/host/planner_web/a.cpp",
    '#include "ui/ui.h"', '#include "formats/import.h"'), [2]);
  assert.deepEqual(linesOf(findLayerFaults, "src/host/headless/zones.cpp", '#include "ui/ui.h"'), [1]);
  assert.deepEqual(linesOf(findLayerFaults, "src/host/headless/ui/a.cpp", '#include "ui/ui.h"'), []);
});

test("layers: views include view models and intents, not the state", () => {
  assert.deepEqual(linesOf(findLayerFaults, "src/ui/views/program_view.cpp",
    '#include "app/view_models.h"', '#include "app/intent.h"',
    '#include "app/state.h"', '#include "program/program.h"'), [3, 4]);
});

test("layers: an include that is not written from src is found", () => {
  assert.deepEqual(linesOf(findLayerFaults, "src/ui/ui.cpp", '#include "glyphs.h"', '#include "ui/glyphs.h"'), [1]);
});

test("libraries: ImGui, Emscripten and nlohmann_json are found outside their folders", () => {
  const imgui = ["#include <imgui.h>", "ImGui::NewFrame();", "ImDrawList* list;"];
  assert.deepEqual(linesOf(findLibraryFaults, "src/ui/views/a.cpp", ...imgui), [1, 2, 3]);
  assert.deepEqual(linesOf(findLibraryFaults, "src/ui/views/a.h", ...imgui), [1, 2, 3]);
  assert.deepEqual(linesOf(findLibraryFaults, "src/ui/pane.h", ...imgui), [1, 2]);
  assert.deepEqual(linesOf(findLibraryFaults, "src/ui/ui.cpp", ...imgui), []);
  assert.deepEqual(linesOf(findLibraryFaults, "src/ui/ui.cpp", "#include <emscripten.h>"), [1]);
  assert.deepEqual(linesOf(findLibraryFaults, "src/host/planner_web/a.cpp", "#include <emscripten.h>"), []);
  assert.deepEqual(linesOf(findLibraryFaults, "src/agenda/a.cpp", "#include <nlohmann/json.hpp>"), [1]);
  assert.deepEqual(linesOf(findLibraryFaults, "src/formats/a.cpp", "#include <nlohmann/json.hpp>"), []);
});

test("banned: clock, chance and files are found in the pure folders only", () => {
  const code = ["auto a = std::chrono::system_clock::now();", "auto b = time(nullptr);", "std::random_device c;",
    'std::FILE* d = std::fopen("x", "r");'];
  assert.deepEqual(linesOf(findBannedCalls, "src/planner/a.cpp", ...code).sort(), [1, 2, 3, 4]);
  assert.deepEqual(linesOf(findBannedCalls, "src/host/headless/a.cpp", ...code), []);
  assert.deepEqual(linesOf(findBannedCalls, "src/planner/a.cpp",
    "// the system_clock is not asked", 'say("mt19937");', "row.time();", "event.clock(0);"), []);
});

test("banned: calls of nlohmann_json that abort", () => {
  assert.deepEqual(linesOf(findBannedCalls, "src/formats/a.cpp",
    'entry.at("id")', "entry.get<int>()", 'entry.value("a", 1)', "result.value()", 'entry.find("id")'), [1, 2, 3]);
  assert.deepEqual(linesOf(findAbortingJson, "src/formats/a.cpp",
    "auto a = json::parse(text);",
    "auto b = json::parse(text, nullptr,",
    "    /*allow_exceptions=*/false);",
    "auto c = entry.dump();",
    "auto d = entry.dump(-1, ' ', false, json::error_handler_t::replace);"), [1, 4]);
});

test("banned: text that becomes elements or code", () => {
  assert.deepEqual(linesOf(findBannedCalls, "web/planner/a.ts",
    "row.innerHTML = title;", "document.write(title);", "eval(title);", "row.textContent = title;",
    "// innerHTML is not used", "`innerHTML ${row.outerHTML}`"), [1, 6, 2, 3]);
});

test("shape: long lines, functions and files", () => {
  const body = (count) => Array(count).fill("    step();");
  assert.deepEqual(linesOf(findLongFunctions, "src/app/a.cpp", "void short_one()", "{", ...body(70), "}"), []);
  assert.deepEqual(linesOf(findLongFunctions, "src/app/a.cpp", "void long_one()", "{", ...body(71), "}"), [2]);
  assert.deepEqual(linesOf(findLongFunctions, "src/app/a.cpp", "constexpr int table[] = {", ...body(90), "};"), []);
  assert.deepEqual(linesOf(findLongFunctions, "web/a.ts", "export class A {", "  run(a: number): void {",
    ...body(71), "  }", "}"), [2]);
  assert.deepEqual(linesOf(findLongLines, "src/app/a.cpp", "x".repeat(100), "x".repeat(101)), [2]);
  assert.deepEqual(linesOf(findLongFiles, "src/app/a.cpp", ...body(600), ""), []);
  assert.deepEqual(linesOf(findLongFiles, "src/app/a.cpp", ...body(601), ""), [601]);
});

test("shape: paths of one machine and registries", () => {
  assert.deepEqual(linesOf(findMachinePaths, "README.md", ["see ", "home", "someone"].join("/"), "see ../shared"), [1]);
  assert.deepEqual(linesOf(findMachinePaths, "package-lock.json", '  "resolved": "a"', '  "version": "1"'), [1]);
});

test("wrapping keeps what stands apart", () => {
  const long = `/// ${"word ".repeat(20)}end of it`;
  const wrapped = wrapComments([long, "/// goes on.", "/// Source: a page"].join("\n")).split("\n");
  assert.equal(wrapped.length, 3);
  assert.match(wrapped[1], /end of it goes on\.$/);
  assert.equal(wrapped[2], "/// Source: a page");
});
