// SPDX-License-Identifier: Apache-2.0
// Where a page stands, before anything on it is judged.
#pragma once

#include "tamis/head.h"
#include "tamis/page.h"

#include <string>
#include <string_view>

namespace tamis {

// The crawl's URL, else the first absolute one that the page claims
// (canonical, og:url); empty when unknown.
std::string page_url(const Page& page, const Head& head);

// The host of `url`, else the first folder of the crawl when it looks like a host; empty: unknown.
std::string page_host(const Page& page, std::string_view url);

}  // namespace tamis
