// SPDX-License-Identifier: Apache-2.0
// The result of `dups` on a terminal: the funnel, then the largest clusters.
#include "base/columns.h"
#include "report/fit_end.h"
#include "report/relation_words.h"
#include "tamis/report.h"

#include <array>
#include <cstdio>

namespace tamis {

namespace {

using base::counted;
using base::grouped;
using base::kLineWidth;
using base::pad;
using base::pad_left;

constexpr std::size_t kMostMembers = 8;
constexpr std::size_t kTypeCells = 10, kScoreCells = 5, kIdCells = 38;
constexpr std::size_t kTitleCells = kLineWidth - 2 - kTypeCells - kScoreCells - 2 - kIdCells - 2;

constexpr std::array kRelated = {RelationType::kExact,    RelationType::kNear,
                                 RelationType::kRevision, RelationType::kExcerpt,
                                 RelationType::kDigestOf, RelationType::kRoundupOf};

void put_type(std::string& out, RelationType type, std::uint64_t number) {
  if (number == 0) return;
  out += "  " + pad(relation_name(type), kTypeCells) + pad_left(grouped(number), 11) + "  " +
         report::relation_words(type) + "\n";
}

void put_funnel(std::string& out, const Relations& relations, std::size_t pages) {
  std::array<std::uint64_t, 16> by_type{};
  for (const Relation& relation : relations.pairs)
    ++by_type[static_cast<std::size_t>(relation.type)];
  out += counted(pages, "page", "pages") + ", " + counted(relations.candidates, "pair", "pairs") +
         " compared by text, " + grouped(relations.verified) + " related:\n";
  for (const RelationType type : kRelated) {
    put_type(out, type, by_type[static_cast<std::size_t>(type)]);
  }
  put_type(out, RelationType::kSibling, relations.siblings);
}

// "recall of the index (32 pages against all others, 6,368 comparisons): near 1.00 (0.89-1.00) ..."
void put_certificate(std::string& out, const Certificate& certificate) {
  if (certificate.sampled == 0) return;
  out += "\nRecall of the index: " + counted(certificate.sampled, "page", "pages") +
         " against all others, " + grouped(certificate.comparisons) + " exact comparisons\n";
  bool any = false;
  for (const auto& [type, row] : certificate.rows) {
    const auto [low, high] = row.interval();
    char text[96];
    std::snprintf(text, sizeof text, "  %.3f (95 %%: %.3f to %.3f)",
                  static_cast<double>(row.found) / static_cast<double>(row.related), low, high);
    out += "  " + pad(relation_name(type), kTypeCells) +
           pad_left(grouped(row.found) + " of " + grouped(row.related), 14) + text + "\n";
    any = true;
  }
  if (!any) out += "  no sampled page has a relation\n";
}

// The end of a path tells more than its beginning.
std::string short_id(const std::string& id, std::size_t cells) {
  if (id.size() <= 4 * cells && base::width_of(id) <= cells) return base::pad(id, cells);
  return base::pad("…" + report::fit_end(id, cells - 1), cells);
}

void put_row(std::string& out, std::string_view type, std::string_view score, const Entry& entry) {
  std::string row = "  " + pad(type, kTypeCells) + pad_left(score, kScoreCells) + "  " +
                    short_id(entry.id, kIdCells) + "  " + base::fit(entry.title, kTitleCells);
  row.erase(row.find_last_not_of(' ') + 1);
  out += row + "\n";
}

void put_cluster(std::string& out, const Cluster& cluster, const std::vector<Entry>& entries) {
  out += "\n" + counted(cluster.members.size() + 1, "page", "pages");
  if (!cluster.sites.empty()) out += " on " + counted(cluster.sites.size(), "site", "sites");
  if (!cluster.earliest.empty()) {
    out += ", the earliest " + base::fit(cluster.earliest, kLineWidth / 2);
  }
  out += "\n";
  put_row(out, "keep", "", entries[cluster.keeper]);
  std::size_t shown = 0;
  for (const ClusterMember& member : cluster.members) {
    if (shown == kMostMembers) break;
    char score[16];
    std::snprintf(score, sizeof score, "%.2f", member.score);
    put_row(out, relation_name(member.type), score, entries[member.entry]);
    ++shown;
  }
  if (shown < cluster.members.size()) {
    out += "  and " + grouped(cluster.members.size() - shown) + " more\n";
  }
}

}  // namespace

std::string duplicates_report(const Relations& relations, const std::vector<Entry>& entries,
                              std::size_t most_clusters) {
  std::string out;
  put_funnel(out, relations, entries.size());
  std::size_t members = 0;
  for (const Cluster& cluster : relations.clusters) members += cluster.members.size();
  if (relations.clusters.empty()) {
    out += "\nNo duplicates.\n";
    put_certificate(out, relations.certificate);
    return out;
  }
  out += "\n" + counted(relations.clusters.size(), "cluster", "clusters") + ": " +
         counted(members, "page repeats", "pages repeat") + " another, which is kept.";
  if (relations.clusters.size() > most_clusters) {
    out += " The largest " + grouped(most_clusters) + ":";
  }
  out += "\n";
  for (std::size_t i = 0; i < relations.clusters.size() && i < most_clusters; ++i) {
    put_cluster(out, relations.clusters[i], entries);
  }
  put_certificate(out, relations.certificate);
  return out;
}

}  // namespace tamis
