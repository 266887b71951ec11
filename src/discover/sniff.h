// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace tamis::discovery {

enum class Format : std::uint8_t {
  kNone,
  kRss,
  kRdf,
  kAtom,
  kJsonFeed,
  kSitemap,
  kSitemapIndex,
  kUrlList,
  kHtml,
};
const char* format_name(Format format);  // "" for kNone

// What a document is, by its first element, brace or lines.
Format sniff(std::string_view utf8);

// The encoding of an XML declaration; empty when there is none.
std::string_view xml_encoding(std::string_view bytes);

}  // namespace tamis::discovery
