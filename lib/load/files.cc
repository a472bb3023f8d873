// SPDX-License-Identifier: Apache-2.0
// The disk: whole files, and the YAML files below a folder. Messages carry the system's reason.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "load/load.h"

namespace ruikei::load {
namespace {

constexpr std::size_t kMostYamlFiles = 10'000;
constexpr int kDeepestFolder = 16;
constexpr std::size_t kChunk = 1u << 16;

Diagnostic file_error(const std::string& name, std::string code, std::string argument) {
  return {std::move(code), Severity::error, Place{file_name(name)}, {std::move(argument)}, {}, {}};
}

std::string reason(int error) { return std::generic_category().message(error); }

bool is_yaml(const std::filesystem::path& path) {
  return path.extension() == ".yaml" || path.extension() == ".yml";
}

bool is_hidden(const std::filesystem::path& path) {
  return path.filename().string().substr(0, 1) == ".";
}

// Paths of the YAML files below `directory`, relative to it, sorted.
std::vector<std::string> yaml_paths(const std::filesystem::path& directory,
                                    std::error_code& error) {
  std::vector<std::string> paths;
  std::filesystem::recursive_directory_iterator at(directory, error);
  const std::filesystem::recursive_directory_iterator end;
  for (; !error && at != end; at.increment(error)) {
    const std::filesystem::path& path = at->path();
    std::error_code ignored;
    if (at->is_directory(ignored)) {
      if (is_hidden(path) || at.depth() >= kDeepestFolder) at.disable_recursion_pending();
    } else if (is_yaml(path) && !is_hidden(path) && paths.size() < kMostYamlFiles) {
      paths.push_back(path.lexically_relative(directory).generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Result<Source> read_file(const std::filesystem::path& path, std::size_t limit) {
  const std::string name = path.generic_string();
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return failure(file_error(name, "E003", {}));
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      std::fopen(path.string().c_str(), "rb"), std::fclose);
  if (!file && errno == ENOENT) return failure(file_error(name, "E006", {}));
  if (!file) return failure(file_error(name, "E001", reason(errno)));
  Source source{name, {}, {}};
  for (;;) {
    const std::size_t before = source.text.size();
    source.text.resize(before + kChunk);
    const std::size_t got = std::fread(source.text.data() + before, 1, kChunk, file.get());
    source.text.resize(before + got);
    if (source.text.size() > limit) {
      return failure(file_error(name, "E002", std::to_string(limit >> 20)));
    }
    if (got < kChunk) break;
  }
  if (std::ferror(file.get())) return failure(file_error(name, "E001", reason(errno)));
  return source;
}

Result<std::vector<Source>> read_yaml_files(const std::filesystem::path& directory) {
  std::error_code error;
  const std::vector<std::string> paths = yaml_paths(directory, error);
  if (error == std::errc::no_such_file_or_directory)
    return failure(file_error(directory.generic_string(), "E006", {}));
  if (error) return failure(file_error(directory.generic_string(), "E004", error.message()));
  std::vector<Source> sources;
  Diagnostics diagnostics;
  for (const std::string& path : paths) {
    Result<Source> source = read_file(directory / path);
    if (source) {
      source->path = path;
      sources.push_back(std::move(*source));
    } else {
      diagnostics.insert(diagnostics.end(), source.error().begin(), source.error().end());
    }
  }
  if (!diagnostics.empty()) return tl::unexpected(std::move(diagnostics));
  return sources;
}

}  // namespace ruikei::load
