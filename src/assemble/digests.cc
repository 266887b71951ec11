// SPDX-License-Identifier: Apache-2.0
#include "assemble/digests.h"

#include "assemble/article_date.h"
#include "base/url.h"
#include "base/utf8.h"

#include <algorithm>
#include <utility>

namespace tamis::assembly {
namespace {

constexpr std::size_t kMaxDigests = 200;
constexpr std::size_t kMaxTeaser = 4000;  // bytes
constexpr std::size_t kSameStart = 16;    // characters that prove two texts the same
constexpr std::size_t kCompared = 400;    // bytes of two texts
constexpr BlockId kNear = 3;              // blocks between spam and an item it stands among
constexpr std::size_t kMaxChannel = 36;   // bytes

struct Item {
  Digest digest;
  BlockId first = 0, last = 0;
  ContainerId container = kNone;
  std::uint32_t known = 0;  // of its teaser, see Items
  bool all_spam = true;

  bool empty() const {
    return digest.title.empty() && digest.teaser.empty() && digest.date.empty();
  }
};

// "...更多", "… [详细]", "... read more": what stands behind the ellipsis goes.
std::string without_more(std::string_view teaser) {
  for (std::string_view more :
       {"[更多]",    "[详细]", "[详情]", "【详细】", "查看更多", "查看详情",  "阅读全文",
        "阅读更多",  "更多",   "详细",   "详情",     "全文",     "Read more", "read more",
        "Read More", "More",   "more",   "»",        ">>",       ">"}) {
    if (!teaser.ends_with(more)) continue;
    const std::string_view before = base::trim(teaser.substr(0, teaser.size() - more.size()));
    if (before.ends_with("...") || before.ends_with("…")) return std::string(before);
  }
  return std::string(teaser);
}

bool truncated(std::string_view teaser) {
  return teaser.ends_with("...") || teaser.ends_with("…");
}

std::string without_end(std::string_view line, std::string_view marks) {
  while (!line.empty() && marks.find(line.back()) != std::string_view::npos) line.remove_suffix(1);
  return std::string(line);
}

// Begins as `whole` does: 16 characters, or all of a shorter one of at least 6.
bool begins_alike(std::string_view piece, std::string_view whole) {
  const std::string a = bare(piece.substr(0, kCompared)), b = bare(whole.substr(0, kCompared));
  const std::size_t same = common_characters(a, b);
  return same >= kSameStart || (same >= 6 && a == b);
}

class Assembler {
 public:
  Assembler(const View& view, const Items& known)
      : view_(view), known_(known), day_order_(day_order(view)) {}
  std::vector<Item> run();

 private:
  void block(BlockId n);
  void title(BlockId n);
  void teaser(BlockId n);
  void meta(BlockId n);
  void spam(BlockId n);
  void touch(BlockId n, bool spam);
  void flush();
  bool dated(BlockId n) const;
  bool other_element(BlockId n) const;

  const View& view_;
  const Items& known_;
  DayOrder day_order_;
  std::string section_;
  Item item_;
  std::vector<Item> items_;
};

void Assembler::flush() {
  // Neither a date nor a title by itself is a digest.
  const bool real =
      !item_.digest.teaser.empty() || (!item_.digest.title.empty() && !item_.digest.date.empty());
  if (real && items_.size() < kMaxDigests) {
    if (item_.digest.channel.empty()) item_.digest.channel = section_;
    items_.push_back(std::move(item_));
  }
  item_ = {};
}

void Assembler::touch(BlockId n, bool spam) {
  if (item_.empty()) item_.first = n;
  item_.last = n;
  item_.container = view_.blocks.blocks[n].container;
  item_.digest.spam |= spam;
  item_.all_spam &= spam;
  const std::vector<std::string>& links = view_.blocks.blocks[n].hrefs;
  if (item_.digest.url.empty() && !links.empty()) item_.digest.url = links.front();
}

void Assembler::title(BlockId n) {
  const std::string& line = view_.line(n);
  const bool date_waits = item_.digest.title.empty() && item_.digest.teaser.empty();
  if (!date_waits) {
    const bool again = item_.digest.teaser.empty() && item_.digest.date.empty() &&
                       begins_alike(line, item_.digest.title);
    const bool same = bare(line) == bare(item_.digest.title);
    if (!(again || same)) flush();
  }
  touch(n, view_.label(n) == LabelName::kSpam);
  if (item_.digest.title.size() < line.size()) item_.digest.title = line;
}

// Titleless teasers in elements of their own are items of their own.
bool Assembler::other_element(BlockId n) const {
  const Block& block = view_.blocks.blocks[n];
  return item_.digest.title.empty() && !view_.blocks.from_text &&
         block.container != item_.container && (block.tag == Tag::kLi || block.tag == Tag::kDiv);
}

void Assembler::teaser(BlockId n) {
  const bool has_teaser = !item_.digest.teaser.empty();
  const std::uint32_t known = n < known_.size() ? known_[n] : 0;
  const bool complete = has_teaser && (!item_.digest.date.empty() || known != item_.known ||
                                       truncated(item_.digest.teaser));
  if (complete || (has_teaser && other_element(n))) flush();
  touch(n, view_.label(n) == LabelName::kSpam);
  item_.known = known;
  std::string& teaser = item_.digest.teaser;
  if (teaser.size() > kMaxTeaser) return;
  if (!teaser.empty()) teaser += ' ';
  teaser += without_more(view_.line(n));
}

void Assembler::meta(BlockId n) {
  const std::string_view line = view_.line(n);
  const std::vector<FoundDate> dates = view_.dates.find_all(line, day_order_);
  if (!item_.digest.date.empty() && !dates.empty()) flush();
  touch(n, view_.label(n) == LabelName::kSpam);
  if (dates.empty()) return;
  item_.digest.date = iso(dates.front().moment);
  // "行业动态 2025-11-24": what is left is the channel, unless it is a label or a count.
  const std::string left = base::collapse_space(line.substr(0, dates.front().begin));
  const std::string channel = without_end(left, " |-/[(");
  const bool plain = view_.bylines.fields(channel).empty() &&
                     channel.find_first_of("0123456789:") == std::string::npos;
  if (!channel.empty() && plain && channel.size() <= kMaxChannel) item_.digest.channel = channel;
}

bool Assembler::dated(BlockId n) const {
  return view_.blocks.blocks[n].date_only ||
         (view_.line(n).size() < 40 && !view_.dates.find_all(view_.line(n), day_order_).empty());
}

// Spam lines have one label for title, teaser and date: their places tell them apart.
void Assembler::spam(BlockId n) {
  if (dated(n)) return meta(n);
  const bool next_is_text =
      n + 1 < view_.size() && view_.label(n + 1) == LabelName::kSpam && !dated(n + 1);
  const bool finished = !item_.digest.teaser.empty() || !item_.digest.date.empty();
  if (item_.digest.title.empty() || finished) {
    const bool is_teaser = !next_is_text && truncated(without_more(view_.line(n)));
    return is_teaser ? teaser(n) : title(n);
  }
  const bool again = bare(view_.line(n)) == bare(item_.digest.title);
  return again ? title(n) : teaser(n);
}

void Assembler::block(BlockId n) {
  switch (view_.label(n)) {
    case LabelName::kDigestTitle: return title(n);
    case LabelName::kDigestText: return teaser(n);
    case LabelName::kDigestMeta: return meta(n);
    case LabelName::kSpam: return spam(n);
    case LabelName::kSectionLabel:
      flush();
      section_ = without_end(view_.line(n), ": >");
      if (section_.ends_with("："))
        section_.resize(section_.size() - std::string_view("：").size());
      return;
    // Buttons and counters stand inside items.
    case LabelName::kUi:
    case LabelName::kShare:
    case LabelName::kTemplate: return;
    default: flush();
  }
}

std::vector<Item> Assembler::run() {
  for (BlockId n = 0; n < view_.size(); ++n) block(n);
  flush();
  return std::move(items_);
}

}  // namespace

std::vector<Digest> digests(const View& view, std::string_view article_title, const Items& known) {
  std::vector<Item> items = Assembler(view, known).run();
  const std::string_view body =
      view.kept.empty() ? std::string_view{} : view.line(view.kept.front());
  std::vector<Digest> out;
  for (std::size_t n = 0; n < items.size(); ++n) {
    Item& item = items[n];
    if (item.all_spam) {
      const auto near = [&](std::size_t other) {
        const Item& there = items[other];
        const BlockId gap = other < n ? item.first - there.last : there.first - item.last;
        return gap <= kNear && !item.digest.teaser.empty();
      };
      if (!((n > 0 && near(n - 1)) || (n + 1 < items.size() && near(n + 1)))) continue;
    }
    Digest& digest = item.digest;
    digest.truncated = truncated(digest.teaser);
    digest.self = begins_alike(digest.title, article_title) || begins_alike(digest.teaser, body) ||
                  begins_alike(digest.teaser, article_title);
    std::string url;
    if (!digest.url.empty()) url = base::resolve_url(view.page.url, digest.url);
    if (!url.empty()) digest.url = std::move(url);
    out.push_back(std::move(digest));
  }
  return out;
}

}  // namespace tamis::assembly
