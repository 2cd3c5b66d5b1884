/** The page's one message to the worker: a problem as planner/plan_message.h encodes it. */
export interface PlanRequest {
  problem: Uint8Array<ArrayBuffer>;
}

/** What the worker tells. After the solution, or after a failure, it has nothing more to say. */
export type PlanNews =
  | { kind: "progress"; permille: number }
  /** As planner/plan_message.h encodes it. */
  | { kind: "solved"; solution: Uint8Array<ArrayBuffer> }
  | { kind: "failed" };
