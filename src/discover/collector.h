// SPDX-License-Identifier: Apache-2.0
// What readers of all formats hand their URLs to: normal form, scope, once each, bounded. The
// document's size bounds neither the work nor what is kept: a base of 4 KiB stands before each of a
// million short references.
#pragma once

#include "discover/link_rules.h"
#include "tamis/discover.h"

#include <string>
#include <string_view>
#include <unordered_set>

namespace tamis::discovery {

inline constexpr std::size_t kMostUrlBytes = 32u << 20;  // of all items together
inline constexpr std::size_t kLooksAnItem = 4;  // references looked at for each of max_items

// As it stands in the document.
struct Raw {
  std::string url, title, date, lastmod;
};

class Collector {
 public:
  Collector(const LinkRules& rules, const DiscoverOptions& options, std::string_view page_url,
            Discovered& out);

  const LinkRules& rules() const { return rules_; }
  const std::string& page_url() const { return page_url_; }  // in normal form
  // The base of relative references; the page's URL unless the document says another.
  const std::string& base() const { return base_; }
  void set_base(std::string_view reference);

  std::string normal(std::string_view reference) const;
  std::string normal(std::string_view base, std::string_view reference) const;

  // Counts the references looked at; false, and over_limit counts on, when there were too many.
  bool look();

  // False: it was left out (no URL, outside, over the limit); one that is there already is true.
  bool add(const Raw& raw, SourceKind kind);
  // `item.url` in normal form. Feeds and pagers of a page keep to the scope's hosts only.
  bool add(FoundUrl item);

 private:
  const LinkRules& rules_;
  const DiscoverOptions& options_;
  Scope hosts_only_;
  Discovered& out_;
  std::string page_url_, base_;
  std::unordered_set<std::string> seen_;
  std::size_t looked_at_ = 0, url_bytes_ = 0;
};

}  // namespace tamis::discovery
