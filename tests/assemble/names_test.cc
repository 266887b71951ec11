// SPDX-License-Identifier: Apache-2.0
#include "assemble/names.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

struct Case {
  const char* value;
  bool labelled;
  Strings names;
};

TEST(Names, AreCutOutOfAValue) {
  const Case cases[] = {
      {"米哲 周志强", false, {"米哲", "周志强"}},
      {"张三、李四,王小五", false, {"张三", "李四", "王小五"}},
      {"李 楠", false, {"李楠"}},
      {"李 楠 张 三", false, {"李楠", "张三"}},
      {"任鹏)", false, {"任鹏"}},
      {"方以宁］", false, {"方以宁"}},
      {"水野 葵", false, {"水野 葵"}},
      {"丁爽 了解到这些情况", false, {"丁爽"}},
      {"张三 2022-11-16", true, {"张三"}},
      {"托马斯·苏德霍夫", false, {"托马斯·苏德霍夫"}},
      {"John Smith and Jane Doe", false, {"John Smith", "Jane Doe"}},
      {"John Smith, Jane Doe & Tom Roe", true, {"John Smith", "Jane Doe", "Tom Roe"}},
      {"Ludwig van Beethoven in Wien", false, {"Ludwig van Beethoven"}},
      {"JANE DOE | Dec 3", false, {"JANE DOE"}},
      {"Jean-Paul O'Neil", false, {"Jean-Paul O'Neil"}},
      {"Иван Петров и Анна Сидорова", false, {"Иван Петров", "Анна Сидорова"}},
      {"ggjjzhzz", true, {"ggjjzhzz"}},
      {"ggjjzhzz", false, {}},
      {"AP0018", true, {}},
      {"Tennis.com", true, {}},
      {"Troy L. Smith, Cleveland.com", true, {"Troy L. Smith"}},
      {"Joanna Janczy. Data: 12", false, {"Joanna Janczy"}},
      {"陳鈞凱 台北報導", false, {"陳鈞凱"}},
      {"廖宇杰摄", false, {}},
      {"the whole staff of this paper", true, {}},
      {"http://a.example", true, {"http"}},
      {"我市生物医药产业发展情况", true, {}},
      {"周思博 (Joel Spolsky)", true, {"周思博 (Joel Spolsky)"}},
      {"任鹏（实习生）", true, {"任鹏"}},
      {"Danielle DeSiato, Donna Enzmann, and Natalie Nguyen",
       true,
       {"Danielle DeSiato", "Donna Enzmann", "Natalie Nguyen"}},
      {"", true, {}},
  };
  for (const Case& c : cases) EXPECT_EQ(person_names(c.value, c.labelled), c.names) << c.value;
}

TEST(Names, AreBounded) {
  std::string many;
  for (int n = 0; n < 50000; ++n) many += "张三 ";
  EXPECT_EQ(person_names(many, true).size(), 20u);
}

}  // namespace
}  // namespace tamis::assembly
