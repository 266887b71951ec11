// SPDX-License-Identifier: Apache-2.0
// The n-grams of a block that rules/*.grams weigh: of its words, and of the names of the elements
// around it. Each function is told what an n-gram is made as: keys to look up, or text to train on.
#pragma once

#include "base/tokens.h"
#include "rules/gram_keys.h"
#include "score/block_words.h"
#include "tamis/segment.h"

#include <algorithm>
#include <array>
#include <string>

namespace tamis::score_detail {

struct GramAsKey {
  using Type = std::uint64_t;
  static Type word(std::string_view text) { return rules::word_key(text); }
  static Type join(Type head, Type word) { return rules::join_keys(head, word); }
};

struct GramAsText {
  using Type = std::string;
  static Type word(std::string_view text) { return std::string(text); }
  static Type join(const Type& head, const Type& word) { return head + " " + word; }
};

// Words, pairs and triples of a text, in order, as often as they stand there.
template <class As, class Use>
void each_word_gram(std::string_view text, Use use) {
  typename As::Type last{}, pair{};
  int words = 0;
  each_word_of(text, [&](std::string_view written) {
    const typename As::Type word = As::word(written);
    use(word);
    if (words > 0) {
      const typename As::Type two = As::join(last, word);
      use(two);
      if (words > 1) use(As::join(pair, word));
      pair = two;
    }
    last = word;
    ++words;
  });
}

inline constexpr int kNameLevels = 7;  // elements up from the block that are asked
inline constexpr int kFarLevel = 3;    // from here on levels are one
inline constexpr int kMostNames = 24;  // class and id tokens of one element
inline constexpr std::array kLevels = {"0", "1", "2", "3"};

// Calls `use` with each token of "a b | 12" and whether it follows another of the same class,
// numbers as '#'.
template <class Use>
void each_name(std::string_view names, Use use) {
  bool follows = false;
  int count = 0;
  base::each_token(names, [&](std::string_view name) {
    if (count++ >= kMostNames) return;
    const bool number = name.find_first_not_of("0123456789") == name.npos;
    const bool border = name == "|";
    if (!border) use(number ? std::string_view("#") : name, follows);
    follows = !border;
  });
}

// Of an element `level` steps above the block: "1 <div", "1 sidebar", "n sidebar", "n side bar".
template <class As, class Use>
void each_element_gram(const Container& element, int level, Use use) {
  const typename As::Type here = As::word(kLevels[static_cast<std::size_t>(level)]);
  const typename As::Type any = As::word("n");
  use(As::join(here, As::word("<" + std::string(tag_name(element.tag)))));
  typename As::Type before{};
  each_name(element.names, [&](std::string_view name, bool follows) {
    const typename As::Type word = As::word(name), alone = As::join(any, word);
    use(alone);
    use(As::join(here, word));
    if (follows) use(As::join(before, word));
    before = alone;
  });
}

// Of the block: what the elements inside are called, "i lead", and its path, "<p <div <article".
template <class As, class Use>
void each_inner_gram(const Blocks& blocks, const Block& block, Use use) {
  const typename As::Type inner = As::word("i");
  each_name(block.names,
            [&](std::string_view name, bool) { use(As::join(inner, As::word(name))); });
  typename As::Type path{};
  int steps = 0;
  for (ContainerId c = block.container; c != kNone && steps < 3; c = blocks.containers[c].parent) {
    const typename As::Type tag = As::word("<" + std::string(tag_name(blocks.containers[c].tag)));
    path = steps++ == 0 ? tag : As::join(path, tag);
  }
  if (steps > 1) use(path);
}

// Calls `use` with each element around a block, the nearest first, and its level.
template <class Use>
void each_level(const Blocks& blocks, const Block& block, Use use) {
  int step = 0;
  for (ContainerId c = block.container; c != kNone && step < kNameLevels; ++step) {
    use(c, std::min(step, kFarLevel));
    c = blocks.containers[c].parent;
  }
}

}  // namespace tamis::score_detail
