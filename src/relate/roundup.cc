// SPDX-License-Identifier: Apache-2.0
#include "relate/roundup.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::relating {

namespace {

constexpr std::uint32_t kItem = 16;      // letters
constexpr std::uint32_t kSentence = 40;  // ... of a line without a full stop: not a headline
constexpr double kInside = .8;           // share of an item's shingles in its article
constexpr double kOutside = .4;          // ... of the other items

bool is_mark(char32_t c) {
  return c == U'·' || c == U'•' || c == U'●' || c == U'■' || c == U'▲' || c == U'◆' || c == U'★' ||
         c == U'▶' || c == U'►' || c == U'【' || c == U'※' || c == '-' || c == '*';
}

// "3、", "3.", "（3）", "三、", "①", "【", "·"
bool has_item_mark(std::string_view line) {
  std::size_t at = 0, n = 0;
  char32_t c = 0;
  const auto next = [&] {
    return c = at < line.size() ? base::fold_width(base::next_code_point(line, at)) : 0;
  };
  next();
  if (is_mark(c) || (c >= U'①' && c <= U'⑳')) return true;
  const bool open = c == '(';
  if (open) next();
  for (; n < 3 && (base::is_digit(c) || std::u32string_view(U"一二三四五六七八九十").find(c) !=
                                            std::u32string_view::npos);
       ++n)
    next();
  return n > 0 && (open ? c == ')' : c == U'、' || c == '.' || c == ')' || c == U'．');
}

// A text, not the headline of one.
bool is_item(const Profile& list, const TextLine& line) {
  const std::string_view source = base::trim(list.source(line));
  const std::uint32_t letters = line.end - line.begin;
  return letters >= kItem && (letters >= kSentence || base::ends_sentence(source)) &&
         has_item_mark(source);
}

double inside(const Profile& list, const TextLine& line, const Profile& article) {
  if (line.end < line.begin + kShingle) return 0;
  std::uint32_t shared = 0;
  const std::uint32_t n = line.end - line.begin - kShingle + 1;
  for (std::uint32_t i = line.begin; i < line.begin + n; ++i) {
    shared += article.shingles().contains(shingle_at(list.letters(), i));
  }
  return static_cast<double>(shared) / n;
}

}  // namespace

bool has_items(const Profile& list) {
  return list.items().size() >= 3;
}

// Only of what may have any: most texts have not, and need no lines.
const std::vector<TextLine>& Profile::items() const {
  if (items_) return *items_;
  items_.emplace();
  if (!may_collect() || !tamis::may_collect(text())) return *items_;
  for (const TextLine& line : lines()) {
    if (is_item(*this, line)) items_->push_back(line);
  }
  return *items_;
}

bool may_have_item(const Profile& list, const Profile& article) {
  if (!has_items(list)) return false;
  const std::vector<TextLine>& items = list.items();
  return std::any_of(items.begin(), items.end(), [&](const TextLine& item) {
    const std::uint32_t letters = item.end - item.begin;
    const std::size_t most =
        article.filter().most_shared(list.letters().substr(item.begin, letters));
    return static_cast<double>(most) >= kInside * (letters - kShingle + 1);
  });
}

const TextLine* item_of(const Profile& list, const Profile& article) {
  const TextLine* best = nullptr;
  int inside_lines = 0, others = 0;
  for (const TextLine& item : list.items()) {
    const double part = inside(list, item, article);
    if (part >= kInside) {
      ++inside_lines;
      if (best == nullptr || item.end - item.begin > best->end - best->begin) best = &item;
    }
    others += part <= kOutside;
  }
  return others >= 2 && others > 2 * inside_lines - 1 ? best : nullptr;
}

}  // namespace tamis::relating

namespace tamis {

// What most texts fail, before their canonical form is made.
bool may_collect(std::string_view text) {
  int marked = 0;
  for (std::size_t from = 0; from < text.size() && marked < 3;) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    marked += relating::has_item_mark(base::trim(text.substr(from, to - from)));
    from = to + 1;
  }
  return marked >= 3;
}

}  // namespace tamis
