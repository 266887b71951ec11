// SPDX-License-Identifier: Apache-2.0
#include "cli/explain_page.h"

#include "base/columns.h"
#include "cli/explain_features.h"

#include <algorithm>
#include <cstdio>

namespace tamis::cli {
namespace {

using base::fit;
using base::pad;
using base::pad_left;

std::string verdict(const Article& article) {
  switch (article.status) {
    case Status::kOk: return "an article";
    case Status::kNoArticle: return "no article: " + article.reason;
    case Status::kError: return "could not be read: " + article.error;
  }
  return "";
}

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) all += (all.empty() ? "" : ", ") + value;
  return all;
}

// "date      2023-01-09T16:49", and below it what the page claims and where.
void add_fact(std::string& out, const char* name, const std::string& value,
              const std::vector<Claim>& claims, std::size_t width) {
  if (value.empty() && claims.empty()) return;
  constexpr std::size_t kName = 10;
  const std::string_view origin = claims.empty() ? "  (from the blocks)" : "";
  out += pad(name, kName) + fit(value.empty() ? "unknown" : value, width - kName - origin.size());
  out += std::string(origin) + "\n";
  for (const Claim& claim : claims) {
    out += pad("", kName) + fit(claim.by + " says: " + claim.value, width - kName) + "\n";
  }
}

struct Widths {
  std::size_t number, label, reason, text;
};

Widths columns_for(const Cleaned& cleaned, std::size_t width) {
  Widths columns{4, 5, 6, 0};
  for (const Label& label : cleaned.labels) {
    columns.label = std::max(columns.label, base::width_of(label_name(label.name)));
    columns.reason = std::max(columns.reason, base::width_of(label.reason));
  }
  columns.reason = std::min(columns.reason, std::max<std::size_t>(20, width / 3));
  const std::size_t taken = columns.number + columns.label + columns.reason + 21;
  columns.text = width > taken + 12 ? width - taken : 12;
  return columns;
}

void add_blocks(std::string& out, const Cleaned& cleaned, std::size_t width) {
  const Widths columns = columns_for(cleaned, width);
  out += pad_left("n", columns.number) + "   " + pad("label", columns.label) +
         pad_left("chars", 7) + pad_left("links", 7) + "  " + pad("reason", columns.reason) +
         "  text\n";
  const std::vector<Block>& blocks = cleaned.blocks.blocks;
  for (std::size_t n = 0; n < blocks.size() && n < cleaned.labels.size(); ++n) {
    const Label& label = cleaned.labels[n];
    char density[16];
    std::snprintf(density, sizeof density, "%.2f",
                  static_cast<double>(blocks[n].stats.link_density()));
    out += pad_left(std::to_string(n), columns.number) + (is_kept(label.name) ? " + " : "   ") +
           pad(label_name(label.name), columns.label) +
           pad_left(std::to_string(blocks[n].stats.characters), 7) + pad_left(density, 7) + "  " +
           pad(label.reason, columns.reason) + "  " + fit(blocks[n].text, columns.text) + "\n";
    if (n < cleaned.weighed.size() && !cleaned.weighed[n].empty())
      out += fit(pad("", columns.number + 3) + features_text(cleaned.weighed[n]), width) + "\n";
  }
}

// What each gate saw, what was changed, and what is still wrong with the text.
void add_repair(std::string& out, const Repaired& repaired, std::size_t width) {
  const DamageSigns& signs = repaired.signs;
  out += std::string("damage  ") + damage_name(repaired.damage);
  const auto sign = [&](std::uint64_t count, const char* what) {
    if (count > 0) out += ", " + std::to_string(count) + " " + what;
  };
  sign(signs.replacement, "replaced (U+FFFD)");
  sign(signs.private_use, "private use");
  sign(signs.controls, "C1 controls");
  sign(signs.replaced_twice, "replaced and misread");
  sign(signs.half_width, "half-width kana");
  sign(signs.folded, "Chinese commas and colons in ASCII");
  out += "\n";
  for (const RepairGate& gate : repaired.gates) {
    const std::uint64_t count = repaired.counts[static_cast<std::size_t>(gate.kind)];
    out += "  " + pad(repair_name(gate.kind), 16) + (gate.open ? "open    " : "closed  ") +
           std::to_string(gate.seen) + " signs, " + std::to_string(gate.needed) + " open it";
    out += gate.open ? "; " + std::to_string(count) + " spans repaired\n" : "\n";
  }
  constexpr std::size_t kMostShown = 20;
  std::size_t shown = 0;
  for (const Repair& repair : repaired.repairs) {
    if (repair.kind == RepairKind::kAnnotation || ++shown > kMostShown) continue;
    char margin[48];
    std::snprintf(margin, sizeof margin, " (%.1f bits%s)", repair.margin,
                  repair.uncertain ? ", uncertain" : "");
    out += fit("  " + std::to_string(repair.start) + "-" + std::to_string(repair.end) + " " +
                   repair_name(repair.kind) + margin + ": " + fit(repair.before, width / 3) +
                   " -> " + fit(repair.after, width / 3),
               width) +
           "\n";
  }
}

}  // namespace

std::string explain_page(const Cleaned& cleaned, std::size_t width) {
  const Article& article = cleaned.article;
  std::string out = fit(article.id + ": " + verdict(article), width) + "\n";
  if (article.status == Status::kError) return out;
  out += "charset " + article.charset.name + " by " + article.charset.by + ", " +
         std::to_string(article.charset.errors) + " characters replaced\n";
  add_repair(out, cleaned.repaired, width);
  if (!cleaned.site.file.empty())
    out += fit("site rule " + cleaned.site.file + " has the last word", width) + "\n";
  for (const std::string& warning : article.warnings)
    out += fit("warning " + warning, width) + "\n";
  out += "\nblocks (+ is kept; links is the share of the text that is links)\n";
  add_blocks(out, cleaned, width);
  out += "\nwhat was made of the page's claims\n";
  add_fact(out, "title", article.title, cleaned.head.titles, width);
  add_fact(out, "date", article.date, cleaned.head.dates, width);
  add_fact(out, "author", joined(article.author), cleaned.head.authors, width);
  add_fact(out, "source", article.source, cleaned.head.sources, width);
  add_fact(out, "site", article.sitename, cleaned.head.site_names, width);
  return out;
}

}  // namespace tamis::cli
