// SPDX-License-Identifier: Apache-2.0
// The verdict on two texts: shingle sets first, figures only where the sets are alike.
#pragma once

#include "relate/figures.h"
#include "tamis/relate.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tamis::relating {

// Texts of fewer shingles match only when they are the same: a headline says too little.
inline constexpr std::uint32_t kFewShingles = 8;

// What the comparison needs of one text. Not shared between threads (figures are made on demand).
class Profile {
 public:
  explicit Profile(std::string text);
  const std::vector<std::uint64_t>& shingles() const { return shingles_; }
  const std::vector<Figure>& figures() const;

 private:
  std::string text_;
  std::vector<std::uint64_t> shingles_;
  mutable std::optional<std::vector<Figure>> figures_;
};

// As compare(): entry 0 is x, entry 1 is y.
Relation judge(const Entry& x, const Profile& of_x, const Entry& y, const Profile& of_y,
               const RelateOptions& options);

}  // namespace tamis::relating
