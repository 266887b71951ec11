// SPDX-License-Identifier: Apache-2.0
// A page from its HTML to its features, for the tests of this stage.
#pragma once

#include "tamis/parse.h"
#include "tamis/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace tamis::score_test {

inline const Rules& rules() {
  static const Rules loaded = Rules::load(TAMIS_RULES_DIR);
  return loaded;
}

struct Read {
  Blocks blocks;
  Head head;
  PageEvidence evidence;
};

inline Read read(const std::string& html) {
  Read out;
  const auto tree = parse(html, {});
  if (!tree) {
    ADD_FAILURE() << tree.error().message;
    return out;
  }
  out.head = read_head(*tree);
  out.blocks = segment(*tree);
  out.evidence = gather_evidence(out.blocks, out.head, rules());
  return out;
}

inline Read read_text(const std::string& text) {
  Read out;
  out.blocks = segment_text(text);
  out.evidence = gather_evidence(out.blocks, out.head, rules());
  return out;
}

inline FeatureTable features(const Read& page) {
  return block_features(page.blocks, page.head, page.evidence);
}

inline float value(const FeatureTable& table, std::string_view name, std::size_t row) {
  const auto at = std::find(table.names.begin(), table.names.end(), name);
  if (at == table.names.end()) {
    ADD_FAILURE() << "no feature " << name;
    return -12345;
  }
  return table.column(static_cast<std::size_t>(at - table.names.begin()))[row];
}

}  // namespace tamis::score_test
