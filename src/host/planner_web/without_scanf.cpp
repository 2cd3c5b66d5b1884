// Dear ImGui reads its settings file by sscanf, which is large. The planner has no such file, so
// this one finds nothing, ever; the linker takes it instead of the C library's.
extern "C" int sscanf(const char*, const char*, ...) { return 0; }
