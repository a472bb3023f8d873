// SPDX-License-Identifier: Apache-2.0
#include "model/schema.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace ruikei {

namespace {

using enum FieldType;
using Names = std::string_view;

// What a zone is for; the words of domain literature: HIS系, 部門系, 医療機器系, 情報系 …
constexpr Names kZoneRole[] = {
    "his",   "department",  "medical_device", "office",      "internet", "management", "dmz",
    "guest", "maintenance", "vendor",         "eligibility", "regional", "other"};
constexpr Names kDeviceRole[] = {
    "firewall", "vpn",           "router",   "switch",    "wireless_controller", "access_point",
    "server",   "client",        "modality", "jump_host", "directory",           "hypervisor",
    "storage",  "backup_server", "printer",  "other"};
constexpr Names kLineKind[] = {"internet",    "vpn",  "ip_vpn",      "leased_line",
                               "lte",         "isdn", "remote_tool", "regional_network",
                               "eligibility", "other"};
constexpr Names kLinePurpose[] = {"remote_maintenance", "internet_access", "supplier",
                                  "regional_sharing",   "eligibility",     "remote_reading",
                                  "cloud_service",      "remote_work",     "other"};
constexpr Names kLineAuth[] = {"none",        "password",          "pre_shared_key",
                               "certificate", "one_time_password", "certificate_and_password",
                               "other"};
constexpr Names kPatchState[] = {"current", "outdated", "end_of_support", "unpatched_exploited"};
constexpr Names kAction[] = {"permit", "deny"};
constexpr Names kAccountKind[] = {"person", "shared", "vendor", "service", "emergency"};
constexpr Names kExposure[] = {"internet", "vendor_line", "internal"};
constexpr Names kServiceAuth[] = {"none", "password", "two_factor", "certificate"};

constexpr Field kZone[] = {
    {"id", text, {}, true},          {"name", text},
    {"role", text, kZoneRole, true}, {"default_deny", boolean},
    {"internet_access", boolean},
};
constexpr Field kSegment[] = {
    {"id", text, {}, true},
    {"prefix", text},
    {"vlan", integer},
    {"zone", text, {}, false, "zones"},
};
constexpr Field kDevice[] = {
    {"id", text, {}, true},
    {"name", text},
    {"role", text, kDeviceRole},
    {"zones", text_list, {}, false, "zones"},
    {"addresses", text_list},
    {"vendor", text},
    {"model", text},
    {"serial", text},
    {"os", text},
    {"os_version", text},
    {"firmware", text},
    {"end_of_support", date},
    {"last_patch", date},
    {"patch_state", text, kPatchState},
    {"antivirus", boolean},
    {"edr", boolean},
    {"device_control", boolean},
    {"host_firewall", boolean},
    {"medical", boolean},
    {"patient_data", boolean},
    {"owner", text},
    {"location", text},
    {"remote_maintenance", boolean},
    {"default_password", boolean},
    {"shared_admin_password", boolean},
    {"two_factor", boolean},
    {"time_synchronised", boolean},
    {"disclosure_date", date},
};
constexpr Field kService[] = {
    {"id", text},
    {"device", text, {}, false, "devices"},
    {"address", text},
    {"port", integer, {}, true},
    {"protocol", text},
    {"name", text},
    {"product", text},
    {"version", text},
    {"exposure", text, kExposure},
    {"authentication", text, kServiceAuth},
    {"encrypted", boolean},
};
constexpr Field kLine[] = {
    {"id", text, {}, true},
    {"kind", text, kLineKind, true},
    {"purpose", text, kLinePurpose},
    {"vendor", text},
    {"target", text},
    {"device", text, {}, false, "devices"},
    {"zone", text, {}, false, "zones"},
    {"authentication", text, kLineAuth},
    {"mfa", boolean},
    {"source_limited", boolean},
    {"destination_limited", boolean},
    {"always_on", boolean},
    {"on_demand", boolean},
    {"via_gateway", boolean},
    {"recorded", boolean},
    {"named_accounts", boolean},
    {"encrypted", boolean},
    {"behind_firewall", boolean},
    {"patch_state", text, kPatchState},
    {"end_of_support", date},
    {"in_ledger", boolean},
    {"owner", text},
    {"contract", boolean},
};
constexpr Field kRule[] = {
    {"id", text},
    {"device", text, {}, false, "devices"},
    {"position", integer},
    {"from_zone", text, {}, false, "zones"},
    {"to_zone", text, {}, false, "zones"},
    {"source", text},
    {"destination", text},
    {"protocol", text},
    {"port", text},
    {"action", text, kAction, true},
    {"enabled", boolean},
    {"logged", boolean},
    {"owner", text},
    {"purpose", text},
    {"expires", date},
    {"last_hit", date},
};
constexpr Field kAccount[] = {
    {"id", text, {}, true},
    {"system", text},
    {"device", text, {}, false, "devices"},
    {"kind", text, kAccountKind},
    {"owner", text},
    {"privileged", boolean},
    {"enabled", boolean},
    {"last_logon", date},
    {"mfa", boolean},
    {"default_password", boolean},
    {"password_reused", boolean},
    {"lockout", boolean},
    {"minimum_length", integer},
    {"daily_use", boolean},
};
constexpr Field kBackup[] = {
    {"id", text, {}, true},
    {"system", text},
    {"device", text, {}, false, "devices"},
    {"generations", integer},
    {"offline", boolean},
    {"immutable", boolean},
    {"domain_joined", boolean},
    {"separate_accounts", boolean},
    {"last_backup", date},
    {"last_restore_test", date},
};
constexpr Field kLogSource[] = {
    {"id", text, {}, true},      {"device", text, {}, false, "devices"},
    {"enabled", boolean},        {"forwarded", boolean},
    {"retention_days", integer}, {"protected", boolean},
    {"monitored_24h", boolean},
};
constexpr Field kAiService[] = {
    {"id", text, {}, true},
    {"provider", text},
    {"purpose", text},
    {"listed", boolean},
    {"region", text},
    {"retention_days", integer},
    {"training", boolean},
    {"line", text, {}, false, "lines"},
    {"sso", boolean},
    {"mfa", boolean},
    {"via_gateway", boolean},
    {"read_only", boolean},
    {"human_approval", boolean},
    {"patient_data", boolean},
    {"logs_exported", boolean},
};

constexpr Kind kInventory[] = {
    {"zones", "zone", kZone},
    {"segments", "segment", kSegment},
    {"devices", "device", kDevice},
    {"services", "service", kService},
    {"lines", "line", kLine},
    {"rules", "rule", kRule},
    {"accounts", "account", kAccount},
    {"backups", "backup", kBackup},
    {"log_sources", "log_source", kLogSource},
    {"ai_services", "ai_service", kAiService},
};

constexpr Names kEhr[] = {"on_premises", "data_centre", "cloud", "none"};
constexpr Names kFacilityKind[] = {
    "hospital",          "clinic", "psychiatric_hospital", "university_hospital",
    "care_mix_hospital", "other"};
constexpr Names kBedClass[] = {"0-19", "20-99", "100-199", "200-299", "300-399", "400-499", "500+"};

constexpr Field kFacility[] = {
    {"id", text, {}, true},
    {"name", text, {}, true},
    {"beds", integer, {}, true},
    {"bed_class", text, kBedClass},
    {"kind", text, kFacilityKind},
    {"founder", text},
    {"prefecture", text},
    {"ehr", text, kEhr},
    {"medical_information_systems", boolean},
    {"it_staff", integer},
    {"it_budget_yen", integer},
    {"uses_cloud_ai", boolean},
    {"plans_cloud_ai", boolean},
    {"regional_network", boolean},
    {"outsourced_servers", boolean},
    {"invented", boolean},
    {"as_of", date},
    {"note", text},
};
constexpr Kind kFacilityTable = {"facilities", "facility", kFacility};

}  // namespace

std::optional<std::size_t> Kind::find(std::string_view id) const {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].id == id) return i;
  return std::nullopt;
}

std::span<const Kind> inventory_kinds() { return kInventory; }

std::optional<std::size_t> find_kind(std::string_view section) {
  for (std::size_t i = 0; i < std::size(kInventory); ++i)
    if (kInventory[i].section == section) return i;
  return std::nullopt;
}

const Kind& facility_kind() { return kFacilityTable; }

std::string_view bed_class(std::int64_t beds) {
  if (beds < 0) return {};
  if (beds < 20) return kBedClass[0];
  return kBedClass[beds < 100 ? 1 : beds >= 500 ? 6 : static_cast<std::size_t>(beds / 100 + 1)];
}

std::span<const std::string_view> bed_classes() { return kBedClass; }

std::optional<std::int64_t> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int year = 0;
  unsigned month = 0, day = 0;
  auto whole = [&](std::size_t at, std::size_t length, auto& out) {
    auto [end, error] = std::from_chars(text.data() + at, text.data() + at + length, out);
    return error == std::errc{} && end == text.data() + at + length;
  };
  if (!whole(0, 4, year) || !whole(5, 2, month) || !whole(8, 2, day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

std::string iso_date(std::int64_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out;
}

}  // namespace ruikei
