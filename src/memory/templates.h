// SPDX-License-Identifier: Apache-2.0
// Blocks that stand on many pages of one host.
#pragma once

#include "memory/store.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tamis::memory {

// Pages of the host with another article.
struct Spread {
  std::uint32_t pages = 0;           // that have the block; at most kMostSightings
  std::uint32_t kept = 0;            // on which it was kept
  std::vector<std::uint32_t> first;  // of the pages
};

// Of the blocks of one page; one thread. `mine`: the page's own article; `own` its number, kNoPage
// when the memory does not have it.
class Spreads {
 public:
  Spreads(const Store& store, std::uint32_t own, const StoredPage& mine)
      : store_(store), own_(own), mine_(mine) {}
  Spread of(const Block& block);

 private:
  std::uint32_t count(std::uint64_t hash, std::vector<std::uint32_t>* first);
  bool has_another(std::uint32_t page);

  const Store& store_;
  std::uint32_t own_;
  const StoredPage& mine_;
  std::unordered_map<std::uint32_t, bool> others_;  // does the page have another article?
};

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
