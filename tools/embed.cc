// SPDX-License-Identifier: Apache-2.0
// embed SOURCE OUT: packs rules/ and text/ of the source tree into OUT/library.bin, and the files
// of rules/, maps/ and schema/ into OUT/files.bin (a line with the name, one with the size, the
// bytes). Runs while building; a library that cannot be read stops the build.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "assess/assess.h"
#include "load/load.h"
#include "model/library_archive.h"

namespace fs = std::filesystem;
using namespace ruikei;

namespace {

/// At build time there is no catalog of messages yet that could be trusted: code and place do.
int fail(const Diagnostics& mistakes) {
  for (const Diagnostic& d : mistakes) {
    std::fprintf(stderr, "%s:%u:%u: [%s]", d.place.name().c_str(), d.place.line, d.place.column,
                 d.code.c_str());
    for (const std::string& arg : d.args) std::fprintf(stderr, " %s", arg.c_str());
    std::fprintf(stderr, "\n");
  }
  return 1;
}

bool write(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return out.good();
}

/// All files of `folder` with `extension`, as files.bin holds them; in order of name.
Result<std::string> files_of(const fs::path& root, const std::string& folder,
                             const std::string& extension) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder))
    if (entry.path().extension() == extension) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::string out;
  for (const fs::path& path : paths) {
    auto source = load::read_file(path);
    if (!source) return tl::unexpected(source.error());
    out += fs::relative(path, root).generic_string() + "\n" + std::to_string(source->text.size()) +
           "\n" + source->text;
  }
  return out;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const fs::path root = arguments[1], out = arguments[2];
  fs::create_directories(out);
  auto rules = load::read_yaml_files(root / "rules");
  if (!rules) return fail(rules.error());
  // Places in the packed library are as in the source tree, wherever that was built.
  for (load::Source& source : *rules) source.name = "rules/" + source.path;
  auto library = load::read_library(*rules);
  if (!library) return fail(library.error());
  const auto checked = assess::Assessor::make(std::make_shared<const Library>(*library));
  if (!checked) return fail(checked.error());
  auto texts = load::read_yaml_files(root / "text");
  if (!texts) return fail(texts.error());
  auto catalog = load::read_catalogs(*texts);
  if (!catalog) return fail(catalog.error());
  std::string files;
  for (auto [folder, extension] :
       {std::pair{"rules", ".yaml"}, std::pair{"maps", ".yaml"}, std::pair{"schema", ".json"}}) {
    auto some = files_of(root, folder, extension);
    if (!some) return fail(some.error());
    files += *some;
  }
  return write(out / "library.bin", pack(*library, *catalog)) && write(out / "files.bin", files)
             ? 0
             : 1;
}
