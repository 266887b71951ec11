// SPDX-License-Identifier: Apache-2.0
// Pages of our own making for the tests of the flow.
#pragma once

#include "tamis/pipeline.h"

#include <string>

namespace tamis::test {

// The body of article `n`: three paragraphs that no other number has.
inline std::string body(int n) {
  const std::string number = std::to_string(n);
  return "<p>滨江市第" + number +
         "号公告说，城东的旧桥将在明年春天拆除，新桥会在原址以北两百米处建起。</p>"
         "<p>工程师在会上解释了第" +
         number +
         "段的施工方法，居民问了许多问题，会议持续到晚上十点。</p>"
         "<p>预算为" +
         std::to_string(1000 + 37 * n) + "万元，其中三成由省里承担，其余由市里分五年支付。</p>";
}

inline std::string html(int n) {
  return "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>第" +
         std::to_string(n) +
         "号公告：旧桥将拆除</title></head><body><div class=\"nav\"><a href=\"/\">首页</a></div>"
         "<div class=\"article\"><h1>第" +
         std::to_string(n) + "号公告：旧桥将拆除</h1>" + body(n) + "</div></body></html>";
}

inline Page html_page(const std::string& id, const std::string& bytes) {
  Page page;
  page.id = id;
  page.bytes = bytes;
  return page;
}

inline const Rules& rules() {
  static const Rules loaded = Rules::load(TAMIS_RULES_DIR);
  return loaded;
}

}  // namespace tamis::test
