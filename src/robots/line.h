// SPDX-License-Identifier: Apache-2.0
// The lines of a robots.txt (RFC 9309, 2.2): key and value, without comments.
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::robots {

enum class Key : std::uint8_t { kUserAgent, kAllow, kDisallow, kCrawlDelay, kSitemap, kOther };

struct Line {
  std::uint32_t number = 0;  // 1-based
  Key key = Key::kOther;
  std::string_view value;  // trimmed; may be empty
  std::string_view text;   // key and value as they stand there
};

class LineReader {
 public:
  // The bytes outlive the reader. A UTF-8 byte order mark, or its first bytes, is passed over.
  explicit LineReader(std::string_view bytes);

  // The next line that has a colon; false at the end. "\r\n" is one line end.
  bool next(Line& out);

 private:
  std::string_view rest_;
  std::uint32_t number_ = 0;
};

}  // namespace tamis::robots
