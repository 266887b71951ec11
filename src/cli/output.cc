// SPDX-License-Identifier: Apache-2.0
#include "cli/output.h"

#include "base/file.h"
#include "cli/process.h"

#include <unistd.h>

#include <cerrno>

namespace tamis::cli {
namespace {

constexpr std::size_t kBuffer = 1u << 16;

}  // namespace

Output::Output() : at_once_(is_terminal(STDOUT_FILENO)) {}

void Output::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (at_once_ || buffer_.size() >= kBuffer) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ReaderGone();
    } else if (errno != EINTR) {
      base::throw_io("write to", "standard output", errno);
    }
  }
  buffer_.clear();
}

}  // namespace tamis::cli
