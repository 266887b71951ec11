// SPDX-License-Identifier: Apache-2.0
// Mirror sites disguise a copied text: Traditional characters for simplified ones, and the reading
// of some of them in brackets behind, wherever they stand. This finds such pages and learns the
// ways of this one.
#pragma once

#include "repair/language_data.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace tamis::repairing {

struct Disguise {
  // Valid ones, on Traditional characters that always carry one; on the most frequent they count
  // twice.
  std::uint64_t annotations = 0;
  std::uint64_t han = 0;  // of the page
  bool found = false;
  std::unordered_set<char32_t> keys;  // characters that carry their reading
  // The forms in which a simplified character stands on the page.
  std::unordered_map<char32_t, std::unordered_set<char32_t>> forms;
};
// As many, and as densely: a text that explains its rare words has a few at most.
inline constexpr std::uint64_t kNeededAnnotations = 2, kMostHanPerAnnotation = 250;

Disguise find_disguise(std::string_view text, const LanguageData& data);

}  // namespace tamis::repairing
