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
  std::string path =
      {};  ///< relative to the folder it was found in ("controls/media.yaml"), if any
};

inline constexpr std::size_t kMaxFileBytes = 256u << 20;

/// Reads a whole file. E006 not there, E001 not readable (system reason), E002 larger than `limit`.
Result<Source> read_file(const std::filesystem::path& path, std::size_t limit = kMaxFileBytes);

/// All `*.yaml` and `*.yml` below `directory` (not in hidden folders), sorted by `path`; `name` is
/// the folder as given and the path. E006 not there, E004 cannot be read.
Result<std::vector<Source>> read_yaml_files(const std::filesystem::path& directory);

/// A rule library from its files (tests `*_test.yaml` are skipped); fills `sha256`.
Result<Library> read_library(const std::vector<Source>& sources);

/// The tests that stand beside the rules.
Result<std::vector<LibraryTestCase>> read_library_tests(const std::vector<Source>& sources,
                                                        const Library& library);

/// SHA-256 over path and text of the library's files without its tests, in order of path;
/// hexadecimal. Where the folder stands does not matter.
std::string library_hash(const std::vector<Source>& sources);

/// A case that was read, with warnings that did not keep it from being read.
struct LoadedCase {
  Case value;
  Diagnostics warnings;
};

/// What reading needs beyond the files themselves.
struct ReadOptions {
  std::vector<Source> maps =
      {};  ///< column maps of registers (maps/*.yaml), built in or the user's
};

/// A case: a folder (`facility.yaml`, `answers.{yaml,csv,xlsx,json}`, `inventory/`) or one file.
Result<LoadedCase> read_case(const std::filesystem::path& path, const Library& library,
                             const ReadOptions& options = {});

/// An inventory from single files (YAML, registers, scans), with what each of them gave.
struct LoadedInventory {
  Inventory value;
  std::vector<ReadReport> read_reports;
  Diagnostics warnings;
};
Result<LoadedInventory> read_inventory_files(const std::vector<std::filesystem::path>& paths,
                                             const ReadOptions& options = {});

/// Facilities (records of facility_kind()) from a public list of hospitals; `map` names one of the
/// column maps, "" takes the one whose headers fit best.
struct LoadedFacilities {
  std::vector<Record> value;
  ReadReport read_report;
  Diagnostics warnings;
};
Result<LoadedFacilities> read_facility_list(const std::filesystem::path& path,
                                            const ReadOptions& options, std::string_view map = {});

/// Catalog entries (`key: {ja: …, en: …}`) of a text/*.yaml file.
Result<std::vector<Catalog::Entry>> read_catalog(const Source& source);

/// All of them together; a key that two files give is an error (E010).
Result<Catalog> read_catalogs(const std::vector<Source>& sources);

}  // namespace ruikei::load
