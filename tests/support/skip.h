#pragma once

namespace hallway::test {

/// Says that the running test case cannot be run here and why; return from the test case after it.
/// The test case then counts as skipped, not as passed.
void skip(const char* reason);

}
