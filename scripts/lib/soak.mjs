// See scripts/soak.

import { mkdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { makeProfile, startServer } from "../../tests/e2e/support/browser.mjs";
import { keepRound } from "../../tests/e2e/support/keep-round.mjs";
import { sharedFile } from "../../tests/e2e/support/planner.mjs";
import { buildFolder, sourceFolder } from "./paths.mjs";

const words = process.argv.slice(2);
const folderAt = words.indexOf("--folder");
const folder = resolve(folderAt < 0 ? join(buildFolder, "soak") : words[folderAt + 1]);
const rounds = Number(words.find((word, at) => /^\d+$/.test(word) && at !== folderAt + 1) ?? 200);
// A profile that has seen this many rounds is put away: a list of one day holds no more sessions to star.
const roundsInAProfile = 20;

await mkdir(folder, { recursive: true });
const site = await startServer();
const other = await startServer({ root: null });
const congress = await sharedFile("programs/39c3-2025.c3voc.json");
if (congress === null) console.log("soak: ../shared is absent, the sample program is used");
const program = congress ?? await readFile(join(sourceFolder, "assets/programs/hallway-sample.json"));
const roundsPerProfile = congress === null ? 4 : roundsInAProfile;
other.set("/program.json", { body: program, type: "application/json", cors: true });
site.allowConnect(other.origin);

let failed = 0;
let profile;
for (let done = 0; done < rounds; done += 1) {
  const round = done % roundsPerProfile + 1;
  if (round === 1) {
    await profile?.remove();
    profile = await makeProfile(folder);
  }
  try {
    await keepRound({ folder: profile.folder, address: site.url(`/?program=${other.url("/program.json")}`), round });
  } catch (error) {
    failed += 1;
    console.log(`round ${done + 1}: ${error.message}`);
    await profile.remove();
    profile = undefined;
    done += roundsPerProfile - round;
  }
  if ((done + 1) % 10 === 0) console.log(`soak: ${done + 1} rounds, ${failed} with a loss`);
}
await profile?.remove();
await site.close();
await other.close();
console.log(`${rounds - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
