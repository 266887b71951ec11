// SPDX-License-Identifier: Apache-2.0
// label: what each block is, and why.
#pragma once

#include "tamis/evidence.h"
#include "tamis/head.h"
#include "tamis/label_name.h"
#include "tamis/rules.h"
#include "tamis/score.h"
#include "tamis/segment.h"

#include <string>
#include <vector>

namespace tamis {

struct Label {
  LabelName name = LabelName::kBody;
  std::string reason;  // "rules/phrases.tsv:120", "structure: 7 alike siblings, 7 linked", ...
};

// Rules name every block; where there are `scores`, the model decides which are the article's text.
// One Label a block, same order. `head` gives the titles to look for (empty Head: plain text).
// Pure; any thread. Never labels every block away where a plain reading has an article.
std::vector<Label> label(const Blocks& blocks, const Head& head, const PageEvidence& evidence,
                         const Scores& scores, const Rules& rules);

}  // namespace tamis
