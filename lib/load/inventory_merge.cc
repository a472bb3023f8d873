// SPDX-License-Identifier: Apache-2.0
#include "load/inventory_merge.h"

#include <map>
#include <tuple>

#include "load/normal_text.h"
#include "load/record_reader.h"
#include "model/schema.h"

namespace ruikei::load {

namespace {

const std::size_t kNowhere = static_cast<std::size_t>(-1);

struct DeviceFields {
  const Kind& kind = inventory_kinds()[*find_kind("devices")];
  std::size_t id = *kind.find("id"), name = *kind.find("name"), addresses = *kind.find("addresses");
};

struct ServiceFields {
  const Kind& kind = inventory_kinds()[*find_kind("services")];
  std::size_t id = *kind.find("id"), device = *kind.find("device"), address = *kind.find("address"),
              port = *kind.find("port"), protocol = *kind.find("protocol");
};

/// Every machine answers under these, so they tell none from another.
bool is_loopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1";
}

void fill_empty_cells(Record& into, const Record& from) {
  for (std::size_t i = 0; i < into.cells.size(); ++i)
    if (!into.cells[i].known()) into.cells[i] = from.cells[i];
}

class ScanMerger {
 public:
  ScanMerger(Inventory& into, Diagnostics& out)
      : devices_(into.sections[*find_kind("devices")]),
        services_(into.sections[*find_kind("services")]),
        out_(out) {
    for (std::size_t i = 0; i < devices_.records.size(); ++i) remember_device(i);
    for (std::size_t i = 0; i < services_.records.size(); ++i)
      by_port_.emplace(service_key(services_.records[i]), i);
  }

  void take_device(Record device) {
    const std::string scanned = id_of(device, d_.kind);
    const std::size_t known = find_device(device);
    if (known == kNowhere) {
      devices_.records.push_back(std::move(device));
      remember_device(devices_.records.size() - 1);
      return;
    }
    fill_empty_cells(devices_.records[known], device);
    renamed_[scanned] = id_of(devices_.records[known], d_.kind);
    remember_device(known);
  }

  void take_service(Record service) {
    const auto renamed = renamed_.find(text_of(service, s_.device));
    if (renamed != renamed_.end()) service.cells[s_.device].value = renamed->second;
    const auto known = by_port_.find(service_key(service));
    if (known != by_port_.end()) return fill_empty_cells(services_.records[known->second], service);
    by_port_.emplace(service_key(service), services_.records.size());
    services_.records.push_back(std::move(service));
  }

 private:
  using ServiceKey = std::tuple<std::string, std::int64_t, std::string>;

  ServiceKey service_key(const Record& service) const {
    const auto* port = std::get_if<std::int64_t>(&service.cells[s_.port].value);
    const std::string& device = text_of(service, s_.device);
    const std::string& protocol = text_of(service, s_.protocol);
    return {device.empty() ? text_of(service, s_.address) : device, port ? *port : -1,
            protocol.empty() ? "tcp" : comparable(protocol)};
  }

  void remember_device(std::size_t index) {
    const Record& device = devices_.records[index];
    for (const std::string& address : addresses_of(device))
      if (!is_loopback(address)) by_address_.emplace(address, index);
    for (const std::size_t field : {d_.id, d_.name})
      if (!text_of(device, field).empty())
        by_name_.emplace(comparable(text_of(device, field)), index);
  }

  const std::vector<std::string>& addresses_of(const Record& device) const {
    static const std::vector<std::string> none;
    const auto* list = std::get_if<std::vector<std::string>>(&device.cells[d_.addresses].value);
    return list ? *list : none;
  }

  std::size_t find_device(const Record& device) {
    std::size_t by_address = kNowhere;
    for (const std::string& address : addresses_of(device)) {
      const auto found = by_address_.find(address);
      if (found != by_address_.end() && by_address == kNowhere) by_address = found->second;
    }
    const std::string& id = id_of(device, d_.kind);
    const auto found = by_name_.find(comparable(id));
    const std::size_t by_name = found == by_name_.end() ? kNowhere : found->second;
    if (by_address != kNowhere && by_name != kNowhere && by_address != by_name)
      out_.push_back({.code = "I030",
                      .severity = Severity::warning,
                      .place = device.place,
                      .args = {id, id_of(devices_.records[by_address], d_.kind),
                               id_of(devices_.records[by_name], d_.kind)}});
    return by_address != kNowhere ? by_address : by_name;
  }

  DeviceFields d_;
  ServiceFields s_;
  Inventory::Section& devices_;
  Inventory::Section& services_;
  Diagnostics& out_;
  std::map<std::string, std::size_t> by_address_, by_name_;
  std::map<ServiceKey, std::size_t> by_port_;
  std::map<std::string, std::string> renamed_;
};

void announce(Inventory::Section& into, const Inventory::Section& from) {
  if (!into.present && (from.present || !into.place.file)) into.place = from.place;
  into.present |= from.present;
  into.complete |= from.complete;
}

}  // namespace

Inventory empty_inventory() {
  Inventory out;
  out.sections.resize(inventory_kinds().size());
  return out;
}

void merge_inventory(Inventory& into, Inventory from) {
  for (std::size_t i = 0; i < into.sections.size(); ++i) {
    announce(into.sections[i], from.sections[i]);
    for (Record& record : from.sections[i].records)
      into.sections[i].records.push_back(std::move(record));
  }
}

void merge_scan(Inventory& into, Inventory scan, Diagnostics& out) {
  ScanMerger merger(into, out);
  for (std::size_t i = 0; i < into.sections.size(); ++i)
    announce(into.sections[i], scan.sections[i]);
  for (Record& device : scan.sections[*find_kind("devices")].records)
    merger.take_device(std::move(device));
  for (Record& service : scan.sections[*find_kind("services")].records)
    merger.take_service(std::move(service));
}

std::size_t record_count(const Inventory& inventory) {
  std::size_t out = 0;
  for (const Inventory::Section& section : inventory.sections) out += section.records.size();
  return out;
}

}  // namespace ruikei::load
