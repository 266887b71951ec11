// SPDX-License-Identifier: Apache-2.0
// The totals for people: at most 20 lines, 100 columns.
#include "base/columns.h"
#include "tamis/report.h"

#include <algorithm>
#include <cmath>

namespace tamis {

namespace {

using Table = std::map<std::string, std::uint64_t>;
using Row = std::pair<std::string, std::uint64_t>;

constexpr std::size_t kMostLabels = 10, kMostListed = 6;

std::vector<Row> largest_first(const Table& table) {
  std::vector<Row> rows(table.begin(), table.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& x, const Row& y) { return x.second > y.second; });
  return rows;
}

// "utf-8 120, gb18030 3, 2 more"
std::string listed(const Table& table) {
  std::string out;
  const std::vector<Row> rows = largest_first(table);
  for (std::size_t i = 0; i < rows.size() && i < kMostListed; ++i) {
    if (i > 0) out += ", ";
    out += rows[i].first + " " + base::grouped(rows[i].second);
  }
  if (rows.size() > kMostListed) out += ", " + std::to_string(rows.size() - kMostListed) + " more";
  return out;
}

void append_line(std::string& out, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  out += base::pad(name, 12) + base::fit(value, base::kLineWidth - 12) + "\n";
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "0.0 %";
  const long tenths = std::lround(static_cast<double>(part) * 1000 / static_cast<double>(whole));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

// Characters removed by label, the largest first; what does not fit is one last line.
void append_removed(std::string& out, const Summary& summary, std::uint64_t removed) {
  std::uint64_t others = 0, other_blocks = 0;
  const auto blocks_of = [&](const std::string& label) {
    const auto found = summary.removed_blocks.find(label);
    return found == summary.removed_blocks.end() ? 0 : found->second;
  };
  const auto line = [&](std::string_view label, std::uint64_t count, std::uint64_t blocks) {
    out += "  " + base::pad(label, 14) + base::pad_left(base::grouped(count), 14) +
           base::pad_left(percent(count, removed), 9) + base::pad_left(base::grouped(blocks), 12) +
           (blocks == 1 ? " block\n" : " blocks\n");
  };
  const std::vector<Row> rows = largest_first(summary.removed_characters);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::uint64_t blocks = blocks_of(rows[i].first);
    if (i < kMostLabels) {
      line(rows[i].first, rows[i].second, blocks);
    } else {
      others += rows[i].second;
      other_blocks += blocks;
    }
  }
  if (rows.size() > kMostLabels) line("others", others, other_blocks);
}

}  // namespace

std::string summary_text(const Summary& summary) {
  std::string out;
  std::string pages = base::counted(summary.pages, "page", "pages") + ": " +
                      base::counted(summary.articles, "article", "articles") + ", " +
                      base::grouped(summary.no_article) + " without one, " +
                      base::counted(summary.errors, "error", "errors");
  out += pages + "\n";
  append_line(out, "no article", listed(summary.no_article_by_reason));
  append_line(out, "errors", listed(summary.errors_by_kind));
  append_line(out, "charsets", listed(summary.charsets));
  append_line(out, "languages", listed(summary.languages));
  if (summary.digests > 0) {
    append_line(out, "digests",
                base::grouped(summary.digests) + " of other articles found on the pages");
  }
  std::uint64_t removed = 0;
  for (const auto& [label, count] : summary.removed_characters) removed += count;
  append_line(out, "kept",
              base::counted(summary.kept_characters, "character", "characters") + " (" +
                  percent(summary.kept_characters, summary.kept_characters + removed) + ")");
  if (removed > 0) {
    append_line(out, "removed",
                base::counted(removed, "character", "characters") + " (" +
                    percent(removed, summary.kept_characters + removed) + "), of these:");
    append_removed(out, summary, removed);
  }
  return out;
}

}  // namespace tamis
