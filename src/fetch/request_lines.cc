// SPDX-License-Identifier: Apache-2.0
#include "fetch/request_lines.h"

#include "fetch/content_coding.h"
#include "fetch/response_head.h"

#include <algorithm>
#include <new>
#include <string>

namespace tamis::fetch {

bool is_plain(const FetchRequest& request) {
  return request.headers.empty() && request.etag.empty() && request.modified.empty();
}

void RequestLines::add(std::string_view name, std::string_view value) {
  // Nobody's value may break out of its line.
  if (value.empty() || value.find_first_of(std::string_view("\r\n\0", 3)) != value.npos) return;
  curl_slist* longer =
      curl_slist_append(list_, std::string(name).append(": ").append(value).c_str());
  if (longer == nullptr) throw std::bad_alloc();
  list_ = longer;
}

RequestLines::RequestLines(const FetchOptions& options, const FetchRequest& request) {
  const std::pair<std::string_view, std::string_view> ours[] = {
      {"User-Agent", options.agent},   {"Accept-Encoding", kAcceptEncoding},
      {"Accept", options.accept},      {"Accept-Language", options.accept_language},
      {"If-None-Match", request.etag}, {"If-Modified-Since", request.modified},
  };
  for (const auto& [name, value] : ours) {
    const auto& given = request.headers;
    const bool replaced =
        std::any_of(given.begin(), given.end(),
                    [name = name](const auto& header) { return same_name(header.first, name); });
    if (!replaced) add(name, value);
  }
  for (const auto& [name, value] : request.headers) add(name, value);
}

}  // namespace tamis::fetch
