// SPDX-License-Identifier: Apache-2.0
#include "load/zip_reader.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace ruikei::load {

namespace {

/// minizip's file functions over bytes in memory.
struct Memory {
  std::string_view bytes;
  std::uint64_t at = 0;
};

voidpf open_memory(voidpf opaque, const void*, int) { return opaque; }

uLong read_memory(voidpf, voidpf stream, void* out, uLong size) {
  auto& memory = *static_cast<Memory*>(stream);
  const std::uint64_t left = memory.bytes.size() - memory.at;
  const std::uint64_t count = std::min<std::uint64_t>(size, left);
  std::memcpy(out, memory.bytes.data() + memory.at, count);
  memory.at += count;
  return static_cast<uLong>(count);
}

uLong write_memory(voidpf, voidpf, const void*, uLong) { return 0; }

ZPOS64_T tell_memory(voidpf, voidpf stream) { return static_cast<Memory*>(stream)->at; }

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  auto& memory = *static_cast<Memory*>(stream);
  const std::uint64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory.at
                             : origin == ZLIB_FILEFUNC_SEEK_END ? memory.bytes.size()
                                                                : 0;
  if (offset > memory.bytes.size() || base > memory.bytes.size() - offset) return -1;
  memory.at = base + offset;
  return 0;
}

int close_memory(voidpf, voidpf) { return 0; }
int error_memory(voidpf, voidpf) { return 0; }

struct Close {
  void operator()(void* zip) const { unzClose(zip); }
};
using Zip = std::unique_ptr<void, Close>;

Zip open(Memory& memory) {
  zlib_filefunc64_def functions = {};
  functions.zopen64_file = open_memory;
  functions.zread_file = read_memory;
  functions.zwrite_file = write_memory;
  functions.ztell64_file = tell_memory;
  functions.zseek64_file = seek_memory;
  functions.zclose_file = close_memory;
  functions.zerror_file = error_memory;
  functions.opaque = &memory;
  return Zip(unzOpen2_64("", &functions));
}

class ZipReader {
 public:
  ZipReader(Zip zip, const FileName& file, const ZipLimits& limits)
      : zip_(std::move(zip)), file_(file), limits_(limits) {}

  Result<std::map<std::string, std::string>> read(bool (*wanted)(std::string_view)) {
    std::size_t entries = 0;
    for (int more = unzGoToFirstFile(zip_.get()); more != UNZ_END_OF_LIST_OF_FILE;
         more = unzGoToNextFile(zip_.get())) {
      if (more != UNZ_OK) return fail("X020");
      if (++entries > limits_.entries) return fail("X022", {std::to_string(limits_.entries)});
      unz_file_info64 info;
      const std::string name = entry_name(info);
      if (name.empty()) return fail("X020");
      if (!wanted(name)) continue;
      if (parts_.count(name)) return fail("X025", {name});
      if (info.flag & 1) return fail("X021", {name});
      std::string& out = parts_[name];
      if (const char* code = unpack(info.compressed_size, out)) return fail(code, {name});
    }
    return std::move(parts_);
  }

 private:
  tl::unexpected<Diagnostics> fail(const char* code, std::vector<std::string> args = {}) const {
    return failure({.code = code, .place = {file_}, .args = std::move(args)});
  }

  std::string entry_name(unz_file_info64& info) const {
    char name[1024] = {};
    if (unzGetCurrentFileInfo64(zip_.get(), &info, name, sizeof name - 1, nullptr, 0, nullptr, 0) !=
        UNZ_OK)
      return {};
    std::string out(name);
    std::replace(out.begin(), out.end(), '\\', '/');  // some Windows programs write these
    out.erase(0, std::min(out.find_first_not_of('/'), out.size()));
    return out;
  }

  /// The code of what went wrong, or nullptr.
  const char* unpack(std::uint64_t packed, std::string& out) {
    if (unzOpenCurrentFile(zip_.get()) != UNZ_OK) return "X024";
    char block[65536];
    int count = 0;
    const char* code = nullptr;
    while (!code && (count = unzReadCurrentFile(zip_.get(), block, sizeof block)) > 0) {
      out.append(block, static_cast<std::size_t>(count));
      total_ += static_cast<std::size_t>(count);
      const bool bomb = out.size() > limits_.free_bytes && out.size() / limits_.ratio > packed;
      if (bomb || out.size() > limits_.entry_bytes || total_ > limits_.total_bytes) code = "X023";
    }
    const int closed = unzCloseCurrentFile(zip_.get());  // also compares the checksum
    if (!code && (count < 0 || closed != UNZ_OK)) code = "X024";
    return code;
  }

  Zip zip_;
  FileName file_;
  ZipLimits limits_;
  std::size_t total_ = 0;
  std::map<std::string, std::string> parts_;
};

}  // namespace

Result<std::map<std::string, std::string>> read_zip(std::string_view bytes, const FileName& file,
                                                    bool (*wanted)(std::string_view name),
                                                    const ZipLimits& limits) {
  Memory memory{bytes};
  Zip zip = open(memory);
  if (!zip) return failure({.code = "X020", .place = {file}});
  return ZipReader(std::move(zip), file, limits).read(wanted);
}

}  // namespace ruikei::load
