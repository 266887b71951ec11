// SPDX-License-Identifier: Apache-2.0
#include "repair/shift_search.h"

#include "base/utf8.h"
#include "repair/byte_table.h"
#include "repair/ways.h"

#include <algorithm>

namespace tamis::repairing {

namespace {

constexpr std::size_t kLongest = 400;  // tokens of one walk
constexpr Cost kClear = 10 * kNat;     // the second best is that much dearer: decided
constexpr Cost kOwedAtEnd = 6 * kNat;
constexpr double kUncertain = 2 * kNat * kBitsOfCost;

bool changes(Step step) {
  return step == Step::kShift || step == Step::kQuote || step == Step::kGiveUp;
}

}  // namespace

bool is_quote_onset(const std::vector<Token>& tokens, std::size_t at) {
  if (tokens[at].kind != TokenKind::kBroken || at + 1 >= tokens.size()) return false;
  return base::fold_width(tokens[at + 1].c) == '!';
}

class ShiftSearch::Walk {
 public:
  Walk(ShiftPage& page, const std::vector<Token>& tokens)
      : page_(page), tokens_(tokens), ways_(page, tokens, beam_) {}

  End run(std::size_t at, char32_t before, std::vector<Edit>& edits) {
    Node first;
    first.last = before;
    const Bigrams& bigrams = page_.data.bigrams;
    first.index = before == 0 ? bigrams.paragraph_begin() : ways_.index_of(before);
    beam_.start(first);
    std::size_t here = at;
    for (; here < tokens_.size() && here - at < kLongest; ++here) {
      for (const std::uint32_t n : beam_.open()) ways_.go_on(n, here);
      if (!beam_.turn()) return give_up(at, edits);
      const Node& best = beam_.node(beam_.open().front());
      if (best.owed == 0 && beam_.lead() >= kClear) {
        ++here;
        break;
      }
      if (page_.steps == 0) return give_up(at, edits);
    }
    return write(edits, here);
  }

 private:
  // What cannot be read is marked, and the rest left as it stands.
  End give_up(std::size_t at, std::vector<Edit>& edits) {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::kOrphan) {
      edits.push_back({RepairKind::kShift, token.begin, token.end, "\uFFFD", 0, true});
    }
    return {at + 1, base::kReplacement};
  }

  // At the end of a line nothing should be owed: half a character there shows as "?".
  std::uint32_t best_end(bool line_ends) const {
    const auto cost = [&](std::uint32_t n) {
      const Node& node = beam_.node(n);
      return node.cost + (line_ends && node.owed != 0 ? kOwedAtEnd : 0);
    };
    return *std::min_element(beam_.open().begin(), beam_.open().end(),
                             [&](std::uint32_t a, std::uint32_t b) { return cost(a) < cost(b); });
  }

  End write(std::vector<Edit>& edits, std::size_t here) {
    const std::uint32_t best = best_end(here == tokens_.size());
    const Node last = beam_.node(best);
    const double margin = std::min(last.margin, beam_.lead()) * kBitsOfCost;
    std::vector<std::uint32_t> way;
    for (std::uint32_t n = best; beam_.node(n).step != Step::kStart; n = beam_.node(n).parent) {
      way.push_back(n);
    }
    std::reverse(way.begin(), way.end());
    for (std::size_t i = 0; i < way.size(); ++i) {
      const Node& node = beam_.node(way[i]);
      if (node.step == Step::kStrip) add_strip(node, edits);
      if (!changes(node.step)) continue;
      std::size_t end = i + 1;
      while (end < way.size() && changes(beam_.node(way[end]).step)) ++end;
      add_shift(way, i, end, margin, edits);
      i = end - 1;
    }
    if (last.owed != 0 && !edits.empty()) edits.back().after += "\uFFFD";
    return {here, last.last};
  }

  void add_strip(const Node& node, std::vector<Edit>& edits) const {
    const Token& token = tokens_[node.token];
    std::string after;
    base::append_utf8(after, token.c);
    edits.push_back({RepairKind::kAnnotation, token.begin, token.end, std::move(after), 0, false});
  }

  void add_shift(const std::vector<std::uint32_t>& way, std::size_t from, std::size_t to,
                 double margin, std::vector<Edit>& edits) const {
    Edit edit{RepairKind::kShift, 0, 0, {}, margin, margin < kUncertain};
    for (std::size_t i = from; i < to; ++i) {
      const Node& node = beam_.node(way[i]);
      const Token& token = tokens_[node.token];
      if (i == from) edit.begin = token.begin;
      edit.end = token.end;
      if (node.step == Step::kQuote && i == from) edit.kind = RepairKind::kQuote;
      if (node.step == Step::kGiveUp) edit.uncertain = true;
      for (const char32_t c : node.out) {
        if (c != 0) base::append_utf8(edit.after, page_.folded ? base::fold_width(c) : c);
      }
    }
    edits.push_back(std::move(edit));
  }

  ShiftPage& page_;
  const std::vector<Token>& tokens_;
  Beam beam_;
  Ways ways_;
};

ShiftSearch::ShiftSearch(ShiftPage& page, const std::vector<Token>& tokens)
    : walk_(std::make_unique<Walk>(page, tokens)) {}
ShiftSearch::~ShiftSearch() = default;

ShiftSearch::End ShiftSearch::run(std::size_t at, char32_t before, std::vector<Edit>& edits) {
  return walk_->run(at, before, edits);
}

}  // namespace tamis::repairing
