// SPDX-License-Identifier: Apache-2.0
// Which elements of a tree a list of selectors matches: one walk for all of them.
#pragma once

#include "sites/selector.h"
#include "tamis/parse.h"

#include <functional>
#include <map>
#include <vector>

namespace tamis::sites {

// The selectors of a file, ready to be matched. Immutable.
class Matcher {
 public:
  Matcher() = default;
  explicit Matcher(const std::vector<Selector>& selectors);

  std::size_t size() const { return selectors_; }
  std::size_t steps() const { return steps_.size(); }

  // For each selector the elements it matches, in document order. Every prefix of a selector is
  // carried down the open elements as one bit, so there is no going back: nodes times steps.
  std::vector<std::vector<NodeId>> match(const Tree& tree) const;

 private:
  struct Step {
    Compound compound;
    std::vector<std::uint32_t> classes;  // numbers of compound.classes
    std::size_t selector = 0;
    bool first = false, last = false;
  };
  class Walk;

  std::vector<Step> steps_;
  std::map<std::string, std::uint32_t, std::less<>> class_numbers_;
  std::size_t selectors_ = 0;
};

}  // namespace tamis::sites
