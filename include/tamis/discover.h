// SPDX-License-Identifier: Apache-2.0
// discover: which URLs a fetched document offers: items of a feed, entries of a sitemap, the
// article links of a section page.
//
//   const tamis::Discoverer discoverer(rules);
//   const tamis::Discovered found = discoverer.discover(page, {.scope = seed.scope});
//   for (const tamis::FoundUrl& item : found.items) ... item.url, item.lastmod ...
//
// Formats: RSS 0.9x, 1.0, 2.0; Atom (RFC 4287); JSON Feed 1.0 and 1.1; sitemaps.org 0.9 with
// Google's news extension, also gzipped; lists of URLs as plain text; HTML.
// What a document is, is judged by its content; what its URL or its type claims is not looked at.
#pragma once

#include "tamis/page.h"
#include "tamis/rules.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

enum class SourceKind : std::uint8_t {
  kArticle,  // a page with one article
  kSection,  // a page of links
  kFeed,
  kSitemap,  // or an index of sitemaps
};
const char* source_kind_name(SourceKind kind);  // "article", "section", "feed", "sitemap"
std::optional<SourceKind> source_kind_from_name(std::string_view name);

// Which URLs are followed. `hosts`: "news.example", or "*.news.example" for all below it (not
// itself); lower case; none: any host. `paths`: with a star the whole path, where a star is any
// run, slashes too; without one the path's beginning; compared with path and query when '?' stands
// in it, else with the path alone; none: any path.
struct Scope {
  std::vector<std::string> hosts, paths;
  std::uint32_t depth = 1;  // steps that are followed from the source
};
bool in_scope(const Scope& scope, std::string_view url);

struct FoundUrl {
  std::string url;  // as normal_url has it
  SourceKind kind = SourceKind::kArticle;
  std::string title;    // as the list gives it, one line; empty: unknown
  std::string date;     // of publication, ISO 8601 as exact as it was given; empty: unknown
  std::string lastmod;  // of the last change, likewise
  float likely = 1;     // links of a page: how sure we are of `kind`, 0 to 1
};

struct DiscoverOptions {
  Scope scope;
  std::size_t max_items = 50'000;       // sitemaps.org's own limit for one file
  std::uint64_t max_bytes = 50u << 20;  // decompressed; likewise
  std::uint64_t max_ratio = 1000;       // decompressed to compressed
  float least_likely = 0.5F;            // links below are not taken for articles
};

struct Discovered {
  // What it is: "rss", "rdf", "atom", "json-feed", "sitemap", "sitemap-index", "url-list", "html";
  // empty: none of these.
  std::string format;
  std::vector<FoundUrl> items;   // in the document's order, each URL once
  std::string canonical;         // HTML: <link rel=canonical>, in normal form
  std::uint32_t outside = 0;     // URLs left out: not in scope,
  std::uint32_t unlikely = 0;    // links that do not look like articles,
  std::uint32_t over_limit = 0;  // or more than max_items
  // The document is damaged or too big: items are those before the damage.
  std::optional<Error> error;
};

namespace discovery {
class LinkRules;
}

// Immutable; any thread.
class Discoverer {
 public:
  explicit Discoverer(const Rules& rules);  // links.tsv; Failure when that is wrong

  // `page`: url, headers and bytes are read; content coding is off. Never throws for a bad page.
  // Cost: linear in the bytes.
  Discovered discover(const Page& page, const DiscoverOptions& options) const;

  // One form for the many ways to write a URL: scheme and host small, default port and fragment
  // off, dots resolved, escapes of unreserved octets undone and all others with capital digits,
  // octets above 127 escaped, parameters that only track the reader off. Empty: no http or https
  // URL, or longer than kMaxUrlBytes.
  std::string normal_url(std::string_view url) const;

  // Whether a URL looks like that of an article, a section ..., by itself.
  SourceKind guess_kind(std::string_view url) const;
  // kFeed or kSitemap when that would be said; none for pages, of which kind ever.
  std::optional<SourceKind> guess_list(std::string_view url) const;

 private:
  std::shared_ptr<const discovery::LinkRules> rules_;
};

inline constexpr std::size_t kMaxUrlBytes = 4096;

// Seconds since 1970 (UTC) of a date as FoundUrl has it; one without a zone counts as UTC, one
// without a time is its midnight. None: no such date.
std::optional<std::int64_t> instant_of(std::string_view iso);

}  // namespace tamis
