// SPDX-License-Identifier: Apache-2.0
#include "archive/mend.h"

#include "base/file.h"
#include "codec/decoded_stream.h"
#include "codec/gzip_member.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <vector>

namespace tamis::archive {
namespace {

std::uint64_t size_of(int fd, const std::string& path) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) base::throw_io("look at", path, errno);
  return static_cast<std::uint64_t>(status.st_size);
}

// Whether the bytes are a member from beginning to end.
bool inflates(const std::string& member) {
  codec::DecodedStream stream(std::make_unique<codec::MemoryStream>(member), codec::Coding::kGzip,
                              {});
  std::vector<char> buffer(codec::kBufferSize);
  while (stream.read(buffer) > 0) continue;
  return !stream.error();
}

}  // namespace

std::uint64_t mend(const std::string& path) {
  const base::Fd fd = base::open_file(path, O_RDWR);
  const std::uint64_t size = size_of(fd.get(), path);
  const auto begin = static_cast<std::size_t>(std::min<std::uint64_t>(size, 2));
  if (!std::string_view("\x1f\x8b").starts_with(base::read_at(fd.get(), 0, begin, path)))
    return kForeign;
  std::vector<std::uint64_t> starts;
  std::uint64_t at = 0;
  while (at + codec::GzipMember::kHeader <= size) {
    const auto length =
        codec::GzipMember::length(base::read_at(fd.get(), at, codec::GzipMember::kHeader, path));
    if (!length && at == 0) return kForeign;
    if (!length || *length > size - at) break;
    starts.push_back(at);
    at += *length;
  }
  // The members behind a hole that a lost write left look whole until they are inflated.
  while (!starts.empty()) {
    const auto length = static_cast<std::size_t>(at - starts.back());
    if (inflates(base::read_at(fd.get(), starts.back(), length, path))) break;
    at = starts.back();
    starts.pop_back();
  }
  if (at < size && ::ftruncate(fd.get(), static_cast<off_t>(at)) != 0)
    base::throw_io("mend", path, errno);
  return at;
}

}  // namespace tamis::archive
