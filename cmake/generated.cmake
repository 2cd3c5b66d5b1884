# Generated code. `node scripts/make_<name>.mjs --out DIR` writes into DIR/generated; it is included as
# "generated/<file>". A program that does not exist is passed over.

find_program(HALLWAY_NODE NAMES node nodejs REQUIRED NO_CMAKE_FIND_ROOT_PATH)

set(generated_files)

# hallway_generate(NAME OUTPUTS ... INPUTS pattern ...)
function(hallway_generate name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "OUTPUTS;INPUTS")
  file(GLOB script CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scripts/${name}.mjs)
  if(NOT script)
    return()
  endif()
  list(TRANSFORM arg_INPUTS PREPEND ${CMAKE_SOURCE_DIR}/)
  list(TRANSFORM arg_OUTPUTS PREPEND ${CMAKE_BINARY_DIR}/generated/)
  file(GLOB inputs CONFIGURE_DEPENDS ${arg_INPUTS})
  file(GLOB helpers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/scripts/lib/${name}*.mjs)
  # The outputs are left alone when nothing in them changed, so a stamp says when the program ran.
  set(stamp ${CMAKE_BINARY_DIR}/generated/${name}.stamp)
  add_custom_command(
    OUTPUT ${stamp}
    BYPRODUCTS ${arg_OUTPUTS}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
    COMMAND ${HALLWAY_NODE} ${script} --out ${CMAKE_BINARY_DIR}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${script} ${helpers} ${inputs}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Generating with scripts/${name}.mjs"
    VERBATIM)
  set(generated_files ${generated_files} ${stamp} PARENT_SCOPE)
endfunction()

hallway_generate(make_tokens
  INPUTS assets/tokens.json assets/icons.json
  OUTPUTS tokens.h tokens.css tokens.ts icons.ts)
hallway_generate(make_language
  INPUTS assets/strings/*.json
  OUTPUTS strings.h languages.ts languages/en.bin)
hallway_generate(make_abi
  INPUTS src/base/error.h src/agenda/stored_rows.h src/ui/semantics.h src/host/planner_web/abi.h src/host/files_web/abi.h
  OUTPUTS abi.ts)

add_custom_target(hallway_generated DEPENDS ${generated_files})
