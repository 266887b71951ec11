// SPDX-License-Identifier: Apache-2.0
// Which article a digest is a teaser of, and which other digests are the same item.
#include "base/hash.h"
#include "memory/lead.h"
#include "memory/matches.h"

#include <algorithm>
#include <tuple>

namespace tamis {

namespace memory {
namespace {

constexpr std::size_t kMostNamed = 16;

class Tie {
 public:
  Tie(const Store& store, const Canon& canon, const SeenPage& page)
      : store_(store), canon_(canon), page_(page), matcher_(store, store.number_of(page.id)) {}

  void run(Digest& digest) {
    const std::u16string teaser = canon_.letters(digest.teaser);
    const std::u16string title = canon_.letters(digest.title);
    std::uint32_t of = kNoPage;
    if (!digest.self) of = article_of(digest, teaser, title);
    if (of != kNoPage) digest.of = std::string(store_.page(of).id);
    // By the article where it is known: teasers of one article may be cut at different places.
    std::uint64_t item = 0;
    if (of != kNoPage) item = item_hash(store_.page(of).letters);
    if (item == 0) item = item_hash(teaser);
    if (item == 0) item = item_hash(title);
    if (item != 0) digest.group.id = base::hex(item);
  }

 private:
  std::uint32_t article_of(const Digest& digest, const std::u16string& teaser,
                           const std::u16string& title) {
    const std::vector<std::uint32_t> linked = named(url_hash(digest.url), [&](const StoredPage& p) {
      return url_hash(p.url) == url_hash(digest.url);
    });
    std::vector<Match> matches = matcher_.find(teaser);
    const auto rank = [&](const Match& m) {
      const bool is_linked = std::find(linked.begin(), linked.end(), m.page) != linked.end();
      return std::tuple(m.edits, m.begin > kLead, !is_linked,
                        store_.page(m.page).host != page_.host, m.page);
    };
    std::sort(matches.begin(), matches.end(),
              [&](const Match& a, const Match& b) { return rank(a) < rank(b); });
    if (!matches.empty()) return matches.front().page;
    if (!linked.empty()) return linked.front();
    const std::vector<std::uint32_t> titled = named(
        title_hash(title), [&](const StoredPage& p) { return canon_.letters(p.title) == title; });
    for (const std::uint32_t page : titled) {
      if (store_.page(page).host == page_.host) return page;
    }
    return titled.empty() ? kNoPage : titled.front();
  }

  template <class Same>
  std::vector<std::uint32_t> named(std::uint64_t hash, Same same) const {
    std::vector<std::uint32_t> pages;
    if (hash == 0) return pages;
    for (const Row& row : store_.names.find(hash, kMostNamed)) {
      if (row.page != matcher_.own() && same(store_.page(row.page))) pages.push_back(row.page);
    }
    return pages;
  }

  const Store& store_;
  const Canon& canon_;
  const SeenPage& page_;
  Matcher matcher_;
};

}  // namespace
}  // namespace memory

void tie_digests(const Memory& memory, const Canon& canon, const SeenPage& page,
                 std::vector<Digest>& digests) {
  if (memory.empty() || digests.empty()) return;
  memory::Tie ties(*memory.store(), canon, page);
  for (Digest& digest : digests) ties.run(digest);
}

}  // namespace tamis
