// SPDX-License-Identifier: Apache-2.0
// The labels while they are being made: each with its reason and whether a later pass may change
// it.
#pragma once

#include "tamis/evidence.h"
#include "tamis/label.h"
#include "tamis/score.h"

#include <string>
#include <utility>
#include <vector>

namespace tamis::label_detail {

struct Page {
  const Blocks& blocks;
  const Head& head;
  const Rules& rules;
  const std::vector<BlockEvidence>& evidence;
};

struct Draft {
  Label label;
  bool firm = false;  // a rule decided it: neighbours do not change it
  bool set = false;
};

class Drafts {
 public:
  explicit Drafts(std::size_t count) : all_(count) {}

  // The first rule that decides a block wins; change() overrides.
  bool is_set(BlockId b) const { return all_[b].set; }
  void set(BlockId b, LabelName name, std::string reason, bool firm) {
    if (!all_[b].set) change(b, name, std::move(reason), firm);
  }
  void change(BlockId b, LabelName name, std::string reason, bool firm) {
    all_[b] = {{name, std::move(reason)}, firm, true};
  }
  const Draft& operator[](BlockId b) const { return all_[b]; }
  std::size_t size() const { return all_.size(); }
  bool kept(BlockId b) const { return is_kept(all_[b].label.name); }

  std::vector<Label> take() {
    std::vector<Label> out;
    out.reserve(all_.size());
    for (Draft& draft : all_) out.push_back(std::move(draft.label));
    return out;
  }

 private:
  std::vector<Draft> all_;
};

// One pass each, in the order of label.cc.
void label_title(const Page& page, const TitleFound& title, Drafts& drafts);
void label_tree(const Page& page, const MainText& main, Drafts& drafts);   // html_rules.cc
void label_lines(const Page& page, const MainText& main, Drafts& drafts);  // text_rules.cc
void end_article(const Page& page, const MainText& main, Drafts& drafts);  // article_end.cc
void smooth(const Page& page, const MainText& main, Drafts& drafts);       // neighbours.cc
void settle(const Page& page, const Scores& scores, Drafts& drafts);       // settle.cc
void name_teasers(const Page& page, Drafts& drafts);                       // teasers.cc
void guard(const Page& page, const MainText& main, Drafts& drafts);        // guard.cc

// "rules/phrases.tsv:12"
std::string reason_of(const PhraseHit& hit);
std::string reason_of(const TokenHint& hint);

}  // namespace tamis::label_detail
