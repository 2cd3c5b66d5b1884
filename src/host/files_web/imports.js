// What files.wasm asks of its worker. The worker gives `host` to the module: see web/files/reader.ts.
addToLibrary({
  host_zone_rules: (nameAt, nameSize, firstYear, lastYear, pairsAt) => {
    const name = new TextDecoder().decode(HEAPU8.subarray(nameAt, nameAt + nameSize));
    const pairs = Module["host"]["zoneRules"](name, firstYear, lastYear);
    if (!pairs || pairs.length > 256) return -1;
    HEAP32.set(pairs, pairsAt >>> 2);
    return pairs.length / 2;
  },
});
