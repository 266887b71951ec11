// SPDX-License-Identifier: Apache-2.0
#include "tamis/parse.h"

#include "parse/gumbo_tree.h"
#include "parse/skim.h"

#include <cstddef>
#include <string>
#include <utility>

namespace tamis {

namespace {
// What a page of max_nodes plain elements needs is well below it: a tree that passes it has been
// multiplied by copied formatting elements.
constexpr std::size_t kTreeMemory = std::size_t{160} << 20;
}  // namespace

Result<Tree> parse(std::string_view html, const ParseLimits& limits) {
  if (html.size() > limits.max_bytes) {
    return Error{ErrorKind::kTooBig, std::to_string(html.size()) + " bytes of HTML, the limit is " +
                                         std::to_string(limits.max_bytes)};
  }
  Result<parsing::Skimmed> skimmed = parsing::skim(html, limits);
  if (!skimmed) return skimmed.error();
  Result<Tree> tree = parsing::gumbo_tree(skimmed->html, skimmed->aside, kTreeMemory,
                                          std::size_t{limits.max_depth} * 4);
  if (tree) {
    tree->json_ld = std::move(skimmed->json_ld);
    tree->payloads = std::move(skimmed->payloads);
    tree->noscript = std::move(skimmed->noscript);
  }
  return tree;
}

}  // namespace tamis
