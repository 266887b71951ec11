// SPDX-License-Identifier: Apache-2.0
// An article with every field set.
#pragma once

#include "tamis/report.h"

namespace tamis {

inline BlockRecord block_of(std::uint32_t n, LabelName label, const std::string& text,
                            Tag tag = Tag::kP) {
  BlockRecord block;
  block.n = n;
  block.label = {label, "structure: test"};
  block.text = text;
  block.path = "html/body/p";
  block.characters = static_cast<std::uint32_t>(text.size() / 3);
  block.tag = tag;
  return block;
}

inline Article full_article() {
  Article article;
  article.id = "a.example/1.html";
  article.url = "https://a.example/1.html";
  article.title = "CAR-T 疗法\"获批\"";
  article.text = "小标题\n第一段。\n第二段。";
  article.author = {"张三", "李四"};
  article.editor = {"王五"};
  article.source = "新华社";
  article.sitename = "甲网";
  article.hostname = "a.example";
  article.channel = "健康";
  article.date = "2023-01-09T16:49";
  article.language = "zh-Hans";
  article.tags = {"医药"};
  article.charset = {"gb18030", "meta", 2};
  article.damage = Damage::kRepaired;
  article.repairs = {{RepairKind::kShift, 7, 9, "?jié)A", "节目", 3.5, true}};
  article.digests = {{"另一篇",
                      "摘要……",
                      "2023-01-08",
                      "财经",
                      "https://a.example/2.html",
                      false,
                      true,
                      false,
                      {},
                      {}},
                     {"", "本文摘要", "", "", "", true, false, true, {}, {}}};
  article.warnings = {"two dates"};
  article.kept = 3;
  article.dropped = 1;
  article.blocks = {block_of(0, LabelName::kHeading, "小标题", Tag::kH2),
                    block_of(1, LabelName::kBody, "第一段。"),
                    block_of(2, LabelName::kNav, "首页", Tag::kLi),
                    block_of(3, LabelName::kBody, "第二段。")};
  article.blocks[2].links = {"/", "/news"};
  article.blocks[3].path.clear();
  article.blocks[3].first_line = 7;
  article.blocks[3].last_line = 8;
  return article;
}

}  // namespace tamis
