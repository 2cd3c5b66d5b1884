// The Content Security Policy of the page, as a header and as <meta>.

/** @param {string[]} connect further origins that may be fetched from: test servers, a program on plain http. */
export function contentSecurityPolicy(connect = []) {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    ["connect-src 'self' https:", ...connect].join(" "),
    "img-src 'self' https: data:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types hallway",
  ].join("; ");
}
