// SPDX-License-Identifier: Apache-2.0
// A rule library from its files, which are recognised by their names.
#include <algorithm>
#include <string_view>

#include "base/spelling.h"
#include "load/hash.h"
#include "load/library_parts.h"

namespace ruikei::load {
namespace {

using ReadFile = void (*)(const YamlNode&, LibraryContext&);

struct Part {
  std::string_view path;
  ReadFile read;
};

// Read in this order, so that the library's lists come out the same whatever the order of sources.
constexpr Part kParts[] = {{"library.yaml", read_library_file},
                           {"typology.yaml", read_typology_file},
                           {"measures.yaml", read_measures_file},
                           {"routes.yaml", read_routes_file}};
constexpr std::string_view kControlsFolder = "controls/";

const std::string& path_of(const Source& source) {
  return source.path.empty() ? source.name : source.path;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_test(const Source& source) { return ends_with(path_of(source), "_test.yaml"); }

bool is_controls(std::string_view path) {
  return path.substr(0, kControlsFolder.size()) == kControlsFolder && ends_with(path, ".yaml") &&
         path.find('/', kControlsFolder.size()) == std::string_view::npos;
}

std::vector<const Source*> without_tests(const std::vector<Source>& sources) {
  std::vector<const Source*> files;
  for (const Source& source : sources)
    if (!is_test(source)) files.push_back(&source);
  std::sort(files.begin(), files.end(),
            [](const Source* a, const Source* b) { return path_of(*a) < path_of(*b); });
  return files;
}

void read_one(const Source& source, ReadFile read, LibraryContext& context) {
  const Result<YamlNode> root = read_yaml(source);
  if (root) {
    context.remember(*root);
    read(*root, context);
  } else {
    context.diagnostics.insert(context.diagnostics.end(), root.error().begin(), root.error().end());
  }
}

// The folder that the library's files stand in, for messages about files that are not there.
std::string folder_of(const std::vector<const Source*>& files) {
  if (files.empty()) return {};
  const std::string& name = files.front()->name;
  const std::string& path = path_of(*files.front());
  return ends_with(name, path) ? name.substr(0, name.size() - path.size()) : std::string();
}

void report_unknown(const Source& source, LibraryContext& context) {
  std::vector<std::string> known;
  for (const Part& part : kParts) known.emplace_back(part.path);
  context.diagnostics.push_back({"R105",
                                 Severity::error,
                                 Place{file_name(source.name)},
                                 {path_of(source)},
                                 {},
                                 nearest(path_of(source), known)});
}

void read_files(const std::vector<const Source*>& files, LibraryContext& context) {
  for (const Part& part : kParts) {
    const auto at = std::find_if(files.begin(), files.end(),
                                 [&](const Source* file) { return path_of(*file) == part.path; });
    if (at != files.end()) {
      read_one(**at, part.read, context);
    } else {
      context.error(Place{file_name(folder_of(files) + std::string(part.path))}, "R104",
                    {std::string(part.path)});
    }
  }
  bool has_controls = false;
  for (const Source* file : files) {
    const std::string& path = path_of(*file);
    if (is_controls(path)) {
      has_controls = true;
      read_one(*file, read_controls_file, context);
    } else if (std::none_of(std::begin(kParts), std::end(kParts),
                            [&](const Part& part) { return part.path == path; })) {
      report_unknown(*file, context);
    }
  }
  if (!has_controls) {
    const std::string folder(kControlsFolder);
    context.error(Place{file_name(folder_of(files) + folder)}, "R106", {folder});
  }
}

bool hides_a_file(const Diagnostic& diagnostic) {
  const std::string& code = diagnostic.code;
  return code == "R104" || code == "R106" || (code[0] == 'Y' && code < "Y020");
}

}  // namespace

Result<Library> read_library(const std::vector<Source>& sources) {
  LibraryContext context;
  read_files(without_tests(sources), context);
  // If a file is missing or no YAML, every name that leads into it would be reported too.
  if (std::none_of(context.diagnostics.begin(), context.diagnostics.end(), hides_a_file)) {
    context.resolve();
    check_library(context);
  }
  put_in_order(context.diagnostics);
  if (has_errors(context.diagnostics)) return tl::unexpected(std::move(context.diagnostics));
  context.library.sha256 = library_hash(sources);
  return std::move(context.library);
}

std::string library_hash(const std::vector<Source>& sources) {
  // Lengths stand between the texts, so that no two libraries run together to the same bytes.
  std::vector<std::string> heads;
  const std::vector<const Source*> files = without_tests(sources);
  for (const Source* file : files) {
    heads.push_back(path_of(*file) + '\n' + std::to_string(file->text.size()) + '\n');
  }
  std::vector<std::string_view> parts;
  for (std::size_t i = 0; i < files.size(); ++i) {
    parts.emplace_back(heads[i]);
    parts.emplace_back(files[i]->text);
  }
  return sha256_hex(parts);
}

}  // namespace ruikei::load
