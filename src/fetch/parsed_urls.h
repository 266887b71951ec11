// SPDX-License-Identifier: Apache-2.0
// ParsedUrls: URLs as libcurl has them when it has parsed them. libcurl parses each URL that it is
// given and prints it again, character by character, which is a tenth of what a small request
// costs; here its own parser reads each server once, and copies of that get a path and a query.
#pragma once

#include "fetch/url_check.h"

#include <curl/curl.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tamis::fetch {

struct CleanUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using ParsedUrl = std::unique_ptr<CURLU, CleanUrl>;

// Thread rule: one thread at a time.
class ParsedUrls {
 public:
  // For CURLOPT_CURLU. Null where libcurl has to look at the whole URL, to send it as it is or to
  // say what is wrong with it.
  ParsedUrl of(const WireUrl& url);

 private:
  CURLU* server(std::string_view url);

  std::unordered_map<std::string, ParsedUrl> servers_;  // null: not liked
};

}  // namespace tamis::fetch
