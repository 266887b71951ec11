// SPDX-License-Identifier: Apache-2.0
// A reader a format. Each hands what it finds to the collector; the Error says that the document
// broke off, what came before it stands.
#pragma once

#include "discover/collector.h"
#include "tamis/parse.h"

#include <optional>
#include <string_view>

namespace tamis::discovery {

std::optional<Error> read_feed(std::string_view utf8, Collector& to);     // RSS and Atom
std::optional<Error> read_sitemap(std::string_view utf8, Collector& to);  // and indexes of them
std::optional<Error> read_json_feed(std::string_view utf8, Collector& to);
void read_url_list(std::string_view utf8, Collector& to);

// Links of a page. Counts in `out` what does not look like an article.
void read_page_links(const Tree& tree, const DiscoverOptions& options, Collector& to,
                     Discovered& out);

}  // namespace tamis::discovery
