// SPDX-License-Identifier: Apache-2.0
// The ways to read one token of shifted text (shift_search.h): what GBK allows, and what it costs.
#pragma once

#include "repair/shift_search.h"
#include "repair/walk.h"

#include <unordered_map>
#include <utility>
#include <vector>

namespace tamis::repairing {

class Ways {
 public:
  Ways(ShiftPage& page, const std::vector<Token>& tokens, Beam& beam);

  Bigrams::Index index_of(char32_t c) const {
    return page_.data.bigrams.index_of(page_.data.readings.simplified(c));
  }

  // Offers the beam every way to read tokens[at] after node `n`.
  void go_on(std::uint32_t n, std::size_t at);

 private:
  void aligned(const Token& token, std::size_t at);
  void owed(const Token& token, std::size_t at);
  void character(const Token& token);
  void pair(unsigned first, unsigned second, Cost extra);
  void pair_after_loss(unsigned first, unsigned second);
  void orphan(const Token& token);
  void broken(const Token& token, std::size_t at);
  void cut_by_ascii(const Token& token, std::size_t at);
  void open_onset(const Token& token);

  // The node under construction: writes a character at its price.
  Node child(Step step) const;
  bool write(Node& node, char32_t c) const;
  Cost price(char32_t c) const;      // what speaks against it on this page
  Cost end_price(char32_t c) const;  // of being the last of a line
  void offer(const Node& node);

  struct Continuation {
    char32_t c;
    unsigned owed;
    Cost cost;
  };
  // The likeliest characters (y, first) after the character `before`, y the byte left of a lost
  // pair.
  const std::vector<Continuation>& after_loss(char32_t before, unsigned lead, unsigned first);
  const std::vector<Continuation>& between_losses(char32_t before, unsigned lead);
  static void keep_best(std::vector<Continuation>& found);
  void add(Node& node, const Continuation& next) const;
  void offer_after(const Node& node, const Continuation& next, unsigned second);

  ShiftPage& page_;
  const std::vector<Token>& tokens_;
  Beam& beam_;
  std::uint32_t from_ = 0;  // the node that is gone on from, and the token
  Node node_;
  std::size_t at_ = 0;
  std::unordered_map<std::uint64_t, std::vector<Continuation>> losses_;
  std::vector<std::pair<unsigned, unsigned>> unassigned_;  // pairs that code page 936 lacks
};

}  // namespace tamis::repairing
