// SPDX-License-Identifier: Apache-2.0
// The text of a forest: comments, "tamis-forest 1", "features N" and a name a line, "trees N", and
// for each tree "tree N" and a node a line: "FEATURE THRESHOLD LEFT RIGHT VALUE", or "VALUE" for a
// leaf. LEFT and RIGHT are places in the tree, behind the node that names them.
#include "rules/model_lines.h"
#include "tamis/forest.h"

namespace tamis {

class ForestReader {
 public:
  ForestReader(std::string_view text, const std::string& name) : lines_(text, name) {
    out_.name_ = name;
  }

  Forest read() {
    if (lines_.count_of("tamis-forest") != 1)
      lines_.fail("this forest is of another version; this tamis reads 1");
    const std::size_t features = lines_.count_of("features");
    if (features == 0 || features > kMost) lines_.fail("a forest has 1 to 4096 features");
    for (std::size_t i = 0; i < features; ++i) out_.features_.emplace_back(lines_.next());
    const std::size_t trees = lines_.count_of("trees");
    for (std::size_t i = 0; i < trees; ++i) read_tree();
    if (!lines_.next().empty()) lines_.fail("there is more behind the last tree");
    out_.lay_out();
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kMost = 4096;

  std::string_view word_of(std::string_view& line) const {
    const std::size_t end = line.find(' ');
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return word;
  }

  void read_tree() {
    const std::size_t size = lines_.count_of("tree");
    if (size == 0 || size > kMost) lines_.fail("a tree has 1 to 4096 nodes");
    const auto root = static_cast<std::uint32_t>(out_.nodes_.size());
    has_parent_.assign(size, false);
    for (std::size_t at = 0; at < size; ++at) out_.nodes_.push_back(read_node(root, at, size));
    out_.roots_.push_back(root);
    out_.bias_ += out_.nodes_[root].value;
  }

  Forest::Node read_node(std::uint32_t root, std::size_t at, std::size_t size) {
    std::string_view line = lines_.next();
    const std::string_view first = word_of(line);
    if (line.empty()) return {-1, 0, 0, 0, lines_.number<double>(first)};
    const auto feature = lines_.number<std::size_t>(first);
    if (feature >= out_.features_.size())
      lines_.fail("there is no feature " + std::to_string(feature));
    const auto threshold = lines_.number<float>(word_of(line));
    const auto left = lines_.number<std::size_t>(word_of(line)),
               right = lines_.number<std::size_t>(word_of(line));
    // Children behind their parent: every walk ends.
    if (left <= at || right <= at || left >= size || right >= size) {
      lines_.fail("a child must stand behind its node and inside its tree");
    }
    for (const std::size_t child : {left, right}) {
      if (has_parent_[child]) lines_.fail("node " + std::to_string(child) + " has two parents");
      has_parent_[child] = true;
    }
    return {static_cast<std::int32_t>(feature), threshold, root + static_cast<std::uint32_t>(left),
            root + static_cast<std::uint32_t>(right), lines_.number<double>(line)};
  }

  rules::ModelLines lines_;
  std::vector<bool> has_parent_;  // of the nodes of the tree that is read
  Forest out_;
};

Forest Forest::parse(std::string_view text, const std::string& name) {
  return ForestReader(text, name).read();
}

}  // namespace tamis
