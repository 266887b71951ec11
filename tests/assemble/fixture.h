// SPDX-License-Identifier: Apache-2.0
// Pages of labelled lines, built by hand, for the tests of this folder.
#pragma once

#include "assemble/view.h"
#include "tamis/assemble.h"
#include "tamis/rules.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tamis::assembly {

using Strings = std::vector<std::string>;

inline const Rules& rules() {
  static const Rules loaded = Rules::load(TAMIS_RULES_DIR);
  return loaded;
}

// A page whose blocks are `lines`; `head`, `page` and the blocks may be changed before use.
struct Sample {
  Sample(std::initializer_list<std::pair<LabelName, std::string>> lines) {
    blocks.from_text = true;
    for (const auto& [name, line] : lines) {
      Block block;
      block.text = line;
      for (const char c : line) block.stats.characters += (c & 0xC0) != 0x80 ? 1 : 0;
      block.stats.cjk = static_cast<std::uint32_t>(line.size()) / 3;
      block.ends_sentence = line.ends_with("。") || line.ends_with(".") || line.ends_with("！");
      blocks.blocks.push_back(std::move(block));
      labels.push_back({name, "test"});
    }
  }

  void claim(std::vector<Claim>& list, std::string value, std::string by = "meta:x") {
    list.push_back({std::move(value), std::move(by)});
  }
  View view() const { return View(page, text, head, blocks, labels, rules()); }
  Article article() const { return assemble(page, text, head, blocks, labels, rules()); }

  Page page;
  Text text;
  Head head;
  Blocks blocks;
  std::vector<Label> labels;
};

// A paragraph long enough to be one.
inline const char* const kParagraph =
    "天津市委副书记前往高校重点实验室和生物医药企业，实地考察生物医药产业发展情况，强调要加速科技成"
    "果转化，"
    "提升产业规模能级，推动全市生物医药产业实现高质量发展。";

}  // namespace tamis::assembly
