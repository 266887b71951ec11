// SPDX-License-Identifier: Apache-2.0
// Names what was dropped as other articles' by its form: items of title, text and date become
// digests, numbered lines with a count a ranking, adverts among them spam, the rest bare links.
#include "base/utf8.h"
#include "label/draft.h"

#include <algorithm>

namespace tamis::label_detail {

namespace {

constexpr float kTitleUnits = 40;
constexpr float kTextUnits = 20;  // plain text: a shorter line is a title, not a teaser

bool is_pool(const Draft& draft) {  // what the earlier passes left for this one to name
  if (!draft.set) return false;
  switch (draft.label.name) {
    case LabelName::kRecLink:
    case LabelName::kDigestText:
    case LabelName::kDigestTitle:
    case LabelName::kDigestMeta:
    case LabelName::kSpam: return true;
    case LabelName::kMeta:
    case LabelName::kUi:
    case LabelName::kNav: return !draft.firm || draft.label.reason == "structure: a date alone";
    default: return false;
  }
}

// On a page with a tree a title is linked, a heading or bold; in plain text it is a short line.
bool could_be_item_title(const Page& page, BlockId b) {
  const Block& block = page.blocks.blocks[b];
  if (block.date_only || block.truncated || page.evidence[b].prose) return false;
  if (block.stats.units > kTitleUnits || block.stats.units < 2) return false;
  return page.blocks.from_text || block.stats.links > 0 || (block.context & (kInHeading | kBold));
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_phone(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::count_if(text.begin(), text.end(), digit) >= 7 &&
         text.find_first_not_of("0123456789-+() ") == std::string_view::npos;
}

// "10五大原因危害女性健康 7826": a rank before, a count behind.
bool is_ranking(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space != std::string_view::npos && text[0] >= '0' && text[0] <= '9' &&
         is_number(text.substr(space + 1));
}

class Namer {
 public:
  Namer(const Page& page, Drafts& drafts) : page_(page), drafts_(drafts) {}

  void run() {
    for (BlockId b = 0; b < drafts_.size(); ++b) {
      if (!open(b)) continue;
      const Block& block = page_.blocks.blocks[b];
      const bool text = block.truncated || page_.evidence[b].prose || page_.evidence[b].teaser;
      if (text && !block.date_only && block.stats.units >= 8 && is_text_of_item(b)) {
        name_item(b);
      } else if (is_ranking(block.text)) {
        drafts_.change(b, LabelName::kRanking, "structure: a rank before, a count behind", true);
      } else if (is_phone(block.text)) {
        drafts_.change(b, LabelName::kContact, "structure: a telephone number alone", true);
      } else if (is_number(block.text)) {
        drafts_.change(b, LabelName::kUi, "structure: a bare number", true);
      }
    }
  }

 private:
  bool open(BlockId b) const { return b < drafts_.size() && is_pool(drafts_[b]); }

  // A title may look like its text; the one that its own repeat follows is the title.
  bool is_text_of_item(BlockId b) const {
    return !(b + 1 < drafts_.size() &&
             page_.evidence[b].canonical == page_.evidence[b + 1].canonical);
  }

  void name_item(BlockId text) {
    BlockId first = text;
    while (first > 0 && text - first < 2 && open(first - 1) &&
           could_be_item_title(page_, first - 1) && belongs(first - 1, text)) {
      --first;
    }
    BlockId last = text;
    if (is_date(last + 1)) ++last;
    const Block& block = page_.blocks.blocks[text];
    const bool sure = last > text || block.truncated || page_.evidence[text].teaser;
    const float least = page_.blocks.from_text ? kTextUnits : 0;
    if (!sure && (first == text || block.stats.units < least)) {
      if (block.stats.units < least) return;  // a bare title that ends like a sentence
      drafts_.change(text, LabelName::kUi, "structure: text of no item, outside the article", true);
      return;
    }
    const bool spam = has_spam(first, text);
    for (BlockId b = first; b <= last; ++b) {
      const LabelName name = spam        ? LabelName::kSpam
                             : b < text  ? LabelName::kDigestTitle
                             : b == text ? LabelName::kDigestText
                                         : LabelName::kDigestMeta;
      drafts_.change(b, name, "structure: an item of title, text and date", true);
    }
  }

  // A date behind a teaser is the item's, whatever named it a date.
  bool is_date(BlockId b) const {
    return b < drafts_.size() && page_.blocks.blocks[b].date_only &&
           (open(b) || drafts_[b].label.name == LabelName::kMeta);
  }

  // The line above a teaser is its title; the one above that only when it says the same.
  bool belongs(BlockId title, BlockId text) const {
    if (drafts_[title].firm && drafts_[title].label.name != LabelName::kRecLink &&
        drafts_[title].label.name != LabelName::kDigestText) {
      return false;
    }
    if (is_ranking(page_.blocks.blocks[title].text)) return false;
    if (title + 1 == text) return true;
    return page_.evidence[title].canonical == page_.evidence[title + 1].canonical;
  }

  bool has_spam(BlockId first, BlockId last) const {
    for (BlockId b = first; b <= last; ++b) {
      for (const PhraseHit& hit : page_.rules.match_phrases(page_.blocks.blocks[b].text)) {
        if (hit.label == LabelName::kSpam) return true;
      }
    }
    return false;
  }

  const Page& page_;
  Drafts& drafts_;
};

}  // namespace

void name_teasers(const Page& page, Drafts& drafts) {
  Namer(page, drafts).run();
}

}  // namespace tamis::label_detail
