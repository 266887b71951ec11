// SPDX-License-Identifier: Apache-2.0
// Why two pages are, or are not, duplicates. First and second are the pages as they were asked
// for; the counts of the relation are turned to fit.
#include "base/columns.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "report/fit_end.h"
#include "report/relation_words.h"
#include "report/shared_runs.h"
#include "tamis/report.h"

#include <algorithm>
#include <cstdio>

namespace tamis {

namespace {

using base::kLineWidth;

constexpr std::size_t kIndent = 10;
constexpr std::size_t kRuns = 5, kLeastRun = 8;
constexpr std::size_t kContext = 18;  // cells of text around a run

std::string percent(double part, double whole) {
  char out[16];
  std::snprintf(out, sizeof out, "%.1f %%", whole > 0 ? 100 * part / whole : 0.0);
  return out;
}

// "head … tail" of a run that is too long for its place.
std::string shortened(std::string_view text, std::size_t cells) {
  std::string whole = base::fit(text.substr(0, 4 * cells), cells + 1);
  if (text.size() <= 4 * cells && base::width_of(whole) <= cells) return whole;
  const std::size_t end = cells / 3;
  return base::fit(text, cells - end - 1) + " " + report::fit_end(text, end);
}

void line(std::string& out, std::string_view name, std::string_view text) {
  out += base::pad(name, kIndent);
  out += base::fit(text, kLineWidth - kIndent);
  out += '\n';
}

void put_page(std::string& out, std::string_view name, const Entry& entry) {
  line(out, name, entry.id);
  std::string about = entry.date;
  if (!entry.title.empty()) about += (about.empty() ? "" : " · ") + entry.title;
  if (!about.empty()) line(out, "", about);
  line(out, "",
       base::counted(entry.characters, "character", "characters") + ", " +
           base::counted(entry.print.shingles(), "shingle", "shingles") + ", SimHash " +
           base::hex(entry.print.simhash));
}

// "first:" lists in lines of their own, a figure is never cut in two.
void put_facts(std::string& out, std::string_view name, const std::vector<std::string>& facts) {
  std::string row;
  for (const std::string& fact : facts) {
    const std::string next = row.empty() ? fact : row + ", " + fact;
    if (!row.empty() && base::width_of(next) > kLineWidth - kIndent) {
      line(out, name, row);
      name = "";
      row = fact;
    } else {
      row = next;
    }
  }
  if (!row.empty()) line(out, name, row);
}

void put_run(std::string& out, const report::SharedRun& run, std::string_view text_a,
             std::string_view text_b) {
  const std::size_t width = kLineWidth - kIndent - 2 * kContext - 6;
  const std::string shown =
      shortened(text_a.substr(run.in_a.begin, run.in_a.end - run.in_a.begin), width);
  const auto around = [&](std::string_view name, std::string_view text, const report::Span& span) {
    const std::string before = report::fit_end(text.substr(0, span.begin), kContext);
    const std::string after = base::fit(text.substr(span.end), kContext);
    out += std::string(kIndent - 3, ' ') + std::string(name) + "  " +
           std::string(kContext - std::min(kContext, base::width_of(before)), ' ') + before + " [" +
           shown + "] " + after + "\n";
  };
  out += base::pad_left(base::grouped(run.characters), kIndent - 4) + " characters\n";
  around("1", text_a, run.in_a);
  around("2", text_b, run.in_b);
}

std::string verdict(const Relation& relation, bool first_is_a) {
  std::string out =
      std::string(relation_name(relation.type)) + ": " + report::relation_words(relation.type);
  const bool directed = relation.type == RelationType::kExcerpt ||
                        relation.type == RelationType::kDigestOf ||
                        relation.type == RelationType::kRoundupOf;
  if (directed) out += first_is_a ? " (1 of 2)" : " (2 of 1)";
  return out;
}

// Which index brings the two together.
std::string index_words(const Entry& a, const Entry& b, const Relation& relation) {
  if (relation.type == RelationType::kExact) return "the same 128-bit hash";
  const std::vector<std::uint64_t>&x = a.print.minima, &y = b.print.minima;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < x.size() && j < y.size();) {
    const std::uint64_t of_x = x[i] >> 1, of_y = y[j] >> 1;
    shared += of_x == of_y && (x[i] & y[j] & 1) == 0;
    i += of_x <= of_y;
    j += of_y <= of_x;
  }
  return base::counted(shared, "winnowing hash", "winnowing hashes") + " of " +
         base::grouped(x.size()) + " and " + base::grouped(y.size()) +
         (shared < 2 ? ": dups would not compare the two by these" : "");
}

// Every fact is "a's|b's": turned when the first page is the relation's b.
std::vector<std::string> turned(std::vector<std::string> facts, bool first_is_a) {
  for (std::string& fact : facts) {
    const std::size_t bar = fact.find('|');
    if (first_is_a || bar == std::string::npos) continue;
    fact = fact.substr(bar + 1) + "|" + fact.substr(0, bar);
  }
  return facts;
}

}  // namespace

std::string explain_pair(const Relation& relation, const Entry& a, const Entry& b,
                         std::string_view text_a, std::string_view text_b, const Canon& canon) {
  const bool first_is_a = relation.a == 0;
  const Evidence& evidence = relation.evidence;
  const double shared = evidence.shared;
  const double all_1 = shared + (first_is_a ? evidence.only_a : evidence.only_b);
  const double all_2 = shared + (first_is_a ? evidence.only_b : evidence.only_a);
  std::string out = verdict(relation, first_is_a) + "\n";
  if (relation.because[0] != '\0') line(out, "because", relation.because);
  out += '\n';
  put_page(out, "page 1", a);
  put_page(out, "page 2", b);
  out += '\n';
  line(out, "shared",
       base::counted(evidence.shared, "shingle", "shingles") + ": " + percent(shared, all_1) +
           " of page 1, " + percent(shared, all_2) + " of page 2, " +
           percent(shared, all_1 + all_2 - shared) + " of both (Jaccard)");
  line(out, "SimHash", std::to_string(evidence.distance) + " of 64 bits differ");
  line(out, "index", index_words(a, b, relation));
  put_facts(out, "figures", evidence.agree);
  put_facts(out, "differing", turned(evidence.differ, first_is_a));
  const std::vector<report::SharedRun> runs =
      report::shared_runs(text_a, text_b, canon, kLeastRun, kRuns);
  out += runs.empty()
             ? "\nNo run of " + std::to_string(kLeastRun) + " characters or more is in both.\n"
             : "\nLongest runs in both:\n";
  for (const report::SharedRun& run : runs) put_run(out, run, text_a, text_b);
  return out;
}

}  // namespace tamis
