# Rules, texts, column maps and schemas become part of the program: `embed` reads them as the
# program would (so a faulty library stops the build) and packs them.
file(GLOB_RECURSE embedded_inputs CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/rules/*.yaml ${PROJECT_SOURCE_DIR}/text/*.yaml
  ${PROJECT_SOURCE_DIR}/maps/*.yaml ${PROJECT_SOURCE_DIR}/schema/*.json)
add_executable(embed tools/embed.cc)
target_link_libraries(embed PRIVATE ruikei_load ruikei_assess warnings)
set(embedded_directory ${PROJECT_BINARY_DIR}/embedded)
add_custom_command(
  OUTPUT ${embedded_directory}/library.bin ${embedded_directory}/files.bin
  COMMAND embed ${PROJECT_SOURCE_DIR} ${embedded_directory}
  DEPENDS embed ${embedded_inputs}
  COMMENT "Packing the rule library")
set_source_files_properties(app/embedded.S PROPERTIES
  OBJECT_DEPENDS "${embedded_directory}/library.bin;${embedded_directory}/files.bin"
  COMPILE_OPTIONS "-I${embedded_directory}")
set(EMBEDDED_SOURCES app/embedded.S)
