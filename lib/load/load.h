// SPDX-License-Identifier: Apache-2.0
// The door: every foreign format becomes `model` here. Sizes, depths and encodings are capped,
// secrets never survive reading, and every mistake is collected with its place before anything is
// returned.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/case.h"
#include "model/library.h"
#include "model/library_test_case.h"

namespace ruikei::load {

/// A named text, from disk or embedded.
struct Source {
  std::string name;  ///< as the user gave it; shown in messages
  std::string text;
};

inline constexpr std::size_t kMaxFileBytes = 256u << 20;

/// Reads a whole file. E001 not there or not readable (system reason), E002 larger than `limit`.
Result<Source> read_file(const std::filesystem::path& path, std::size_t limit = kMaxFileBytes);

/// All `*.yaml` below `directory`, sorted by name.
Result<std::vector<Source>> read_yaml_files(const std::filesystem::path& directory);

/// A rule library from its files (tests `*_test.yaml` are skipped); fills `sha256`.
Result<Library> read_library(const std::vector<Source>& sources);

/// The tests that stand beside the rules.
Result<std::vector<LibraryTestCase>> read_library_tests(const std::vector<Source>& sources,
                                                        const Library& library);

/// SHA-256 over name and text of the library's files, in order of name; hexadecimal.
std::string library_hash(const std::vector<Source>& sources);

/// A case that was read, with warnings that did not keep it from being read.
struct LoadedCase {
  Case value;
  Diagnostics warnings;
};

/// A case: a folder (`facility.yaml`, `answers.{yaml,csv,xlsx,json}`, `inventory/`) or one file.
Result<LoadedCase> read_case(const std::filesystem::path& path, const Library& library);

/// Catalog entries (`key: {ja: …, en: …}`) of a text/*.yaml file.
Result<std::vector<Catalog::Entry>> read_catalog(const Source& source);

}  // namespace ruikei::load
