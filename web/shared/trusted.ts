/** Where our own scripts lie in the site. Nothing else ever becomes a worker. */
const workers = ["lazy/files.js", "lazy/plans.js"] as const;

interface TrustedPolicy {
  createScriptURL(address: string): string;
}
interface TrustedFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): TrustedPolicy;
}

const known = new Set<string>(workers.map(addressOf));

/** The one policy that the page's Content Security Policy names. Browsers without Trusted Types need none. */
const policy = (globalThis as { trustedTypes?: TrustedFactory }).trustedTypes?.createPolicy("hallway", {
  createScriptURL(address) {
    if (!known.has(address)) throw new TypeError(`not a script of Hallway's: ${address}`);
    return address;
  },
});

function addressOf(path: string): string {
  return new URL(path, import.meta.url).href;
}

/** The address of a worker, in the form that `new Worker` accepts under Trusted Types. */
export function trustedWorkerAddress(path: (typeof workers)[number]): string {
  const address = addressOf(path);
  return policy ? policy.createScriptURL(address) : address;
}
