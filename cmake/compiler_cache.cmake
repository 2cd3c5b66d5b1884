# Compiles through ccache where it is installed, so that a fresh clone on the same machine takes what an earlier one
# compiled. Nothing needs it.

find_program(HALLWAY_CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
if(HALLWAY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Paths below the source tree are told relative to it, and the compiler is known by its version: each clone unpacks
  # its own WebAssembly compiler.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=true
    "CCACHE_COMPILERCHECK=string:${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
    ${HALLWAY_CCACHE})
endif()
