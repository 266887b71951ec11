// SPDX-License-Identifier: Apache-2.0
// Page: one crawled page as it came, before anybody judged what its bytes mean.
#pragma once

#include "tamis/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tamis {

enum class PageKind {
  kHtml,     // bytes of an HTML document in an unknown charset
  kText,     // bytes of text that somebody already extracted
  kArticle,  // one line that `tamis clean` wrote (JSON with a "status"); bytes are that line
};

struct Page {
  std::string id;      // path relative to the input folder, WARC record id, or the line's "id"
  std::string url;     // as the crawl recorded it; empty when unknown
  std::string folder;  // first folder below the input: the host of last resort; may be empty
  PageKind kind = PageKind::kHtml;
  bool decoded = false;  // bytes are UTF-8 by the container's word (a JSON string)
  std::vector<std::pair<std::string, std::string>> headers;  // HTTP response headers, in order
  std::string bytes;
  std::optional<Error> error;  // the page could not be read; bytes are then empty

  // The value of an HTTP header, case-insensitive, first wins; empty when there is none.
  std::string_view header(std::string_view name) const;
};

}  // namespace tamis
