// The reporter of node --test for this project: one line for each test, what went wrong, and at the end the line
// "[counted] N passed, N failed, N skipped" that scripts/test adds up.

import { inspect } from "node:util";

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    // What comes after its test has ended fails only the file, without a reason: here it is.
    if (type === "test:diagnostic" && data.message.startsWith("Error:")) yield `      ${data.message}\n`;
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details.type === "suite") continue;
    const error = data.details.error;
    // A file that ran tests is itself reported when one of them failed: they have been counted.
    if (type === "test:fail" && error?.failureType === "subtestsFailed") continue;
    const seconds = (data.details.duration_ms / 1000).toFixed(1);
    if (data.skip !== undefined && data.skip !== false) {
      counts.skipped += 1;
      yield `[skipped] ${data.name}: ${data.skip === true || data.skip === "" ? "no reason given" : data.skip}\n`;
    } else if (type === "test:pass") {
      counts.passed += 1;
      yield `  ok  ${data.name} (${seconds} s)\n`;
    } else {
      counts.failed += 1;
      yield `FAILED ${data.name} (${seconds} s)\n${described(error?.cause ?? error)}\n`;
    }
  }
  yield `[counted] ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}

function described(error) {
  const text = error instanceof Error ? error.stack : inspect(error);
  return text.split("\n").filter((line) => !line.includes("node:internal")).map((line) => `      ${line}`).join("\n");
}
