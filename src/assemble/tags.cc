// SPDX-License-Identifier: Apache-2.0
#include "assemble/tags.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxTags = 30;
constexpr std::size_t kMaxTagBytes = 90;
constexpr std::size_t kArticleBytes = 6000;  // of the text in which keywords are looked for

void add(std::vector<std::string>& tags, std::string_view value) {
  value = base::trim(value);
  while (value.starts_with("#")) value.remove_prefix(1);
  if (value.size() < 2 || value.size() > kMaxTagBytes || tags.size() >= kMaxTags) return;
  const auto same = [&](const std::string& tag) { return bare(tag) == bare(value); };
  if (!bare(value).empty() && std::none_of(tags.begin(), tags.end(), same))
    tags.emplace_back(value);
}

// "标签: 甲 乙", "Tags: a, b"
void read_line(std::string_view line, std::vector<std::string>& tags) {
  for (std::string_view colon : {":", "："}) {
    const std::size_t at = line.find(colon);
    if (at != std::string_view::npos && at < 40) {
      line = line.substr(at + colon.size());
      break;
    }
  }
  bool commas = false;
  for (std::string_view mark : {",", "，", "、", ";", "；", "|"})
    commas |= line.find(mark) != std::string_view::npos;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t here = at;
    const char32_t c = base::next_code_point(line, at);
    const bool mark = c == U',' || c == U'，' || c == U'、' || c == U';' || c == U'；' ||
                      c == U'|' || (!commas && base::is_space(c));
    if (!mark) continue;
    add(tags, line.substr(begin, here - begin));
    begin = at;
  }
  add(tags, line.substr(begin));
}

}  // namespace

std::vector<std::string> tags(const View& view, std::string_view title) {
  std::vector<std::string> found;
  for (BlockId n = 0; n < view.size(); ++n)
    if (view.label(n) == LabelName::kTags) {
      const std::vector<Field> fields = view.bylines.fields(view.line(n));
      const bool labelled = !fields.empty() && fields[0].begin == 0;
      read_line(labelled ? fields[0].value : view.line(n), found);
    }
  if (!found.empty() || view.head.tags.empty()) return found;
  std::string article = bare(title);
  for (std::size_t n = 0; n < view.kept.size() && article.size() < kArticleBytes; ++n)
    article += bare(view.line(view.kept[n]));
  std::size_t present = 0, names = 0;
  for (const Claim& claim : view.head.tags) {
    if (claim.value.size() > kMaxTagBytes) continue;
    ++names;
    present += article.find(bare(claim.value)) != std::string::npos ? 1 : 0;
  }
  if (names == 0 || present * 3 < names) return found;
  // The headline once more, cut at its marks, is no list of keywords.
  std::string together;
  for (const Claim& claim : view.head.tags) together += bare(claim.value);
  if (together == bare(title)) return found;
  for (const Claim& claim : view.head.tags) add(found, claim.value);
  return found;
}

}  // namespace tamis::assembly
