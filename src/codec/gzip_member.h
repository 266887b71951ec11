// SPDX-License-Identifier: Apache-2.0
// GzipMember: bytes to one gzip member (RFC 1952) whose header tells how long it is, so that a file
// of members can be walked without inflating them: the extra field "sl" of the WARC standard's
// annex D (ISO 28500), compressed and plain length, 32 bits each.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tamis::codec {

// Memory: 350 KiB, kept from one member to the next. Thread rule: one thread at a time.
class GzipMember {
 public:
  explicit GzipMember(int level);
  ~GzipMember();
  GzipMember(const GzipMember&) = delete;
  GzipMember& operator=(const GzipMember&) = delete;

  void append(std::string& out, std::string_view bytes);  // at most 2 GiB

  static constexpr std::size_t kHeader = 24;
  // The length in bytes of the member that begins with these kHeader bytes; none when it is not one
  // that append() wrote.
  static std::optional<std::uint64_t> length(std::string_view header);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace tamis::codec
