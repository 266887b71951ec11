// SPDX-License-Identifier: Apache-2.0
// A page from its text to its labels, for the tests of this stage.
#pragma once

#include "tamis/label.h"
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace tamis::label_test {

inline const Rules& rules() {
  static const Rules loaded = Rules::load(TAMIS_RULES_DIR);
  return loaded;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// By the rules alone where there are no scores: these cases are about the rules.
inline std::vector<Label> label_all(const Blocks& blocks, const Head& head,
                                    const Scores& scores = {}) {
  const PageEvidence evidence = gather_evidence(blocks, head, rules());
  return label(blocks, head, evidence, scores, rules());
}

struct Labelled {
  Blocks blocks;
  Head head;
  std::vector<Label> labels;
};

inline Labelled label_html(const std::string& html) {
  Labelled out;
  const auto tree = parse(html, {});
  if (!tree) {
    ADD_FAILURE() << tree.error().message;
    return out;
  }
  out.head = read_head(*tree);
  out.blocks = segment(*tree);
  out.labels = label_all(out.blocks, out.head);
  return out;
}

inline Labelled label_text(const std::string& text) {
  Labelled out;
  out.blocks = segment_text(text);
  out.labels = label_all(out.blocks, out.head);
  return out;
}

}  // namespace tamis::label_test
