// SPDX-License-Identifier: Apache-2.0
// Nmap's XML output as devices and services: hosts that were up, ports that were open, nothing that
// Nmap itself was unsure of. A scan never makes a list complete, and it does not know who can reach
// what it saw: exposure and zone come from a file beside it or stay unknown.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "load/load.h"
#include "model/case.h"

namespace ruikei::load {

/// `<name>.scan.yaml` beside a scan: where it was taken from and what it looked at.
struct ScanSetting {
  std::string exposure = {};  ///< of every service found; "" unknown
  std::string zone = {};      ///< of every device found; "" unknown
  Place place = {};
};

Result<ScanSetting> read_scan_setting(const Source& source);

struct ScanResult {
  Inventory inventory;
  Diagnostics warnings;
};

/// Whether the bytes look like Nmap's XML at all.
bool looks_like_nmap(std::string_view bytes);

/// X050 no Nmap output, X051 (warning) a host without an address, X052 (warning) the scan says
/// that it did not finish, X053 (warning) a port that is no number; also what XmlDocument says.
Result<ScanResult> read_nmap(std::string_view bytes, const FileName& file,
                             const ScanSetting& setting, ReadReport& report);

}  // namespace ruikei::load
