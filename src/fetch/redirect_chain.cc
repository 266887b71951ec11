// SPDX-License-Identifier: Apache-2.0
#include "tamis/fetch.h"

#include <algorithm>

namespace tamis {
namespace {

std::string_view without_fragment(std::string_view url) {
  return url.substr(0, url.find('#'));
}

}  // namespace

std::variant<std::string, Outcome> RedirectChain::follow(const Fetched& hop) {
  const std::string_view target = without_fragment(hop.location);
  const bool seen = std::any_of(urls_.begin(), urls_.end(), [&](const std::string& url) {
    return without_fragment(url) == target;
  });
  if (seen) return Outcome::kRedirectLoop;
  if (urls_.size() > static_cast<std::size_t>(most_)) return Outcome::kTooManyRedirects;
  const bool for_good = hop.status == 301 || hop.status == 308;
  permanent_ = for_good && (permanent_ || urls_.size() == 1);
  urls_.push_back(hop.location);
  return hop.location;
}

}  // namespace tamis
