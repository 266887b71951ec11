// SPDX-License-Identifier: Apache-2.0
// Which blocks of a page are pieces of other pages' articles. What makes a kept line a teaser: it
// stands at the beginning of another article and stops within a sentence of it (or at an
// ellipsis), and the page does not go on with that article. Lines beside such ones need only begin
// where an article begins. Full paragraphs that two articles share stay.
#include "base/utf8.h"
#include "memory/align.h"
#include "memory/lead.h"
#include "memory/matches.h"
#include "memory/templates.h"

#include <algorithm>

namespace tamis {

namespace memory {
namespace {

constexpr std::uint32_t kSlack = 8;       // letters between two lines of one text
constexpr std::size_t kMostTeaser = 300;  // letters
constexpr BlockId kBeside = 3;
constexpr double kCopied = 0.5;  // share of the page's own text

enum class Call : std::uint8_t { kNone, kMaybe, kTeaser };

struct Line {
  bool is_read = false;  // letters and mark
  std::u16string letters;
  bool marked = false;  // ends in an ellipsis or "[more]"
  bool kept = false;
  std::vector<Match> matches;
  Call call = Call::kNone;
  std::uint32_t of = kNoPage;
};

bool may_be_digest(const Label& label, std::size_t letters) {
  switch (label.name) {
    case LabelName::kBody:
    case LabelName::kHeading:
    case LabelName::kUi:
    case LabelName::kNav:
    case LabelName::kRecLink: return true;
    case LabelName::kMeta:
    case LabelName::kDigestTitle: return letters >= kLead;
    default: return false;
  }
}

class Recall {
 public:
  Recall(const Store& store, const Canon& canon, std::uint32_t own, const Blocks& blocks,
         std::vector<Label>& labels, Items& items)
      : matcher_(store, own), canon_(canon), blocks_(blocks), labels_(labels), items_(items) {}

  std::size_t run() {
    find_matches();
    judge();
    return apply();
  }

  // No line of it is a piece of another page's article.
  bool alone() const { return alone_; }

 private:
  void find_matches() {
    lines_.resize(labels_.size());
    for (BlockId b = 0; b < lines_.size(); ++b) {
      Line& line = lines_[b];
      line.kept = is_kept(labels_[b].name);
      if (!line.kept && (!may_say_enough(blocks_.blocks[b]) || !may_be_piece(b))) continue;
      if (letters(b).size() < kLeastLetters) continue;
      if (line.kept || may_be_piece(b)) line.matches = matcher_.find(line.letters);
      alone_ = alone_ && line.matches.empty();
    }
  }

  // By what is known before it is read: most lines of a page are short and say nothing.
  static bool may_say_enough(const Block& block) {
    return block.text.size() + 2 * block.stats.digits >= kLeastSaid;
  }

  bool may_be_piece(BlockId b) const {
    const std::size_t letters = lines_[b].is_read ? lines_[b].letters.size() : kLead;
    return labels_[b].name == LabelName::kDigestText || may_be_digest(labels_[b], letters);
  }

  const std::u16string& letters(BlockId b) {
    Line& line = lines_[b];
    if (!line.is_read) {
      Canonical read = canon_.bare(blocks_.blocks[b].text);
      line.letters = std::move(read.letters);
      line.marked = read.has_more || blocks_.blocks[b].truncated;
      line.is_read = true;
    }
    return line.letters;
  }

  // Does the page go on (or come from) right where this match ends (begins)?
  bool continued(BlockId b, const Match& match) {
    const auto touches = [&](BlockId other, bool behind) {
      return std::any_of(
          lines_[other].matches.begin(), lines_[other].matches.end(), [&](const Match& m) {
            if (m.page != match.page) return false;
            return behind ? m.begin + kSlack >= match.end && m.begin <= match.end + kSlack
                          : m.end + kSlack >= match.begin && m.end <= match.begin + kSlack;
          });
    };
    for (BlockId next = b + 1; next < lines_.size() && next <= b + kBeside; ++next) {
      if (letters(next).size() >= kLeastLetters) {
        if (touches(next, true)) return true;
        break;
      }
    }
    for (BlockId back = 1; back <= std::min(b, kBeside); ++back) {
      if (letters(b - back).size() >= kLeastLetters) return touches(b - back, false);
    }
    return false;
  }

  // By itself, whatever the page's own text is.
  Call call_of(BlockId b, const Match& match) {
    const Line& line = lines_[b];
    if (line.letters.size() > kMostTeaser || match.begin > kLead) return Call::kNone;
    if (continued(b, match)) return Call::kNone;
    return match.cut || line.marked ? Call::kTeaser : Call::kMaybe;
  }

  // The line that the page's own text is known by: the first kept one that is no teaser.
  void find_own() {
    for (BlockId b = 0; b < lines_.size() && first_ == kNone; ++b) {
      const Line& line = lines_[b];
      if (!line.kept || line.letters.size() < kLeastLetters || line.marked) continue;
      const bool teaser =
          std::any_of(line.matches.begin(), line.matches.end(),
                      [&](const Match& m) { return call_of(b, m) == Call::kTeaser; });
      if (!teaser) first_ = b;
    }
    std::size_t all = 0;
    std::map<std::uint32_t, std::size_t> covered;
    for (const Line& line : lines_) {
      if (!line.kept || line.marked) continue;
      all += line.letters.size();
      for (const Match& m : line.matches) {
        if (!m.cut) covered[m.page] += line.letters.size();
      }
    }
    for (const auto& [page, letters] : covered) {
      if (static_cast<double>(letters) >= kCopied * static_cast<double>(all)) own_.push_back(page);
    }
  }

  bool is_own(std::uint32_t page) {
    if (std::find(own_.begin(), own_.end(), page) != own_.end()) return true;
    if (first_ == kNone) return false;
    const auto known = holds_first_.find(page);
    if (known != holds_first_.end()) return known->second;
    const bool holds = matcher_.holds(page, lines_[first_].letters);
    return holds_first_[page] = holds;
  }

  void judge() {
    find_own();
    for (BlockId b = 0; b < lines_.size(); ++b) {
      Line& line = lines_[b];
      if (b == first_) continue;
      for (const Match& m : line.matches) {
        const Call call = call_of(b, m);
        if (call <= line.call) continue;
        if (is_own(m.page)) {
          line.call = Call::kNone;  // the page's own text, told by its copies
          break;
        }
        line.call = call;
        line.of = m.page;
      }
    }
    spread();
  }

  // A line that begins as an article does, beside a teaser, is one.
  void spread() {
    const auto pass = [&](BlockId b, BlockId& last) {
      Line& line = lines_[b];
      if (line.call == Call::kTeaser) {
        last = b;
      } else if (line.call == Call::kMaybe && last != kNone &&
                 (b > last ? b - last : last - b) <= kBeside) {
        line.call = Call::kTeaser;
        last = b;
      }
    };
    BlockId last = kNone;
    for (BlockId b = 0; b < lines_.size(); ++b) pass(b, last);
    last = kNone;
    for (auto b = static_cast<BlockId>(lines_.size()); b-- > 0;) pass(b, last);
  }

  std::size_t apply() {
    bool left = false, any = false;
    for (BlockId b = 0; b < lines_.size(); ++b) {
      const bool goes =
          lines_[b].call == Call::kTeaser && may_be_digest(labels_[b], lines_[b].letters.size());
      any = any || lines_[b].kept;
      left = left || (lines_[b].kept && !goes && lines_[b].letters.size() >= kLeastLetters);
    }
    for (BlockId b = 0; b < lines_.size(); ++b) {
      const Line& line = lines_[b];
      const bool teaser = line.call == Call::kTeaser || (!line.kept && line.call == Call::kMaybe);
      if (!teaser || !may_be_digest(labels_[b], line.letters.size())) continue;
      if (line.kept && any && !left) continue;  // no page loses all of its text
      change(b, LabelName::kDigestText, "memory: a piece of " + name_of(line.of));
      name_title(b, line.of);
      name_date(b, line.of);
    }
    number_items();
    return changed_;
  }

  // Teasers stand one below the other without a sign between them: the articles tell them apart.
  void number_items() {
    for (BlockId b = 0; b < lines_.size(); ++b) {
      const Line& line = lines_[b];
      if (labels_[b].name != LabelName::kDigestText || line.matches.empty()) continue;
      items_[b] = (line.of != kNoPage ? line.of : line.matches.front().page) + 1;
    }
  }

  std::string name_of(std::uint32_t page) const { return std::string(matcher_.page(page).id); }

  // The line above a teaser that is its article's title.
  void name_title(BlockId b, std::uint32_t of) {
    const std::u16string title = canon_.letters(matcher_.page(of).title);
    if (b == 0 || title.empty() || letters(b - 1) != title) return;
    const LabelName now = labels_[b - 1].name;
    if (now == LabelName::kTitle || now == LabelName::kSelfRef) return;
    change(b - 1, LabelName::kDigestTitle, "memory: the title of " + name_of(of));
  }

  void name_date(BlockId b, std::uint32_t of) {
    if (b + 1 >= lines_.size() || !blocks_.blocks[b + 1].date_only) return;
    const LabelName now = labels_[b + 1].name;
    if (now != LabelName::kMeta && !is_kept(now) && !is_vague(labels_[b + 1])) return;
    change(b + 1, LabelName::kDigestMeta, "memory: behind a piece of " + name_of(of));
  }

  void change(BlockId b, LabelName name, std::string reason) {
    labels_[b] = {name, std::move(reason)};
    ++changed_;
  }

  Matcher matcher_;
  const Canon& canon_;
  const Blocks& blocks_;
  std::vector<Label>& labels_;
  Items& items_;
  std::vector<Line> lines_;
  BlockId first_ = kNone;
  std::vector<std::uint32_t> own_;
  std::map<std::uint32_t, bool> holds_first_;
  std::size_t changed_ = 0;
  bool alone_ = true;
};

}  // namespace
}  // namespace memory

Recalled recall(const Memory& memory, const Canon& canon, const RecallPage& page,
                std::vector<Label>& labels, Items& items) {
  items.assign(labels.size(), 0);
  if (memory.empty()) return {};
  const memory::Store& store = *memory.store();
  const std::uint32_t own = store.number_of(page.id);
  memory::Recall pieces(store, canon, own, page.blocks, labels, items);
  Recalled recalled;
  recalled.changed = pieces.run();
  // A page that the memory has not seen is known by what it keeps.
  std::string body;
  const memory::StoredPage mine =
      own != memory::kNoPage ? store.page(own)
                             : memory::unseen_page(canon, page.host, page.blocks, labels, body);
  const std::size_t named = memory::name_templates(store, own, mine, page.blocks, labels);
  recalled.changed += named;
  recalled.alone = pieces.alone() && named == 0;
  return recalled;
}

}  // namespace tamis
