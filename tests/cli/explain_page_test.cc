// SPDX-License-Identifier: Apache-2.0
#include "cli/explain_page.h"

#include "base/columns.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace tamis::cli {
namespace {

Cleaned cleaned(const std::string& bytes) {
  Page page;
  page.id = "a.html";
  page.bytes = bytes;
  return clean_page(page, Rules::load(TAMIS_RULES_DIR), {});
}

TEST(ExplainPage, LinesFitTheTerminalThoughCharactersAreTwoCellsWide) {
  std::string text = "<title>很长的题目</title>";
  for (int i = 0; i < 30; ++i) {
    text += "<p>城东的旧桥将在明年春天拆除，新桥会在原址以北两百米处建起，工期预计十四个月。" +
            std::string("很长的行") + "</p><p>short \x1b[31m line</p>";
  }
  const Cleaned page = cleaned("<html>" + text);
  for (const std::size_t width : {80, 100, 160}) {
    std::istringstream lines(explain_page(page, width));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(base::width_of(line), width) << line;
      EXPECT_EQ(line.find('\x1b'), std::string::npos);
    }
  }
}

TEST(ExplainPage, AnErrorSaysWhatWasWrong) {
  EXPECT_EQ(explain_page(cleaned(" "), 100),
            "a.html: could not be read: empty: nothing but white space\n");
}

}  // namespace
}  // namespace tamis::cli
