// Finds the best plan for one problem, by plans.wasm, and tells how far it is. The page starts it for one problem and
// ends it.

import makeModule from "#modules/plans.mjs";
import type { PlanNews, PlanRequest } from "./protocol.ts";

/** What plans.wasm exports: src/host/plans_web/exports.cpp. */
interface PlansModule {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  _plan_begin(at: number, size: number): number;
  _plan_advance(): number;
  _plan_solution_at(): number;
  _plan_solution_size(): number;
  _malloc(size: number): number;
}

declare const self: DedicatedWorkerGlobalScope;

const done = 1000;
/** More often, the page would do nothing but draw progress. */
const progressEveryMs = 50;

function tell(message: PlanNews): void {
  self.postMessage(message);
}

async function solve({ problem }: PlanRequest): Promise<void> {
  const module = await makeModule<PlansModule>();
  const at = module._malloc(problem.length);
  module.HEAPU8.set(problem, at);
  if (module._plan_begin(at, problem.length) === 0) throw new Error("the problem belongs to another build");
  let toldAt = performance.now();
  for (let permille = module._plan_advance(); permille < done; permille = module._plan_advance()) {
    if (performance.now() - toldAt < progressEveryMs) continue;
    toldAt = performance.now();
    tell({ kind: "progress", permille });
  }
  const solution = module._plan_solution_at();
  tell({ kind: "solved", solution: module.HEAPU8.slice(solution, solution + module._plan_solution_size()) });
}

self.addEventListener("message", ({ data }: MessageEvent<PlanRequest>) => {
  solve(data).catch(() => tell({ kind: "failed" }));
});
