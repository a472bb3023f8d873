// SPDX-License-Identifier: Apache-2.0
#include "load/nmap.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "load/inventory_merge.h"
#include "load/problem.h"
#include "load/record_reader.h"
#include "load/xml_reader.h"
#include "load/yaml_map.h"
#include "model/schema.h"

namespace ruikei::load {

namespace {

constexpr int kSureEnough = 90;  // percent from which Nmap's guess of the operating system is taken

std::optional<int> parse_int(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class NmapReader {
 public:
  NmapReader(const ScanSetting& setting, ReadReport& report) : setting_(setting), report_(report) {
    out_.inventory = empty_inventory();
  }

  ScanResult read(const XmlElement& run) {
    devices().place = services().place = run.place();
    for (XmlElement host = run.child("host"); host; host = host.next("host")) read_host(host);
    devices().present = services().present = report_.understood > 0;
    const XmlElement stats = run.child("runstats");
    // Nmap lists hosts that were down only when told to, but counts them.
    const XmlElement hosts = stats ? stats.child("hosts") : XmlElement();
    const int down = hosts ? parse_int(hosts.attribute("down")).value_or(0) : 0;
    if (down > 0) report_.ignored = std::max(report_.ignored, static_cast<std::size_t>(down));
    const XmlElement finished = stats ? stats.child("finished") : XmlElement();
    if (!finished || finished.attribute("exit") == "error") warn("X052", run.place(), {});
    return std::move(out_);
  }

 private:
  Inventory::Section& devices() { return out_.inventory.sections[*find_kind("devices")]; }
  Inventory::Section& services() { return out_.inventory.sections[*find_kind("services")]; }

  void warn(const char* code, Place place, std::vector<std::string> args) {
    out_.warnings.push_back(warning(code, std::move(place), std::move(args)));
  }

  static void set(Record& record, const Kind& kind, std::string_view field, CellValue value,
                  const Place& place) {
    record.cells[*kind.find(field)] = {std::move(value), place};
  }

  static void set_text(Record& record, const Kind& kind, std::string_view field,
                       std::string_view text, const Place& place) {
    if (!text.empty()) set(record, kind, field, std::string(text), place);
  }

  void read_host(const XmlElement& host) {
    const XmlElement status = host.child("status");
    if (!status || status.attribute("state") != "up") {
      ++report_.ignored;
      return;
    }
    std::vector<std::string> addresses;
    for (XmlElement a = host.child("address"); a; a = a.next("address"))
      if (a.attribute("addrtype") != "mac" && !a.attribute("addr").empty())
        addresses.emplace_back(a.attribute("addr"));
    if (addresses.empty()) {
      ++report_.failed;
      return warn("X051", host.place(), {});
    }
    const std::string name = host_name(host);
    const std::string id = unique_id(name, addresses[0]);
    const Kind& kind = inventory_kinds()[*find_kind("devices")];
    Record device = empty_record(kind, host.place());
    set_text(device, kind, "id", id, host.place());
    set_text(device, kind, "name", name, host.place());
    set(device, kind, "addresses", addresses, host.place());
    if (!setting_.zone.empty())
      set(device, kind, "zones", std::vector<std::string>{setting_.zone}, setting_.place);
    read_os(host, device, kind);
    devices().records.push_back(std::move(device));
    ++report_.understood;
    const XmlElement ports = host.child("ports");
    for (XmlElement p = ports ? ports.child("port") : XmlElement(); p; p = p.next("port"))
      read_port(p, id, addresses[0]);
  }

  static std::string host_name(const XmlElement& host) {
    const XmlElement names = host.child("hostnames");
    for (XmlElement n = names ? names.child("hostname") : XmlElement(); n; n = n.next("hostname"))
      if (!n.attribute("name").empty()) return std::string(n.attribute("name"));
    return {};
  }

  /// The name, or the address where there is no name or two hosts share it.
  std::string unique_id(const std::string& name, const std::string& address) {
    if (!name.empty() && ids_.insert(name).second) return name;
    std::string id = address;
    for (int n = 2; !ids_.insert(id).second; ++n) id = address + "#" + std::to_string(n);
    return id;
  }

  /// The best guess, if it is good enough and no other is as good.
  static void read_os(const XmlElement& host, Record& device, const Kind& kind) {
    const XmlElement os = host.child("os");
    int best = kSureEnough - 1;
    bool alone = false;
    XmlElement found;
    for (XmlElement m = os ? os.child("osmatch") : XmlElement(); m; m = m.next("osmatch")) {
      const int accuracy = parse_int(m.attribute("accuracy")).value_or(0);
      if (accuracy < best || accuracy < kSureEnough) continue;
      alone = accuracy > best || (alone && m.attribute("name") == found.attribute("name"));
      best = accuracy;
      found = m;
    }
    if (found && alone) set_text(device, kind, "os", found.attribute("name"), found.place());
  }

  void read_port(const XmlElement& port, const std::string& device, const std::string& address) {
    const XmlElement state = port.child("state");
    if (!state || state.attribute("state") != "open") return;  // `open|filtered` is not known
    const auto number = parse_int(port.attribute("portid"));
    if (!number || *number < 0 || *number > 65535)
      return warn("X053", port.place(), {std::string(port.attribute("portid"))});
    const std::string protocol(port.attribute("protocol"));
    const Kind& kind = inventory_kinds()[*find_kind("services")];
    Record service = empty_record(kind, port.place());
    const Place place = port.place();
    set_text(service, kind, "id", device + ":" + std::to_string(*number) + "/" + protocol, place);
    set_text(service, kind, "device", device, place);
    set_text(service, kind, "address", address, place);
    set(service, kind, "port", std::int64_t{*number}, place);
    set_text(service, kind, "protocol", protocol, place);
    set_text(service, kind, "exposure", setting_.exposure, setting_.place);
    if (const XmlElement what = port.child("service")) {
      set_text(service, kind, "name", what.attribute("name"), what.place());
      set_text(service, kind, "product", what.attribute("product"), what.place());
      set_text(service, kind, "version", what.attribute("version"), what.place());
      if (what.attribute("tunnel") == "ssl" && what.attribute("method") == "probed")
        set(service, kind, "encrypted", true, what.place());
    }
    services().records.push_back(std::move(service));
  }

  const ScanSetting& setting_;
  ReadReport& report_;
  ScanResult out_;
  std::set<std::string> ids_;
};

}  // namespace

Result<ScanSetting> read_scan_setting(const Source& source) {
  const auto root = read_yaml(source);
  if (!root) return tl::unexpected<Diagnostics>(root.error());
  Diagnostics errors;
  ScanSetting out;
  MapReader in(*root, errors);
  out.place = root->place;
  out.zone = in.text_or("zone");
  const Kind& services = inventory_kinds()[*find_kind("services")];
  const Field& exposure = services.fields[*services.find("exposure")];
  if (const YamlNode* node = in.optional_child("exposure"))
    if (const auto word = as_word(*node, exposure.choices, errors))
      out.exposure = std::string(exposure.choices[*word]);
  in.finish();
  if (!errors.empty()) return tl::unexpected<Diagnostics>(std::move(errors));
  return out;
}

bool looks_like_nmap(std::string_view bytes) {
  constexpr std::size_t kHead = 4096;
  return bytes.substr(0, kHead).find("<nmaprun") != std::string_view::npos;
}

Result<ScanResult> read_nmap(std::string_view bytes, const FileName& file,
                             const ScanSetting& setting, ReadReport& report) {
  const auto document = XmlDocument::read(bytes, file);
  if (!document) return tl::unexpected<Diagnostics>(document.error());
  const XmlElement root = document->root();
  if (root.name() != "nmaprun")
    return failure({.code = "X050", .place = root.place(), .args = {std::string(root.name())}});
  return NmapReader(setting, report).read(root);
}

}  // namespace ruikei::load
