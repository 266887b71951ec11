// SPDX-License-Identifier: Apache-2.0
#include "fetch/parsed_urls.h"

#include <algorithm>

namespace tamis::fetch {
namespace {

constexpr std::size_t kMost = 4096;  // servers; some 300 bytes each

bool set(CURLU* url, CURLUPart part, std::string_view value) {
  return curl_url_set(url, part, std::string(value).c_str(), 0) == CURLUE_OK;
}

}  // namespace

// `url`: "https://host:port".
CURLU* ParsedUrls::server(std::string_view url) {
  std::string name(url);
  if (const auto found = servers_.find(name); found != servers_.end()) return found->second.get();
  if (servers_.size() >= kMost) servers_.clear();
  ParsedUrl parsed(curl_url());
  if (parsed == nullptr || !set(parsed.get(), CURLUPART_URL, name)) parsed.reset();
  return servers_.emplace(std::move(name), std::move(parsed)).first->second.get();
}

ParsedUrl ParsedUrls::of(const WireUrl& url) {
  const std::string_view whole = url.whole;
  const std::string_view target = whole.substr(url.path_at);
  // Set as parts, "%E4" would become "%e4" and an empty query none.
  if (!target.starts_with('/') || target.ends_with('?') || target.find('%') != target.npos)
    return nullptr;
  CURLU* known = server(whole.substr(0, url.path_at));
  if (known == nullptr) return nullptr;
  ParsedUrl parsed(curl_url_dup(known));
  const std::size_t mark = std::min(target.find('?'), target.size());
  if (parsed == nullptr || !set(parsed.get(), CURLUPART_PATH, target.substr(0, mark)))
    return nullptr;
  if (mark < target.size() && !set(parsed.get(), CURLUPART_QUERY, target.substr(mark + 1)))
    return nullptr;
  return parsed;
}

}  // namespace tamis::fetch
