// SPDX-License-Identifier: Apache-2.0
#include "tamis/page_host.h"

#include "base/url.h"

namespace tamis {

std::string page_url(const Page& page, const Head& head) {
  if (!page.url.empty()) return page.url;
  for (const Claim& claim : head.urls)
    if (!base::host_of(claim.value).empty()) return claim.value;
  return {};
}

std::string page_host(const Page& page, std::string_view url) {
  if (std::string host = base::host_of(url); !host.empty()) return host;
  return base::looks_like_host(page.folder) ? page.folder : std::string();
}

}  // namespace tamis
