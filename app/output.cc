// SPDX-License-Identifier: Apache-2.0
#include "output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace ruikei {

namespace {

Diagnostics failed(const std::string& path, int reason) {
  return {{.code = "E005", .args = {path.empty() ? "-" : path, std::strerror(reason)}}};
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Diagnostics write_output(const std::string& path, std::string_view bytes) {
  if (path.empty() || path == "-") {
    if (write_all(STDOUT_FILENO, bytes)) return {};
    return failed(path, errno);
  }
  const std::string temporary = path + ".part-" + std::to_string(::getpid());
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0) return failed(path, errno);
  const bool written = write_all(file, bytes) && ::fsync(file) == 0;
  int reason = written ? 0 : errno;
  if (::close(file) != 0 && reason == 0) reason = errno;
  if (reason == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) reason = errno;
  if (reason == 0) return {};
  ::unlink(temporary.c_str());
  return failed(path, reason);
}

}  // namespace ruikei
