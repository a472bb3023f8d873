# Libraries of the distribution, each behind one target. Nothing is downloaded. Static archives are
# preferred: the program starts faster and is one file.
find_package(PkgConfig REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)

# archive(target header library [further libraries…])
function(archive target header name)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  find_library(${name}_LIBRARY NAMES lib${name}.a ${name} REQUIRED)
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} SYSTEM INTERFACE ${${name}_INCLUDE})
  target_link_libraries(${target} INTERFACE ${${name}_LIBRARY} ${ARGN})
endfunction()

archive(utf8proc::static utf8proc.h utf8proc)
archive(yaml::static yaml-cpp/yaml.h yaml-cpp)
archive(pugixml::static pugixml.hpp pugixml)
archive(zlib::static zlib.h z)
archive(minizip::static minizip/unzip.h minizip zlib::static)
archive(sodium::static sodium.h sodium)

find_path(TL_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
add_library(tl::expected INTERFACE IMPORTED)
target_include_directories(tl::expected SYSTEM INTERFACE ${TL_EXPECTED_INCLUDE})
