// SPDX-License-Identifier: Apache-2.0
#include "discover/collector.h"

#include "base/utf8.h"
#include "discover/entities.h"
#include "discover/iso_date.h"
#include "discover/normal_url.h"

#include <utility>

namespace tamis::discovery {

Collector::Collector(const LinkRules& rules, const DiscoverOptions& options,
                     std::string_view page_url, Discovered& out)
    : rules_(rules), options_(options), out_(out) {
  hosts_only_.hosts = options.scope.hosts;
  page_url_ = normal_url(page_url, page_url, rules);
  base_ = page_url_;
}

void Collector::set_base(std::string_view reference) {
  if (std::string url = normal(reference); !url.empty()) base_ = std::move(url);
}

std::string Collector::normal(std::string_view reference) const {
  return normal(base_, reference);
}

std::string Collector::normal(std::string_view base, std::string_view reference) const {
  reference = base::trim(reference);
  return reference.empty() ? std::string() : normal_url(base, reference, rules_);
}

bool Collector::look() {
  if (looked_at_ < kLooksAnItem * options_.max_items && url_bytes_ < kMostUrlBytes) {
    ++looked_at_;
    return true;
  }
  ++out_.over_limit;
  return false;
}

bool Collector::add(const Raw& raw, SourceKind kind) {
  if (!look()) return false;
  FoundUrl item;
  item.url = normal(raw.url);
  item.kind = kind;
  item.title = plain_title(raw.title);
  item.date = iso_date(raw.date);
  item.lastmod = iso_date(raw.lastmod);
  return add(std::move(item));
}

bool Collector::add(FoundUrl item) {
  if (item.url.empty()) return false;
  if (seen_.contains(item.url)) return true;
  if (!tamis::in_scope(item.kind == SourceKind::kArticle ? options_.scope : hosts_only_,
                       item.url)) {
    ++out_.outside;
    return false;
  }
  if (out_.items.size() >= options_.max_items) {
    ++out_.over_limit;
    return false;
  }
  url_bytes_ += item.url.size();
  seen_.insert(item.url);
  out_.items.push_back(std::move(item));
  return true;
}

}  // namespace tamis::discovery
