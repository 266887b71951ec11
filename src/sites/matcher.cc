// SPDX-License-Identifier: Apache-2.0
#include "sites/matcher.h"

#include <algorithm>

namespace tamis::sites {

Matcher::Matcher(const std::vector<Selector>& selectors) : selectors_(selectors.size()) {
  for (std::size_t s = 0; s < selectors.size(); ++s) {
    for (const Compound& compound : selectors[s]) {
      Step step{
          compound, {}, s, &compound == &selectors[s].front(), &compound == &selectors[s].back()};
      for (const std::string& name : compound.classes) {
        const auto number = static_cast<std::uint32_t>(class_numbers_.size());
        step.classes.push_back(class_numbers_.emplace(name, number).first->second);
      }
      steps_.push_back(std::move(step));
    }
  }
}

class Matcher::Walk {
 public:
  Walk(const Matcher& matcher, const Tree& tree)
      : matcher_(matcher),
        tree_(tree),
        width_(matcher.steps_.size()),
        has_class_(matcher.class_numbers_.size(), 0) {}

  std::vector<std::vector<NodeId>> run() {
    found_.resize(matcher_.selectors_);
    if (width_ == 0) return std::move(found_);
    for (NodeId node = 0; node < tree_.nodes.size(); ++node) {
      if (tree_.is_text(node)) continue;
      while (!open_.empty() && tree_.nodes[open_.back()].end <= node) {
        open_.pop_back();
        levels_.resize(levels_.size() - width_);
      }
      enter(node);
    }
    return std::move(found_);
  }

 private:
  // Of a prefix of a selector, at an open element: it ends there, or at one above it.
  enum State : std::uint8_t { kNo = 0, kAbove = 1, kHere = 2 };

  void enter(NodeId node) {
    read_classes(node);
    open_.push_back(node);
    levels_.resize(levels_.size() + width_, kNo);
    std::uint8_t* here = levels_.data() + levels_.size() - width_;
    const std::uint8_t* up = open_.size() > 1 ? here - width_ : nullptr;
    for (std::size_t i = 0; i < width_; ++i) {
      const Step& step = matcher_.steps_[i];
      here[i] = up != nullptr && up[i] != kNo ? kAbove : kNo;
      const bool reached =
          step.first ||
          (up != nullptr && (step.compound.child ? (up[i - 1] & kHere) != 0 : up[i - 1] != kNo));
      if (!reached || !is(node, step)) continue;
      here[i] = static_cast<std::uint8_t>(here[i] | kHere);
      if (step.last) found_[step.selector].push_back(node);
    }
  }

  bool is(NodeId node, const Step& step) const {
    const Compound& compound = step.compound;
    if (compound.tag && tree_.nodes[node].tag != *compound.tag) return false;
    for (const std::uint32_t number : step.classes)
      if (has_class_[number] == 0) return false;
    if (compound.id && tree_.attribute(node, AttributeName::kId) != *compound.id) return false;
    return std::all_of(compound.attributes.begin(), compound.attributes.end(),
                       [&](const AttributeTest& test) { return passes(node, test); });
  }

  bool passes(NodeId node, const AttributeTest& test) const {
    if (!tree_.has_attribute(node, test.name)) return false;
    const std::string_view value = tree_.attribute(node, test.name);
    switch (test.how) {
      case AttributeTest::How::kPresent: return true;
      case AttributeTest::How::kEquals: return value == test.value;
      case AttributeTest::How::kBegins: return value.starts_with(test.value);
    }
    return false;
  }

  // Those of the element's classes that some selector names.
  void read_classes(NodeId node) {
    for (const std::uint32_t number : set_) has_class_[number] = 0;
    set_.clear();
    if (has_class_.empty()) return;
    constexpr std::string_view kBlank = " \t\n\r\f";
    std::string_view rest = tree_.attribute(node, AttributeName::kClass);
    while (true) {
      const std::size_t begin = rest.find_first_not_of(kBlank);
      if (begin == std::string_view::npos) return;
      rest.remove_prefix(begin);
      const std::string_view token = rest.substr(0, rest.find_first_of(kBlank));
      rest.remove_prefix(token.size());
      const auto at = matcher_.class_numbers_.find(token);
      if (at == matcher_.class_numbers_.end() || has_class_[at->second] != 0) continue;
      has_class_[at->second] = 1;
      set_.push_back(at->second);
    }
  }

  const Matcher& matcher_;
  const Tree& tree_;
  std::size_t width_;
  std::vector<NodeId> open_;
  std::vector<std::uint8_t> levels_;  // a State a step, for each open element
  std::vector<char> has_class_;
  std::vector<std::uint32_t> set_;
  std::vector<std::vector<NodeId>> found_;
};

std::vector<std::vector<NodeId>> Matcher::match(const Tree& tree) const {
  return Walk(*this, tree).run();
}

}  // namespace tamis::sites
