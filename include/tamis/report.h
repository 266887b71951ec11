// SPDX-License-Identifier: Apache-2.0
// report: what was found, as JSON lines for programs and as text for people.
#pragma once

#include "tamis/assemble.h"
#include "tamis/relate.h"
#include "tamis/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tamis {

// One line of articles.jsonl, without the line end; keys in the order of DESIGN's contract.
// `with_blocks` adds "blocks".
std::string article_json(const Article& article, bool with_blocks);

// The line of `clean --repair-only`: id, text, charset, damage, repairs; or id and error.
std::string repaired_json(const Article& article);

// The parts of a line that `dups` needs back (id, url, hostname, date, title, text, status ...).
// kBroken when it is no JSON object with an "id" and a "text" or "status".
Result<Article> article_from_json(std::string_view line);

std::string article_text(const Article& article);  // title, blank line, one paragraph a line

// CommonMark 0.30 and GitHub's tables: title, byline, then headings by level, nested lists, quotes,
// tables of data, code as it was written, stanzas with hard line breaks, captions in italics. Links
// are text. What would read as markup is escaped.
std::string article_markdown(const Article& article);

std::string relation_json(const Relation& relation, const std::vector<Entry>& entries);
std::string cluster_json(const Cluster& cluster, const std::vector<Entry>& entries);

// For people: the funnel (pages, candidates, verified, by type), then the largest clusters.
std::string duplicates_report(const Relations& relations, const std::vector<Entry>& entries,
                              std::size_t most_clusters);

// `tamis explain A B` for people, `relation` as compare(a, text_a, b, text_b, ...) gave it: the
// verdict and why, the counts behind it, both fingerprints, the figures that differ, the longest
// runs of text that both share (in context). At most a hundred lines of 100 columns.
std::string explain_pair(const Relation& relation, const Entry& a, const Entry& b,
                         std::string_view text_a, std::string_view text_b, const Canon& canon);

// Totals of a run. add() is order-independent; no times, no paths of the machine.
struct Summary {
  std::uint64_t pages = 0, articles = 0, no_article = 0, errors = 0;
  std::uint64_t digests = 0, kept_characters = 0;
  std::map<std::string, std::uint64_t> removed_characters;  // by label
  std::map<std::string, std::uint64_t> removed_blocks;      // by label
  std::map<std::string, std::uint64_t> errors_by_kind;      // "too-deep": 1
  std::map<std::string, std::uint64_t> no_article_by_reason;
  std::map<std::string, std::uint64_t> charsets;  // by name
  std::map<std::string, std::uint64_t> languages;

  // Removed text is counted from article.blocks: add while they are filled.
  void add(const Article& article);
};

std::string summary_json(const Summary& summary);  // summary.json, one object, with a line end
Result<Summary> summary_from_json(std::string_view json);  // what a resumed run goes on from
std::string summary_text(const Summary& summary);          // for standard error, at most 20 lines

}  // namespace tamis
