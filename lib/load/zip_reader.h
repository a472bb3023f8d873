// SPDX-License-Identifier: Apache-2.0
// The parts of a ZIP archive in memory. Nothing is written to disk, and an archive that would
// unpack to far more than it weighs is refused while it is being unpacked, whatever its directory
// claims.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ruikei::load {

struct ZipLimits {
  std::size_t entries = 4096;
  std::size_t entry_bytes = 128u << 20;  ///< unpacked, each
  std::size_t total_bytes = 256u << 20;  ///< unpacked, all that are asked for
  std::size_t ratio = 200;               ///< unpacked to packed, looked at from `free_bytes` on
  std::size_t free_bytes = 1u << 20;
};

/// Reads the parts whose name (with `/` between folders, no leading `/`) `wanted` accepts.
/// X020 no archive or cut, X021 an entry is encrypted, X022 too many entries, X023 unpacks to too
/// much, X024 an entry is damaged, X025 two entries of one name.
Result<std::map<std::string, std::string>> read_zip(std::string_view bytes, const FileName& file,
                                                    bool (*wanted)(std::string_view name),
                                                    const ZipLimits& limits = {});

}  // namespace ruikei::load
