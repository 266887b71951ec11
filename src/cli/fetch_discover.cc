// SPDX-License-Identifier: Apache-2.0
#include "cli/fetch_discover.h"

#include "base/url.h"

#include <algorithm>
#include <utility>

namespace tamis::cli {
namespace {

constexpr std::uint32_t kMostSitemaps = 3;  // index of indexes of sitemaps, and no more

std::string joined(const std::vector<std::string>& words, const char* otherwise) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out.empty() ? otherwise : out;
}

bool is_list(SourceKind kind) {
  return kind != SourceKind::kArticle;
}

void note(std::string& fault, const std::string& url, const std::string& what) {
  if (fault.empty()) fault = url + ": " + what;
}

}  // namespace

Discovery::Discovery(const Rules& rules, std::vector<SeedSource> sources, FollowOptions options)
    : discoverer_(rules), options_(std::move(options)) {
  items_.reserve(sources.size());
  const SourceKind page = options_.depth > 0 ? SourceKind::kSection : SourceKind::kArticle;
  for (SeedSource& seed : sources) {
    SourceKind kind = page;
    if (seed.kind) {
      kind = *seed.kind;
    } else {
      kind = discoverer_.guess_list(seed.url).value_or(page);
      seed.scope.depth = std::max(options_.depth, 1u);
    }
    add(std::move(seed), kind);
  }
}

void Discovery::add(SeedSource seed, SourceKind kind) {
  CrawlItem& item = items_.emplace_back();
  item.kind = static_cast<std::uint32_t>(kind);
  if (!is_list(kind)) {
    item.url = std::move(seed.url);
    item.headers = std::move(seed.headers);
    return;
  }
  item.url = seed.url;
  item.headers = seed.headers;
  item.source = static_cast<std::uint32_t>(sources_.size());
  Source& source = sources_.emplace_back();
  source.seed = std::move(seed);
  source.kind = kind;
  Scope& scope = source.seed.scope;
  source.own_host = scope.hosts.empty();
  if (source.own_host) scope.hosts = {base::host_of(source.seed.url)};
}

std::vector<CrawlItem> Discovery::take_items() {
  for (CrawlItem& item : items_) item.whole = whole(item);
  return std::move(items_);
}

bool Discovery::whole(const CrawlItem& item) const {
  return is_list(static_cast<SourceKind>(item.kind)) &&
         (lists_ == nullptr || !lists_->has(item.url, sources_[item.source].seed.scope));
}

// A feed that answers with a page (an error, a consent form) is no list of links.
bool Discovery::may_follow(const CrawlResult& result, const Discovered& found,
                           Source& source) const {
  const auto kind = static_cast<SourceKind>(result.item.kind);
  if (found.format.empty() || (found.format == "html" && kind != SourceKind::kSection)) {
    note(source.fault, result.answer.url, std::string("this is no ") + source_kind_name(kind));
    return false;
  }
  if (found.error) note(source.fault, result.answer.url, found.error->message);
  return !options_.obey_page_robots || !read_page_robots(result.answer, options_.agent).nofollow;
}

void Discovery::follow(const CrawlResult& result, std::vector<CrawlItem>& more) {
  const CrawlItem& item = result.item;
  if (!is_list(static_cast<SourceKind>(item.kind))) return;
  Source& source = sources_[item.source];
  if (result.answer.outcome == Outcome::kNotModified) return follow_again(result, source, more);
  if (result.answer.outcome != Outcome::kOk) return;
  std::vector<std::string>& hosts = source.seed.scope.hosts;
  // A source that has moved is looked for at its new place.
  const std::string host = base::host_of(result.answer.url);
  if (source.own_host && item.depth == 0 && item.level == 0 && host != hosts.front())
    hosts.push_back(host);
  DiscoverOptions options;
  options.scope = source.seed.scope;
  Page page;
  page.url = result.answer.url;
  page.headers = result.answer.headers;
  page.bytes = result.answer.body();
  const Discovered found = discoverer_.discover(page, options);
  if (!may_follow(result, found, source)) return;
  if (lists_ != nullptr && !found.error)
    lists_->put(item.url, result.answer.url, options.scope, found);
  take(found, item, source, more);
}

void Discovery::follow_again(const CrawlResult& result, Source& source,
                             std::vector<CrawlItem>& more) {
  const std::string& url = result.item.url;
  const auto found =
      lists_ == nullptr ? std::nullopt : lists_->find(url, result.answer.url, source.seed.scope);
  if (!found) return note(source.fault, url, "it has not changed, but what it listed is not known");
  take(*found, result.item, source, more);
}

void Discovery::take(const Discovered& found, const CrawlItem& from, Source& source,
                     std::vector<CrawlItem>& more) {
  source.outside += found.outside;
  source.unlikely += found.unlikely;
  source.over_limit += found.over_limit;
  const bool in_sitemap = found.format.starts_with("sitemap");  // whatever its URL looked like
  for (const FoundUrl& next : found.items) {
    const bool list = is_list(next.kind);
    // The sitemaps of an index are one list in several files: no step of their own.
    const bool sitemap = in_sitemap && next.kind == SourceKind::kSitemap;
    const std::uint32_t depth = from.depth + (sitemap ? 0 : 1);
    const std::uint32_t level = sitemap ? from.level + 1 : 0;
    if (depth + (list && !sitemap ? 1 : 0) > source.seed.scope.depth || level >= kMostSitemaps)
      continue;
    if (source.found >= options_.most) {
      ++source.over_limit;
      continue;
    }
    CrawlItem item;
    item.url = next.url;
    item.source = from.source;
    item.depth = depth;
    item.level = level;
    item.headers = source.seed.headers;
    item.kind = static_cast<std::uint32_t>(next.kind);
    item.whole = whole(item);
    ++source.found;
    more.push_back(std::move(item));
  }
}

void Discovery::sitemaps(const std::string& authority, const std::vector<std::string>& urls,
                         std::vector<CrawlItem>& more) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    Source& source = sources_[i];
    if (source.kind != SourceKind::kSection ||
        base::host_of(source.seed.url) != base::host_of(authority))
      continue;
    Discovered named;
    named.format = "sitemap-index";  // and like one it is no step of its own
    for (const std::string& text : urls) {
      FoundUrl item;
      item.url = base::resolve_url(text, "");
      item.kind = SourceKind::kSitemap;
      if (!item.url.empty() && in_scope({source.seed.scope.hosts, {}, 1}, item.url))
        named.items.push_back(std::move(item));
    }
    CrawlItem from;
    from.source = static_cast<std::uint32_t>(i);
    take(named, from, source, more);
  }
}

bool Discovery::allows(const CrawlItem& item, const std::string& url) const {
  if (item.depth == 0 && item.level == 0) return true;  // the user's own URL may have moved
  const Scope& scope = sources_[item.source].seed.scope;
  if (!is_list(static_cast<SourceKind>(item.kind))) return in_scope(scope, url);
  return in_scope({scope.hosts, {}, 1}, url);  // paths are those of articles
}

std::string Discovery::bounds() const {
  std::string out;
  for (const Source& source : sources_) {
    const Scope& scope = source.seed.scope;
    out += source.seed.url + ": " + source_kind_name(source.kind) + ", followed to hosts " +
           joined(scope.hosts, "any") + "; paths " + joined(scope.paths, "any") + "; depth " +
           std::to_string(scope.depth) + "; at most " + std::to_string(options_.most) + " URLs\n";
  }
  return out;
}

std::string Discovery::text() const {
  std::string out;
  for (const Source& source : sources_) {
    out += source.seed.url + ": " + std::to_string(source.found) + " URLs found";
    const auto add = [&](std::uint64_t count, const char* what) {
      if (count > 0) out += ", " + std::to_string(count) + what;
    };
    add(source.outside, " outside its scope");
    add(source.unlikely, " links to what is no article");
    add(source.over_limit, " over the limit");
    out += "\n";
    if (!source.fault.empty()) out += "  " + source.fault + "\n";
  }
  return out;
}

}  // namespace tamis::cli
