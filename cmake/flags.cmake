# How everything is compiled: `hallway_flags` for all code, `hallway_warnings` for our own.

add_library(hallway_flags INTERFACE)
target_compile_options(hallway_flags INTERFACE -fno-exceptions -fno-rtti)

if(HALLWAY_SANITIZE)
  target_compile_options(hallway_flags INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(hallway_flags INTERFACE -fsanitize=address,undefined)
endif()

if(HALLWAY_FUZZ)
  target_compile_options(hallway_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "MinSizeRel")
  # Objects as LLVM bitcode, but no -flto at the link: the system libraries stay ordinary objects (smaller).
  # A module never ends, so nothing has to be destroyed then.
  target_compile_options(hallway_flags INTERFACE -flto -fno-c++-static-destructors)
endif()

add_library(hallway_warnings INTERFACE)
target_compile_options(hallway_warnings INTERFACE -Wall -Wextra -Wshadow -Wconversion -Werror)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # Part of clang's -Wconversion but not of g++'s: the compilers shall agree.
  target_compile_options(hallway_warnings INTERFACE -Wno-sign-conversion)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports std::string's own code as overlapping (its bug 105651).
  target_compile_options(hallway_warnings INTERFACE -Wno-restrict)
  if(HALLWAY_SANITIZE)
    # The sanitizers' added branches make g++ believe that values may be unset.
    target_compile_options(hallway_warnings INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
