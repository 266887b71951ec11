// SPDX-License-Identifier: Apache-2.0
// The text of a forest: comments, "tamis-forest 1", "features N" and a name a line, "trees N", and
// for each tree "tree N" and a node a line: "FEATURE THRESHOLD LEFT RIGHT VALUE", or "VALUE" for a
// leaf. LEFT and RIGHT are places in the tree, behind the node that names them.
#include "tamis/forest.h"
#include "tamis/result.h"

#include <charconv>
#include <cmath>

namespace tamis {

class ForestReader {
 public:
  ForestReader(std::string_view text, const std::string& name) : rest_(text) { out_.name_ = name; }

  Forest read() {
    if (count_of("tamis-forest") != 1)
      fail("this forest is of another version; this tamis reads 1");
    const std::size_t features = count_of("features");
    if (features == 0 || features > kMost) fail("a forest has 1 to 4096 features");
    for (std::size_t i = 0; i < features; ++i) out_.features_.emplace_back(next_line());
    const std::size_t trees = count_of("trees");
    for (std::size_t i = 0; i < trees; ++i) read_tree();
    if (!next_line().empty()) fail("there is more behind the last tree");
    out_.lay_out();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kMost = 4096;

  [[noreturn]] void fail(const std::string& fault) const {
    throw Failure(out_.name_ + ":" + std::to_string(line_) + ": " + fault,
                  "train it again with scripts/train, or take the one that came with this tamis");
  }

  // The next line that is no comment; empty at the end.
  std::string_view next_line() {
    while (!rest_.empty()) {
      const std::size_t end = rest_.find('\n');
      const std::string_view line = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      ++line_;
      if (!line.empty() && line.front() != '#') return line;
    }
    return {};
  }

  std::size_t count_of(std::string_view word) {
    const std::string_view line = next_line();
    if (!line.starts_with(word) || line.size() <= word.size() + 1 || line[word.size()] != ' ') {
      fail("expected '" + std::string(word) + " N'");
    }
    return number<std::size_t>(line.substr(word.size() + 1));
  }

  template <class Number>
  Number number(std::string_view word) const {
    Number value{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) {
      fail("'" + std::string(word.substr(0, 40)) + "' is not the number that should stand here");
    }
    if constexpr (std::is_floating_point_v<Number>) {
      if (!std::isfinite(value)) fail("a number that is not finite");
    }
    return value;
  }

  std::string_view word_of(std::string_view& line) const {
    const std::size_t end = line.find(' ');
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return word;
  }

  void read_tree() {
    const std::size_t size = count_of("tree");
    if (size == 0 || size > kMost) fail("a tree has 1 to 4096 nodes");
    const auto root = static_cast<std::uint32_t>(out_.nodes_.size());
    has_parent_.assign(size, false);
    for (std::size_t at = 0; at < size; ++at) out_.nodes_.push_back(read_node(root, at, size));
    out_.roots_.push_back(root);
    out_.bias_ += out_.nodes_[root].value;
  }

  Forest::Node read_node(std::uint32_t root, std::size_t at, std::size_t size) {
    std::string_view line = next_line();
    const std::string_view first = word_of(line);
    if (line.empty()) return {-1, 0, 0, 0, number<double>(first)};
    const auto feature = number<std::size_t>(first);
    if (feature >= out_.features_.size()) fail("there is no feature " + std::to_string(feature));
    const auto threshold = number<float>(word_of(line));
    const auto left = number<std::size_t>(word_of(line)),
               right = number<std::size_t>(word_of(line));
    // Children behind their parent: every walk ends.
    if (left <= at || right <= at || left >= size || right >= size) {
      fail("a child must stand behind its node and inside its tree");
    }
    for (const std::size_t child : {left, right}) {
      if (has_parent_[child]) fail("node " + std::to_string(child) + " has two parents");
      has_parent_[child] = true;
    }
    return {static_cast<std::int32_t>(feature), threshold, root + static_cast<std::uint32_t>(left),
            root + static_cast<std::uint32_t>(right), number<double>(line)};
  }

  std::string_view rest_;
  std::size_t line_ = 0;
  std::vector<bool> has_parent_;  // of the nodes of the tree that is read
  Forest out_;
};

Forest Forest::parse(std::string_view text, const std::string& name) {
  return ForestReader(text, name).read();
}

}  // namespace tamis
