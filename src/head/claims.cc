// SPDX-License-Identifier: Apache-2.0
#include "head/claims.h"

#include "base/utf8.h"

#include <algorithm>
#include <utility>

namespace tamis::head {
namespace {

// The first `limit` characters.
std::string_view first_characters(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < limit; ++n) base::next_code_point(text, at);
  return text.substr(0, at);
}

bool separates_keywords(char32_t c) {
  return c == ',' || c == U'，' || c == U'、' || c == ';' || c == U'；' || c == '|' || c == U'｜';
}

}  // namespace

void ClaimList::add(std::string_view value, std::string by, Trust trust) {
  // No value needs more bytes than this, however much white space is in it.
  std::string clean = base::collapse_space(value.substr(0, 16 * kMaxCharacters));
  clean.resize(first_characters(clean, kMaxCharacters).size());
  if (clean.empty()) return;
  for (Entry& entry : entries_) {
    if (entry.claim.value != clean) continue;
    if (trust < entry.trust) entry = {{std::move(clean), std::move(by)}, trust};
    return;
  }
  if (entries_.size() < kMaxClaims) entries_.push_back({{std::move(clean), std::move(by)}, trust});
}

std::vector<Claim> ClaimList::take() {
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.trust < b.trust; });
  std::vector<Claim> claims;
  claims.reserve(entries_.size());
  for (Entry& entry : entries_) claims.push_back(std::move(entry.claim));
  entries_.clear();
  return claims;
}

Head Draft::take() {
  Head head;
  head.titles = titles.take();
  head.dates = dates.take();
  head.modified = modified.take();
  head.authors = authors.take();
  head.editors = editors.take();
  head.sources = sources.take();
  head.site_names = site_names.take();
  head.descriptions = descriptions.take();
  head.sections = sections.take();
  head.tags = tags.take();
  head.urls = urls.take();
  head.types = types.take();
  head.language = std::move(language);
  head.article_body = std::move(article_body);
  return head;
}

void add_keywords(ClaimList& list, std::string_view value, const std::string& by, Trust trust) {
  std::size_t at = 0, begin = 0, cut = 0;
  while (at < value.size()) {
    std::size_t here = at;
    if (!separates_keywords(base::next_code_point(value, at))) continue;
    list.add(value.substr(begin, here - begin), by, trust);
    begin = at;
    ++cut;
  }
  std::string_view rest = value.substr(begin);
  bool han = cut == 0 && std::any_of(rest.begin(), rest.end(), [](char c) { return c & 0x80; });
  if (!han) return list.add(rest, by, trust);
  // Chinese sites also part keywords by spaces only.
  std::string clean = base::collapse_space(rest.substr(0, 16 * kMaxCharacters));
  for (std::size_t from = 0; from < clean.size();) {
    std::size_t space = std::min(clean.find(' ', from), clean.size());
    list.add(std::string_view(clean).substr(from, space - from), by, trust);
    from = space + 1;
  }
}

}  // namespace tamis::head
