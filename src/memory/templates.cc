// SPDX-License-Identifier: Apache-2.0
#include "memory/templates.h"

#include "memory/masked.h"
#include "memory/places.h"

#include <algorithm>

namespace tamis::memory {
namespace {

constexpr std::uint32_t kMany = 3;       // other pages
constexpr std::uint32_t kManyKept = 2;   // on which a sentence was kept: else it is a teaser there
constexpr std::size_t kMostRows = 4096;  // of one block
constexpr std::size_t kMostFirst = 3;    // that are named
constexpr float kSentenceUnits = 10;
constexpr int kSharedSketch = 6;  // of eight minima: more than a notice below two short texts

// Equal bodies, or nearly: a text that the site shows at several addresses.
bool alike(const StoredPage& a, const StoredPage& b) {
  int shared = 0;
  for (const std::uint64_t x : a.sketch) {
    for (const std::uint64_t y : b.sketch) shared += x != 0 && x == y ? 1 : 0;
  }
  return shared >= kSharedSketch || a.body == b.body;
}

class Namer {
 public:
  Namer(const Store& store, std::uint32_t own, const StoredPage& mine, const Blocks& blocks,
        std::vector<Label>& labels)
      : store_(store), mine_(mine), spreads_(store, own, mine), blocks_(blocks), labels_(labels) {}

  std::size_t run() {
    std::vector<BlockId> kept;
    for (BlockId b = 0; b < labels_.size(); ++b) {
      if (is_kept(labels_[b].name)) {
        kept.push_back(b);
      } else if (is_guessed_title(labels_[b])) {
        if (blocks_.blocks[b].stats.digits == 0 && is_everywhere(blocks_.blocks[b])) name(b, false);
      } else if (is_vague(labels_[b]) && !blocks_.blocks[b].truncated) {
        name(b, false);
      }
    }
    strip(kept);
    return changed_;
  }

 private:
  static bool is_guessed_title(const Label& label) {
    return label.name == LabelName::kTitle &&
           label.reason == "title: stands where a headline stands";
  }

  // On half of the host's pages, as far as the first kMostSightings of them tell.
  bool is_everywhere(const Block& block) const {
    const std::vector<Row> host = store_.blocks.find(host_hash(mine_.host), kMostSightings);
    const std::vector<Row> rows = store_.blocks.find(masked_hash(mine_.host, block), kMostRows);
    const auto has = [&](const Row& page) {
      return std::binary_search(rows.begin(), rows.end(), page,
                                [](const Row& a, const Row& b) { return a.page < b.page; });
    };
    return 2 * std::count_if(host.begin(), host.end(), has) >= std::ssize(host);
  }

  // First from both ends, then sentences in between; never all.
  void strip(std::vector<BlockId> kept) {
    const std::vector<Label> before = labels_;
    const std::size_t changed = changed_;
    std::size_t from = 0, to = kept.size();
    while (from < to && name(kept[from], true)) ++from;
    while (to > from && name(kept[to - 1], true)) --to;
    for (std::size_t i = from; i < to; ++i) {
      const Block& block = blocks_.blocks[kept[i]];
      if (block.ends_sentence && block.stats.units >= kSentenceUnits) name(kept[i], true);
    }
    const bool any =
        std::any_of(kept.begin(), kept.end(), [&](BlockId b) { return is_kept(labels_[b].name); });
    if (any) return;
    labels_ = before;
    changed_ = changed;
  }

  bool name(BlockId b, bool kept) {
    const Block& block = blocks_.blocks[b];
    const Spread spread = spreads_.of(block);
    if (spread.pages < kMany) return false;
    if (kept && spread.kept < kManyKept) return false;
    labels_[b] = {LabelName::kTemplate, "memory: on " + std::to_string(spread.pages) +
                                            (spread.pages == kMostSightings ? " or more" : "") +
                                            " other pages of " + std::string(mine_.host)};
    ++changed_;
    return true;
  }

  const Store& store_;
  const StoredPage& mine_;
  Spreads spreads_;
  const Blocks& blocks_;
  std::vector<Label>& labels_;
  std::size_t changed_ = 0;
};

}  // namespace

bool is_vague(const Label& label) {
  switch (label.name) {
    case LabelName::kUi:
    case LabelName::kNav:
    case LabelName::kRecLink:
    case LabelName::kDigestText:
      return label.reason.starts_with("place:") || label.reason.starts_with("model:") ||
             label.reason.starts_with("structure: text of no item");
    default: return false;
  }
}

Spread Spreads::of(const Block& block) {
  Spread spread;
  const std::uint64_t hash = masked_hash(mine_.host, block);
  if (hash == 0 || mine_.body.empty()) return spread;
  spread.pages = count(hash, &spread.first);
  if (spread.pages >= kMany) spread.kept = count(kept_hash(hash), nullptr);
  return spread;
}

std::uint32_t Spreads::count(std::uint64_t hash, std::vector<std::uint32_t>* first) {
  std::uint32_t pages = 0;
  for (const Row& row : store_.blocks.find(hash, kMostSightings)) {
    if (row.page == own_ || !has_another(row.page)) continue;
    ++pages;
    if (first != nullptr && first->size() < kMostFirst) first->push_back(row.page);
  }
  return pages;
}

bool Spreads::has_another(std::uint32_t page) {
  const auto [found, is_new] = others_.try_emplace(page, false);
  if (is_new) {
    const StoredPage other = store_.page(page);
    found->second = !other.body.empty() && !alike(mine_, other);
  }
  return found->second;
}

StoredPage unseen_page(const Canon& canon, std::string_view host, const Blocks& blocks,
                       const std::vector<Label>& labels, std::string& body) {
  for (BlockId b = 0; b < labels.size(); ++b) {
    if (is_kept(labels[b].name)) body += blocks.blocks[b].text + '\n';
  }
  StoredPage page;
  page.host = host;
  page.body = body;
  sketch(winnow_placed(canon.letters(body)), page);
  return page;
}

std::size_t name_templates(const Store& store, std::uint32_t own, const StoredPage& mine,
                           const Blocks& blocks, std::vector<Label>& labels) {
  if (mine.host.empty()) return 0;
  return Namer(store, own, mine, blocks, labels).run();
}

}  // namespace tamis::memory
