// SPDX-License-Identifier: Apache-2.0
#include "decode/evidence.h"

#include "base/utf8.h"
#include "decode/charset_label.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>

namespace tamis::decoding {

namespace {

unsigned char byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

struct DetectorDelete {
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

}  // namespace

Utf8Shape utf8_shape(std::string_view bytes) {
  Utf8Shape shape;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte(bytes, at) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    base::next_code_point(bytes, at);
    if (at - begin > 1) {
      ++shape.good;
      shape.good_long += at - begin > 2;
      continue;
    }
    if (bytes.size() - begin < 4 && base::valid_utf8(bytes.substr(begin), true)) break;
    ++shape.bad;
    while (at < bytes.size() && base::is_continuation(bytes[at])) ++at;
  }
  return shape;
}

std::string non_ascii_sample(std::string_view bytes, std::size_t limit) {
  std::string sample;
  std::size_t at = 0;
  while (at < bytes.size() && sample.size() < limit) {
    while (at < bytes.size() && byte(bytes, at) < 0x80) ++at;
    const std::size_t begin = at;
    // Two ASCII bytes after a high one: the second is not a trail byte in any of the charsets.
    std::size_t ascii = 0;
    for (; at < bytes.size() && ascii < 2; ++at) ascii = byte(bytes, at) < 0x80 ? ascii + 1 : 0;
    sample.append(bytes, begin, at - begin);
  }
  return sample;
}

Bom byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return {"utf-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv) && bytes.size() % 4 == 0) return {"utf-32le", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {"utf-32be", 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return {"utf-16le", 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return {"utf-16be", 2};
  return {};
}

std::string_view utf16_by_zeros(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
    even += head[i] == '\0';
    odd += head[i + 1] == '\0';
  }
  // Chinese text has few zeros, its markup and white space many.
  const std::size_t units = head.size() / 2;
  if (std::max(even, odd) * 10 < units || std::max(even, odd) < 4) return {};
  if (even * 20 < odd) return "utf-16le";
  return odd * 20 < even ? "utf-16be" : std::string_view{};
}

std::string_view detected_charset(std::string_view bytes) {
  const std::unique_ptr<uchardet, DetectorDelete> detector(uchardet_new());
  if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return charset_of_label(uchardet_get_charset(detector.get()));
}

}  // namespace tamis::decoding
