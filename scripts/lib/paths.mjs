// Where things are in the source tree.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of the source tree. */
export const sourceFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const buildFolder = join(sourceFolder, "build");
export const siteFolder = join(buildFolder, "site");
