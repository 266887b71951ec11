// SPDX-License-Identifier: Apache-2.0
#include "codec/byte_stream.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace tamis::codec {

bool ByteStream::recover(std::string_view) {
  return false;
}

FdStream::FdStream(base::Fd fd, std::uint64_t* consumed)
    : owned_(std::move(fd)), fd_(owned_.get()), consumed_(consumed) {}

FdStream::FdStream(int borrowed, std::uint64_t* consumed) : fd_(borrowed), consumed_(consumed) {}

std::size_t FdStream::read(std::span<char> out) {
  if (error_) return 0;
  for (;;) {
    const ssize_t got = ::read(fd_, out.data(), out.size());
    if (got >= 0) {
      if (consumed_ != nullptr) *consumed_ += static_cast<std::uint64_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (errno == EINTR) continue;
    error_ =
        Error{ErrorKind::kUnreadable, "cannot be read: " + std::generic_category().message(errno)};
    return 0;
  }
}

std::size_t MemoryStream::read(std::span<char> out) {
  const std::size_t size = std::min(out.size(), rest_.size());
  if (size > 0) std::memcpy(out.data(), rest_.data(), size);
  rest_.remove_prefix(size);
  return size;
}

}  // namespace tamis::codec
