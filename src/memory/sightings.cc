// SPDX-License-Identifier: Apache-2.0
#include "memory/matches.h"
#include "memory/templates.h"

namespace tamis {

std::vector<BlockSightings> sightings_of(const Memory& memory, const Canon& canon,
                                         const RecallPage& page, const std::vector<Label>& labels) {
  std::vector<BlockSightings> all(page.blocks.blocks.size());
  if (memory.empty()) return all;
  const memory::Store& store = *memory.store();
  const std::uint32_t own = store.number_of(page.id);
  std::string body;
  const memory::StoredPage mine =
      own != memory::kNoPage ? store.page(own)
                             : memory::unseen_page(canon, page.host, page.blocks, labels, body);
  memory::Matcher matcher(store, own);
  memory::Spreads spreads(store, own, mine);
  for (BlockId b = 0; b < all.size(); ++b) {
    const Block& block = page.blocks.blocks[b];
    const memory::Spread spread = spreads.of(block);
    all[b].pages = spread.pages;
    all[b].kept = spread.kept;
    for (const std::uint32_t number : spread.first) all[b].on.emplace_back(store.page(number).id);
    for (const memory::Match& m : matcher.find(canon.letters(block.text)))
      all[b].pieces.push_back(
          {std::string(store.page(m.page).id), m.begin, m.end, m.size, m.edits});
  }
  return all;
}

}  // namespace tamis
