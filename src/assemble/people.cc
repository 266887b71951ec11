// SPDX-License-Identifier: Apache-2.0
#include "assemble/people.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::assembly {
namespace {

constexpr std::size_t kDatelineBytes = 240;   // of the first paragraphs
constexpr std::size_t kSignatureBytes = 300;  // at the end of the last ones
constexpr std::size_t kOpeningLines = 6;      // short lines before the first paragraph
constexpr std::size_t kParagraph = 150;       // bytes
constexpr BlockId kNearBody = 12;             // blocks behind it whose bylines count
constexpr std::size_t kShortLine = 90;        // bytes of a byline that became a body block

class Collector {
 public:
  Collector(const View& view, const std::vector<std::string>& outlets) : view_(view) {
    for (const std::string& outlet : outlets) outlets_.push_back(bare(outlet));
  }

  People run();

 private:
  void add(std::vector<std::string>& list, const std::vector<std::string>& names) const;
  void read(std::string_view line, People& people) const;
  void signature(std::string_view inside);
  void brackets(std::string_view line, bool first, bool last);
  void datelines();
  void unannounced(std::string_view line);
  void claims();
  bool chinese_page() const;

  const View& view_;
  std::vector<std::string> outlets_;
  People found_;
};

void Collector::add(std::vector<std::string>& list, const std::vector<std::string>& names) const {
  for (const std::string& name : names) {
    const std::string key = bare(name);
    if (std::find(outlets_.begin(), outlets_.end(), key) != outlets_.end()) continue;
    if (view_.bylines.outlet_like(name) && base::count_code_points(name) > 3) continue;
    const bool known = std::any_of(list.begin(), list.end(),
                                   [&](const std::string& other) { return bare(other) == key; });
    if (!known) list.push_back(name);
  }
}

void Collector::read(std::string_view line, People& people) const {
  for (const Field& field : view_.bylines.fields(line)) {
    if (field.role != Role::kAuthor && field.role != Role::kEditor) continue;
    // "By Jane Doe December 22, 2023"
    const std::vector<FoundDate> dates = view_.dates.find_all(field.value, DayOrder::kUnknown);
    const std::string_view value =
        dates.empty() ? field.value : field.value.substr(0, dates.front().begin);
    add(field.role == Role::kAuthor ? people.authors : people.editors,
        view_.bylines.people(value, field.colon));
  }
}

// A signature: "(袁源)", "(姚峰 上海报道)", "[ 黄宇 ]". `inside` is what the brackets hold.
void Collector::signature(std::string_view inside) {
  inside = base::trim(inside);
  const std::size_t space = inside.find(' ');
  const std::string_view name = inside.substr(0, space);
  bool rest = space == std::string_view::npos;
  for (std::string_view end : {"报道", "供稿", "文", "整理", "编译", "報道", "報導"})
    rest |= inside.ends_with(end);
  if (rest && view_.bylines.lone_name(name)) add(found_.authors, {std::string(name)});
}

// The first brackets of a paragraph that opens the article, the last of one that ends it.
void Collector::brackets(std::string_view line, bool first, bool last) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    if (first) {
      const std::size_t begin = line.substr(0, kDatelineBytes).find(open);
      const std::size_t end = begin == std::string_view::npos ? begin : line.find(close, begin);
      if (end != std::string_view::npos && end - begin < kDatelineBytes)
        read(line.substr(begin + open.size(), end - begin - open.size()), found_);
    }
    if (!last || !line.ends_with(close)) continue;
    const std::size_t begin = line.rfind(open);
    if (begin == std::string_view::npos || line.size() - begin > kSignatureBytes) continue;
    const std::string_view inside =
        line.substr(begin + open.size(), line.size() - begin - open.size() - close.size());
    const std::size_t before = found_.authors.size();
    read(inside, found_);
    if (found_.authors.size() == before) signature(inside);
  }
}

// "(记者 米哲 周志强)" near the start, "(光明日报全媒体记者 任鹏)" at the very end, and bylines
// that stayed lines of the body or were taken for page furniture beside it.
void Collector::datelines() {
  const std::vector<BlockId>& kept = view_.kept;
  bool opening = true;  // no paragraph yet
  for (std::size_t n = 0; n < kept.size(); ++n) {
    const bool first = opening && n < kOpeningLines, last = n + 2 >= kept.size();
    const std::string_view line = view_.line(kept[n]);
    const bool short_line =
        line.size() <= kShortLine && !view_.blocks.blocks[kept[n]].ends_sentence;
    if ((first || last) && short_line) {
      read(line, found_);
      if (first && found_.authors.empty() && view_.bylines.lone_name(line))
        add(found_.authors, {std::string(line)});
    }
    if (first || n < 2 || last) brackets(line, first || n < 2, last);
    if (line.size() > kParagraph) opening = false;
  }
  for (const BlockId n : view_.edges()) {
    const bool behind = !kept.empty() && n > kept.back();
    if (found_.authors.empty()) read(view_.line(n), found_);
    if (behind && found_.authors.empty()) brackets(view_.line(n), false, true);
  }
}

// What a meta line says without a word for it: "ggjjzhzz 发表于 2005-9-15", "08:19 [ 黄宇 ]".
void Collector::unannounced(std::string_view line) {
  if (!found_.authors.empty()) return;
  const std::vector<Field> fields = view_.bylines.fields(line);
  if (!fields.empty() && fields[0].role == Role::kDate && fields[0].begin > 1) {
    const std::string_view before = base::trim(line.substr(0, fields[0].begin));
    if (before.find(' ') == std::string_view::npos && before.size() <= 30)
      add(found_.authors, view_.bylines.people(before, true));
  }
  const std::size_t open = line.find('['), close = line.find(']');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close)
    signature(line.substr(open + 1, close - open - 1));
  if (view_.bylines.lone_name(line)) add(found_.authors, {std::string(line)});
}

void Collector::claims() {
  People claimed;
  const auto read_claims = [&](const std::vector<Claim>& claims, std::vector<std::string>& list) {
    for (const Claim& claim : claims) {
      // article:author is often the address of a profile.
      if (claim.value.find("://") != std::string::npos || claim.value.starts_with("www.")) continue;
      const std::vector<Field> fields = view_.bylines.fields(claim.value);
      const bool labelled = !fields.empty() && fields[0].begin == 0;
      add(list, view_.bylines.people(labelled ? fields[0].value : claim.value, true));
      if (!list.empty() && claim.by != "json-ld" && claim.by != claims[0].by) break;
    }
  };
  if (found_.authors.empty() || !chinese_page()) read_claims(view_.head.authors, claimed.authors);
  if (found_.editors.empty()) read_claims(view_.head.editors, claimed.editors);
  // Markup names the authors better than lines do, except in China, where it names the system.
  if (!claimed.authors.empty()) found_.authors = claimed.authors;
  if (found_.editors.empty()) found_.editors = claimed.editors;
}

bool Collector::chinese_page() const {
  if (view_.kept.empty()) return false;
  const TextStats& stats = view_.blocks.blocks[view_.kept[view_.kept.size() / 2]].stats;
  return stats.cjk * 2 > stats.characters;
}

People Collector::run() {
  for (const BlockId n : view_.small_print())
    if (view_.kept.empty() || n < view_.kept.back() + kNearBody) read(view_.line(n), found_);
  datelines();
  for (const auto* lines : {&view_.small_print(), &view_.edges()})
    for (const BlockId n : *lines)
      if (!view_.kept.empty() && n < view_.kept.front()) unannounced(view_.line(n));
  claims();
  return std::move(found_);
}

}  // namespace

People people(const View& view, const std::vector<std::string>& outlets) {
  return Collector(view, outlets).run();
}

}  // namespace tamis::assembly
