// SPDX-License-Identifier: Apache-2.0
// WordTable: a small hash table from words to values, built anew for every page in a few
// microseconds: one allocation, no copy of a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tamis::assembly {

// The words live elsewhere and longer. Immutable use is safe from any thread.
template <class Value>
class WordTable {
 public:
  // `capacity`: a bound on the number of different words.
  explicit WordTable(std::size_t capacity) {
    std::size_t size = 64;
    while (size < 2 * capacity) size *= 2;
    slots_.resize(size);
  }

  // The value of a word, a new one when it is not in the table. REQUIRES: room, a word.
  Value& at(std::string_view word) {
    std::size_t n = slot(word);
    slots_[n].word = word;
    return slots_[n].value;
  }

  const Value* find(std::string_view word) const {
    if (word.empty()) return nullptr;
    const Slot& found = slots_[slot(word)];
    return found.word.empty() ? nullptr : &found.value;
  }

 private:
  struct Slot {
    std::string_view word;
    Value value{};
  };

  // Where the word is or would be (open addressing, FNV-1a).
  std::size_t slot(std::string_view word) const {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    const std::size_t mask = slots_.size() - 1;
    std::size_t n = (hash ^ hash >> 32) & mask;
    while (!slots_[n].word.empty() && slots_[n].word != word) n = (n + 1) & mask;
    return n;
  }

  std::vector<Slot> slots_;
};

}  // namespace tamis::assembly
