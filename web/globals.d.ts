// What the build provides in every JS context.

/** Emscripten's glue: makes an instance of src/host/<name>_web, whose exports the caller describes. */
declare module "#modules/planner.mjs" {
  const makeModule: <Exports>(options?: object) => Promise<Exports>;
  export default makeModule;
}
declare module "#modules/plans.mjs" {
  const makeModule: <Exports>(options?: object) => Promise<Exports>;
  export default makeModule;
}
declare module "#modules/files.mjs" {
  const makeModule: <Exports>(options?: object) => Promise<Exports>;
  export default makeModule;
}

/** True in `scripts/build --debug`; code behind it is not shipped. */
declare const HALLWAY_DEBUG: boolean;
