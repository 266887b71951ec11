// SPDX-License-Identifier: Apache-2.0
// One row about a page: how sure its choice of blocks is, what else stands on it, and what it and
// its address say that it is.
#include "base/utf8.h"
#include "score/feature_columns.h"
#include "score/layout.h"

#include <algorithm>
#include <cmath>

namespace tamis {

using namespace score_detail;  // NOLINT(google-build-using-namespace): the table below

namespace {

class OneRow {
 public:
  OneRow() : columns_(1) {}
  void add(const char* name, float value) { columns_.add(name, value); }
  FeatureTable take() { return columns_.take(); }

 private:
  FeatureColumns columns_;
};

float ratio(float part, float whole) {
  return whole > 0 ? part / whole : 0;
}

struct Choice {
  float units = 0, blocks = 0, links = 0, sure = 0, unsure = 0, prose = 0, longest = 0,
        headings = 0;
  float first = -1, last = -1, doubtful = 0, ends = 0, truncated = 0;
};

Choice sum_choice(const Layout& at, const Scores& scores) {
  Choice out;
  for (std::size_t b = 0; b < at.count; ++b) {
    const float p = scores.belongs[b], units = at.units[b];
    out.unsure += units * std::min(p, 1 - p);
    if (!scores.keep[b]) {
      if (p > 0.2F) out.doubtful += units;
      continue;
    }
    out.units += units;
    ++out.blocks;
    out.links += at.link_units[b];
    out.sure += units * p;
    out.longest = std::max(out.longest, units);
    out.headings += (at.block(b).context & kInHeading) != 0;
    out.ends += at.block(b).ends_sentence;
    out.truncated += at.block(b).truncated;
    if (at.evidence.blocks[b].prose) out.prose += units;
    if (out.first < 0) out.first = static_cast<float>(b);
    out.last = static_cast<float>(b);
  }
  return out;
}

void add_choice(const Layout& at, const Scores& scores, OneRow& row) {
  const Choice own = sum_choice(at, scores);
  row.add("choice.expected_f1", scores.expected_f1);
  row.add("choice.units", own.units);
  row.add("choice.blocks", own.blocks);
  row.add("choice.share", own.units / at.total);
  row.add("choice.mean", ratio(own.sure, own.units));
  row.add("choice.unsure", ratio(own.unsure, own.units));
  row.add("choice.doubtful", ratio(own.doubtful, own.units));
  row.add("choice.link_density", ratio(own.links, own.units));
  row.add("choice.prose", ratio(own.prose, own.units));
  row.add("choice.prose_of_page", ratio(own.prose, at.prose_total()));
  row.add("choice.longest", own.longest);
  row.add("choice.headings", ratio(own.headings, own.blocks));
  row.add("choice.ends", ratio(own.ends, own.blocks));
  row.add("choice.truncated", own.truncated);
  row.add("choice.density", ratio(own.blocks, own.last - own.first + 1));
  row.add("choice.mean_units", ratio(own.units, own.blocks));
}

void add_page_form(const Layout& at, OneRow& row) {
  float headings = 0, links = 0, dates = 0, truncated = 0, forms = 0, money = 0, prose = 0;
  for (std::size_t b = 0; b < at.count; ++b) {
    const Block& block = at.block(b);
    headings += (block.context & kInHeading) != 0;
    links += static_cast<float>(block.stats.links);
    dates += block.date_only;
    truncated += block.truncated;
    forms += (block.context & kInForm) != 0;
    prose += at.evidence.blocks[b].prose;
    if (at.units[b] < 12) {
      for (const std::string_view sign : {"$", "€", "£", "¥", "￥"}) {
        money += block.text.find(sign) != std::string::npos;
      }
    }
  }
  float most_with_prose = 0, most_linked = 0;
  for (const AlikeGroup& group : at.alike) {
    if (group.count > 1)
      most_with_prose = std::max(most_with_prose, static_cast<float>(group.with_prose));
    const bool listed = group.linked >= 4 && group.units / static_cast<float>(group.count) >= 6;
    if (listed) most_linked = std::max(most_linked, static_cast<float>(group.linked));
  }
  const auto count = static_cast<float>(at.count);
  float link_units = 0;
  for (const float units : at.link_units) link_units += units;
  row.add("form.blocks", count);
  row.add("form.units", at.total);
  row.add("form.link_density", link_units / at.total);
  row.add("form.links", links);
  row.add("form.headings", headings);
  row.add("form.headings_share", ratio(headings, count));
  row.add("form.prose_blocks", prose);
  row.add("form.prose_share", at.prose_total() / at.total);
  row.add("form.dates", dates);
  row.add("form.truncated", truncated);
  row.add("form.forms", forms);
  row.add("form.money", money);
  row.add("form.alike_with_prose", most_with_prose);
  row.add("form.alike_linked", most_linked);
}

float has_type(const Head& head, std::string_view word) {
  return std::any_of(head.types.begin(), head.types.end(),
                     [&](const Claim& type) {
                       return base::fold_case(type.value).find(word) != std::string::npos;
                     })
             ? 1.0F
             : 0.0F;
}

void add_claims(const Layout& at, OneRow& row) {
  const Head& head = at.head;
  row.add("claims.article", has_type(head, "article") + has_type(head, "posting"));
  row.add("claims.website", has_type(head, "website") + has_type(head, "webpage"));
  row.add("claims.product", has_type(head, "product") + has_type(head, "offer"));
  row.add("claims.list", has_type(head, "collection") + has_type(head, "itemlist"));
  row.add("claims.organisation", has_type(head, "organization") + has_type(head, "business"));
  row.add("claims.date", head.dates.empty() ? 0.0F : 1.0F);
  row.add("claims.modified", head.modified.empty() ? 0.0F : 1.0F);
  row.add("claims.author", head.authors.empty() ? 0.0F : 1.0F);
  row.add("claims.section", head.sections.empty() ? 0.0F : 1.0F);
  row.add("claims.body", static_cast<float>(head.article_body.size()));
  row.add("claims.description", head.descriptions.empty()
                                    ? 0.0F
                                    : static_cast<float>(head.descriptions.front().value.size()));
  const BlockId title = at.title;
  row.add("title.units", title == kNone ? -1.0F : at.units[title]);
  row.add("title.heading",
          title == kNone ? -1.0F : static_cast<float>((at.block(title).context & kInHeading) != 0));
  row.add("title.place", title == kNone ? -1.0F : at.before[title] / at.total);
  row.add("title.claimed",
          head.titles.empty()
              ? 0.0F
              : static_cast<float>(base::count_code_points(head.titles.front().value)));
}

void add_address(std::string_view url, OneRow& row) {
  const std::size_t scheme = url.find("://");
  std::string_view path = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
  const std::size_t slash = path.find('/');
  path = slash == std::string_view::npos ? "" : path.substr(slash);
  path = path.substr(0, path.find_first_of("?#"));
  float depth = 0, digits = 0, hyphens = 0, longest_digits = 0, run = 0, last = 0;
  for (const char c : path) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    digits += run > 0;
    longest_digits = std::max(longest_digits, run);
    last = c == '/' ? 0 : last + 1;
    depth += c == '/';
    hyphens += c == '-' || c == '_';
  }
  row.add("address.known", url.empty() ? 0.0F : 1.0F);
  row.add("address.depth", depth);
  row.add("address.length", static_cast<float>(path.size()));
  row.add("address.digits", digits);
  row.add("address.longest_digits", longest_digits);
  row.add("address.hyphens", hyphens);
  row.add("address.last_step", last);
}

}  // namespace

FeatureTable page_features(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
                           const Scores& scores, std::string_view url) {
  const Layout layout = lay_out(blocks, head, evidence);
  OneRow row;
  add_choice(layout, scores, row);
  add_page_form(layout, row);
  add_claims(layout, row);
  add_address(url, row);
  return row.take();
}

}  // namespace tamis
