// Where things are in the source tree.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the source tree. */
export const source_folder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const build_folder = join(source_folder, "build");
export const site_folder = join(build_folder, "site");
