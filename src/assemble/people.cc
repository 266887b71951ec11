// SPDX-License-Identifier: Apache-2.0
#include "assemble/people.h"

#include "assemble/word_table.h"
#include "base/tokens.h"
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
constexpr std::size_t kCreditBytes = 120;     // of a line that markup says to be a byline
constexpr BlockId kCreditGap = 3;             // blocks between two of them
constexpr std::size_t kMaxCredits = 6;
constexpr BlockId kCreditBlocks = 6;  // of the element that does

using Names = std::vector<std::string>;

// What one place of the page says.
struct Found {
  Names writers;    // 作者, "by": who wrote it all
  Names reporters;  // 记者: one of those who did
  Names issuers;

  bool authors() const { return !writers.empty() || !reporters.empty(); }
};

class Collector {
 public:
  Collector(const View& view, const std::vector<std::string>& outlets) : view_(view) {
    for (const std::string& outlet : outlets) outlets_.push_back(bare(outlet));
  }

  People run();

 private:
  std::string without_outlet(std::string name) const;
  void add(Names& list, const Names& names) const;
  bool authority(std::string_view name) const;
  std::string_view before_date(std::string_view value) const;
  void read(std::string_view line, Found& found);
  void signature(std::string_view inside, Found& found);
  void brackets(std::string_view line, bool first, bool last);
  void small_print();
  void datelines();
  void edges();
  bool credited(BlockId n) const;
  void credits();
  void unannounced(std::string_view line);
  void announced_by_title();
  bool stands_at_head(std::string_view name) const;
  void claims(People& people) const;
  Names claimed_authors() const;
  Names certain_authors() const;
  Names authors() const;

  const View& view_;
  Names outlets_;
  Found head_, body_, foot_, others_;  // by place; others_: without a word for it
  Names editors_;
};

// "Jane Doe Globe": the outlet's name behind the person's.
std::string Collector::without_outlet(std::string name) const {
  for (std::size_t space = name.rfind(' '); space != name.npos && name.find(' ') != space;
       space = name.rfind(' ')) {
    const std::string last = bare(std::string_view(name).substr(space + 1));
    const bool outlet = last.size() > 3 && std::any_of(outlets_.begin(), outlets_.end(),
                                                       [&](const std::string& known) {
                                                         return known.find(last) != known.npos;
                                                       });
    if (!outlet) break;
    name.resize(space);
  }
  return name;
}

void Collector::add(Names& list, const Names& names) const {
  for (const std::string& given : names) {
    if (std::find(outlets_.begin(), outlets_.end(), bare(given)) != outlets_.end()) continue;
    const std::string name = without_outlet(given);
    const std::string key = bare(name);
    if (view_.bylines.outlet_like(name) && base::count_code_points(name) > 3) continue;
    const bool known = std::any_of(list.begin(), list.end(),
                                   [&](const std::string& other) { return bare(other) == key; });
    if (!known) list.push_back(name);
  }
}

bool Collector::authority(std::string_view name) const {
  return name.size() <= kShortLine && name.find(' ') == name.npos &&
         view_.bylines.outlet_like(name);
}

// "By Jane Doe December 22, 2023" ends with her name.
std::string_view Collector::before_date(std::string_view value) const {
  const std::vector<FoundDate> dates = view_.dates.find_all(value, DayOrder::kUnknown);
  return dates.empty() ? value : value.substr(0, dates.front().begin);
}

void Collector::read(std::string_view line, Found& found) {
  for (const Field& field : view_.bylines.fields(line)) {
    // "发文机关： 吉林省人民政府"
    if (field.role == Role::kIssuer && authority(field.value))
      found.issuers = {std::string(field.value)};
    if (field.role != Role::kAuthor && field.role != Role::kEditor) continue;
    const std::string_view value = before_date(field.value);
    Names names = view_.bylines.people(value, field.colon);
    if (names.empty() && field.role == Role::kAuthor && view_.bylines.agency(value))
      names.emplace_back(value);
    add(field.role == Role::kEditor ? editors_
        : field.writer              ? found.writers
                                    : found.reporters,
        names);
  }
}

// A signature: "(袁源)", "(姚峰 上海报道)", "[ 黄宇 ]". `inside` is what the brackets hold.
void Collector::signature(std::string_view inside, Found& found) {
  inside = base::trim(inside);
  const std::size_t space = inside.find(' ');
  const std::string_view name = inside.substr(0, space);
  bool rest = space == std::string_view::npos;
  for (std::string_view end : {"报道", "供稿", "文", "整理", "编译", "報道", "報導"})
    rest |= inside.ends_with(end);
  if (rest && view_.bylines.lone_name(name)) add(found.reporters, {std::string(name)});
}

// The first brackets of a paragraph that opens the article, the last of one that ends it.
void Collector::brackets(std::string_view line, bool first, bool last) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    if (first) {
      const std::size_t begin = line.substr(0, kDatelineBytes).find(open);
      const std::size_t end = begin == std::string_view::npos ? begin : line.find(close, begin);
      if (end != std::string_view::npos && end - begin < kDatelineBytes)
        read(line.substr(begin + open.size(), end - begin - open.size()), body_);
    }
    if (!last || !line.ends_with(close)) continue;
    const std::size_t begin = line.rfind(open);
    if (begin == std::string_view::npos || line.size() - begin > kSignatureBytes) continue;
    const std::string_view inside =
        line.substr(begin + open.size(), line.size() - begin - open.size() - close.size());
    Found said;
    read(inside, said);
    if (!said.authors()) signature(inside, said);
    add(body_.writers, said.writers);
    add(body_.reporters, said.reporters);
  }
}

void Collector::small_print() {
  const BlockId first = view_.kept.empty() ? view_.size() : view_.kept.front();
  for (const BlockId n : view_.small_print()) {
    const bool head = n < first || n < view_.head_end;
    if (view_.kept.empty() || n < view_.kept.back() + kNearBody)
      read(view_.field_line(n), head ? head_ : foot_);
  }
}

// "(记者 米哲 周志强)" near the start, "(光明日报全媒体记者 任鹏)" at the very end, and bylines
// that stayed lines of the body.
void Collector::datelines() {
  const std::vector<BlockId>& kept = view_.kept;
  bool opening = true;  // no paragraph yet
  for (std::size_t n = 0; n < kept.size(); ++n) {
    const bool first = opening && n < kOpeningLines, last = n + 2 >= kept.size();
    const std::string_view line = view_.line(kept[n]);
    const bool short_line =
        line.size() <= kShortLine && !view_.blocks.blocks[kept[n]].ends_sentence;
    if ((first || last) && short_line) {
      read(line, first ? head_ : foot_);
      if (first && !head_.authors() && view_.bylines.lone_name(line))
        add(others_.reporters, {std::string(line)});
    }
    if (first || n < 2 || last) brackets(line, first || n < 2, last);
    if (line.size() > kParagraph) opening = false;
  }
}

// Lines that were taken for page furniture or for links.
void Collector::edges() {
  for (const BlockId n : view_.edges()) {
    const std::string line = view_.field_line(n);
    Found said;
    // An authority and the day: how notices are signed.
    const bool day = n + 1 < view_.size() && view_.blocks.blocks[n + 1].date_only;
    if (day && view_.behind_body(n) && authority(line)) foot_.issuers = {line};
    read(line, said);
    const std::vector<Field> fields = view_.bylines.fields(line);
    const bool opens = !fields.empty() && (fields[0].begin <= 3 || line.size() <= kShortLine);
    if (!said.authors() && view_.behind_body(n)) brackets(line, false, true);
    if (!opens) continue;
    Found& place = view_.at_head(n) ? head_ : foot_;
    add(place.writers, said.writers);
    add(place.reporters, said.reporters);
    if (!said.issuers.empty()) place.issuers = said.issuers;
  }
}

// The class of the line or of its small element, or where its link leads, says "author".
bool Collector::credited(BlockId n) const {
  const Block& block = view_.blocks.blocks[n];
  bool says = false;
  const auto look = [&](std::string_view words) {
    base::each_token(words,
                     [&](std::string_view word) { says |= view_.bylines.author_token(word); });
  };
  look(block.names);
  ContainerId up = block.container;
  for (int levels = 0; levels < 3 && up != kNone; ++levels) {
    const Container& container = view_.blocks.containers[up];
    if (container.last - container.first > kCreditBlocks) break;
    look(container.names);
    up = container.parent;
  }
  for (std::string_view href : block.hrefs) {
    href = href.substr(0, href.find_first_of("?#"));
    for (std::size_t at = 0; at < href.size() && at < 200;) {
      const std::size_t end = std::min(href.find('/', at), href.size());
      says |= end < href.size() && view_.bylines.author_token(href.substr(at, end - at));
      at = end + 1;
    }
  }
  return says;
}

// "Jane Doe" without a word, where markup is the word: the first lines of that kind.
void Collector::credits() {
  if (head_.authors()) return;
  BlockId last = kNone;
  for (BlockId n = view_.top + 1; n < view_.head_end && head_.writers.size() < kMaxCredits; ++n) {
    if (last != kNone && n > last + kCreditGap) return;
    const std::string whole = view_.bylines.unglued(view_.line(n));
    if (whole.size() > kCreditBytes || view_.label(n) == LabelName::kCaption || !credited(n))
      continue;
    std::string_view line = whole;
    if (!view_.bylines.fields(line).empty()) continue;
    const std::vector<FoundDate> dates = view_.dates.find_all(line, DayOrder::kUnknown);
    if (!dates.empty()) line = line.substr(0, dates.front().begin);
    add(head_.writers, view_.bylines.people(line, false));
    if (!head_.writers.empty()) last = n;
  }
}

// What a meta line says without a word for it: "ggjjzhzz 发表于 2005-9-15", "08:19 [ 黄宇 ]".
void Collector::unannounced(std::string_view line) {
  const std::vector<Field> fields = view_.bylines.fields(line);
  if (!fields.empty() && fields[0].role == Role::kDate && fields[0].begin > 1) {
    const std::string_view before = base::trim(line.substr(0, fields[0].begin));
    if (before.find(' ') == std::string_view::npos && before.size() <= 30)
      add(others_.writers, view_.bylines.people(before, true));
  }
  const std::size_t open = line.find('['), close = line.find(']');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close)
    signature(line.substr(open + 1, close - open - 1), others_);
  if (view_.bylines.lone_name(line)) add(others_.reporters, {std::string(line)});
}

// "茉莉：我是怎样…" above a line that is nothing but 茉莉.
void Collector::announced_by_title() {
  const std::vector<BlockId>& kept = view_.kept;
  const auto leads = [&](std::string_view line, std::string_view name) {
    return line.starts_with(name) && (line.substr(name.size()).starts_with("：") ||
                                      line.substr(name.size()).starts_with(":"));
  };
  for (std::size_t n = 0; n < std::min(kept.size(), kOpeningLines); ++n) {
    const std::string& name = view_.line(kept[n]);
    if (view_.bylines.people(name, false) != Names{name}) continue;
    bool led = view_.title != kNone && leads(view_.line(view_.title), name);
    for (std::size_t m = 0; m < n; ++m) led |= leads(view_.line(kept[m]), name);
    if (led) add(others_.writers, {name});
  }
}

// The name stands on the page, near the headline.
bool Collector::stands_at_head(std::string_view name) const {
  for (BlockId n = view_.top; n < view_.head_end; ++n)
    if (view_.line(n).find(name) != std::string::npos) return true;
  return false;
}

// Of claims that differ (the person here, the company there) those that the page shows.
Names Collector::claimed_authors() const {
  Names first, shown;
  std::string by_first, by_shown;
  for (const Claim& claim : view_.head.authors) {
    // article:author is often the address of a profile.
    if (claim.value.find("://") != std::string::npos || claim.value.starts_with("www.")) continue;
    const std::vector<Field> fields = view_.bylines.fields(claim.value);
    const bool labelled = !fields.empty() && fields[0].begin == 0;
    Names names;
    add(names, view_.bylines.people(labelled ? fields[0].value : claim.value, true));
    if (names.empty()) continue;
    if (first.empty()) by_first = claim.by;
    if (claim.by == by_first) add(first, names);
    if (by_shown.empty() && stands_at_head(names[0])) by_shown = claim.by;
    if (claim.by == by_shown) add(shown, names);
  }
  return by_first == "json-ld" || shown.empty() ? first : shown;
}

// Authors that a site rule points at are the authors: nobody beside them.
Names Collector::certain_authors() const {
  Names certain;
  for (const Claim& claim : view_.head.authors) {
    if (!claim.certain) break;
    const std::vector<Field> fields = view_.bylines.fields(claim.value);
    const std::string_view value =
        !fields.empty() && fields[0].begin == 0 ? fields[0].value : std::string_view(claim.value);
    const Names names = view_.bylines.people(before_date(value), true);
    add(certain, names.empty() ? Names{claim.value} : names);
  }
  return certain;
}

void Collector::claims(People& people) const {
  // Markup names the authors better than lines do, except in China, where it names the system.
  if (people.authors.empty() || !view_.cjk_page())
    if (Names claimed = claimed_authors(); !claimed.empty()) people.authors = std::move(claimed);
  if (!people.editors.empty()) return;
  for (const Claim& claim : view_.head.editors)
    add(people.editors, view_.bylines.people(claim.value, true));
}

// A byline at the head names them; else who wrote it all; else whoever is named.
Names Collector::authors() const {
  if (!head_.writers.empty()) return head_.writers;
  Names all = head_.reporters;
  if (all.empty() && !foot_.writers.empty()) return foot_.writers;
  for (const Found* place : {&body_, &foot_}) {
    add(all, place->reporters);
    if (place == &body_) add(all, place->writers);
  }
  for (const Names* last : {&others_.writers, &others_.reporters, &head_.issuers, &foot_.issuers})
    if (all.empty()) all = *last;
  return all;
}

People Collector::run() {
  small_print();
  datelines();
  edges();
  credits();
  if (!head_.authors() && !body_.authors() && !foot_.authors()) {
    announced_by_title();
    for (const auto* lines : {&view_.small_print(), &view_.edges()})
      for (const BlockId n : *lines)
        if (!view_.kept.empty() && n < view_.kept.front()) unannounced(view_.line(n));
  }
  People people{authors(), editors_};
  claims(people);
  if (Names certain = certain_authors(); !certain.empty()) people.authors = std::move(certain);
  return people;
}

}  // namespace

People people(const View& view, const std::vector<std::string>& outlets) {
  return Collector(view, outlets).run();
}

}  // namespace tamis::assembly
