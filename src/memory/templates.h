// SPDX-License-Identifier: Apache-2.0
// Blocks that stand on many pages of one host.
#pragma once

#include "memory/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace tamis::memory {

// Pages of the host with another article.
struct Spread {
  std::uint32_t pages = 0;           // that have the block; at most kMostSightings
  std::uint32_t kept = 0;            // on which it was kept
  std::vector<std::uint32_t> first;  // of the pages
};

// `mine`: the page's own article; `own` its number, kNoPage when the memory does not have it.
Spread spread_of(const Store& store, std::uint32_t own, const StoredPage& mine, const Block& block);

// What the memory would know of a page with these labels that it has not seen; `body` backs it.
StoredPage unseen_page(const Canon& canon, std::string_view host, const Blocks& blocks,
                       const std::vector<Label>& labels, std::string& body);

// Names template what stands on at least three other pages with other articles: where the label is
// vague, and of the kept text its first and last lines, and sentences; a title that was only
// guessed and has no date or number when it stands on half of the host's pages (a menu, the site's
// name; a column's name stands on fewer). Returns how many labels changed.
std::size_t name_templates(const Store& store, std::uint32_t own, const StoredPage& mine,
                           const Blocks& blocks, std::vector<Label>& labels);

// Was the label given for want of a better one?
bool is_vague(const Label& label);

}  // namespace tamis::memory
