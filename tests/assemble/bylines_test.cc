// SPDX-License-Identifier: Apache-2.0
#include "assemble/bylines.h"

#include "fixture.h"

namespace tamis::assembly {
namespace {

std::string fields_of(std::string_view line) {
  std::string out;
  for (const Field& field : BylineReader(rules()).fields(line)) {
    constexpr const char* kNames[] = {"author",  "editor", "source", "date",
                                      "updated", "issued", "issuer", "other"};
    out += (out.empty() ? "" : "; ") + std::string(kNames[static_cast<int>(field.role)]) + "=" +
           std::string(field.value);
  }
  return out;
}

TEST(Bylines, AWordEndsTheValueBeforeIt) {
  EXPECT_EQ(fields_of("来源:榕城网 发布时间:2023-01-09"), "source=榕城网; date=2023-01-09");
  EXPECT_EQ(fields_of("新京报 记者 丁爽 编辑 陈莉"), "author=丁爽; editor=陈莉");
  EXPECT_EQ(fields_of("[ 责编:邱晓琴 ]"), "editor=邱晓琴 ]");
  EXPECT_EQ(fields_of("作者：张三　来源：李网　阅读：12"), "author=张三; source=李网; other=12");
  EXPECT_EQ(fields_of("文/张三 图/李四"), "author=张三; other=李四");
  EXPECT_EQ(fields_of("光明日报全媒体记者 任鹏"), "author=任鹏");
}

TEST(Bylines, LatinWordsStandAlone) {
  EXPECT_EQ(fields_of("By Jane Doe"), "author=Jane Doe");
  EXPECT_EQ(fields_of("Sunday | By Jane Doe"), "author=Jane Doe");
  EXPECT_EQ(fields_of("Standby for news by the way"), "");
  EXPECT_EQ(fields_of("Published on Nov 16, Last updated Nov 17"), "date=Nov 16,; updated=Nov 17");
}

TEST(Bylines, KnowWhoIsNobody) {
  const BylineReader reader(rules());
  EXPECT_TRUE(reader.people("admin", true).empty());
  EXPECT_TRUE(reader.people("佚名", true).empty());
  EXPECT_TRUE(reader.people("Administrator", true).empty());
  EXPECT_TRUE(reader.refused_source("本站原创"));
  EXPECT_TRUE(reader.outlet_like("新京报"));
  EXPECT_FALSE(reader.outlet_like("张三"));
}

TEST(Bylines, ALoneNameBeginsWithASurname) {
  const BylineReader reader(rules());
  EXPECT_TRUE(reader.lone_name("胡平"));
  EXPECT_TRUE(reader.lone_name("欧阳小明"));
  EXPECT_FALSE(reader.lone_name("完"));
  EXPECT_FALSE(reader.lone_name("未完待续"));
  EXPECT_FALSE(reader.lone_name("图片"));
  EXPECT_FALSE(reader.lone_name("Tom"));
}

TEST(Bylines, LongLinesHaveNoFields) {
  std::string line;
  for (int n = 0; n < 100000; ++n) line += "记者";
  EXPECT_EQ(fields_of(line), "");
}

TEST(Bylines, SomeWordsStandAroundTheirValue) {
  EXPECT_EQ(fields_of("由海姑娘张贴 @ 2005-06-14 03:25:55"), "author=海姑娘");
  EXPECT_EQ(fields_of("由张贴"), "");
  EXPECT_EQ(fields_of("由于天气原因，他在很远很远的地方一个字一个字地张贴"), "");
}

TEST(Bylines, DocumentsHaveAnIssuerAndADay) {
  EXPECT_EQ(fields_of("发文机关： 榕城市人民政府"), "issuer=榕城市人民政府");
  EXPECT_EQ(fields_of("成文日期： 2022年01月27日"), "issued=2022年01月27日");
}

TEST(Bylines, AJobIsNotPartOfAName) {
  const BylineReader reader(rules());
  EXPECT_EQ(reader.people("Jane Doe, Senior Editor", true), Strings{"Jane Doe"});
  EXPECT_EQ(reader.people("Jane Doe Staff Writer", true), Strings{"Jane Doe"});
  EXPECT_EQ(reader.people("Jane DoePublished", true), Strings{"Jane Doe"});
  EXPECT_EQ(reader.people("Tom Roe, AP Auto Writer", true), Strings{"Tom Roe"});
  EXPECT_EQ(reader.people("Jane McDonald and Tom Roe", true),
            (Strings{"Jane McDonald", "Tom Roe"}));
  for (const char* nobody : {"View All", "Daily Staff", "Getty Images", "Social Links"})
    EXPECT_TRUE(reader.people(nobody, true).empty()) << nobody;
}

TEST(Bylines, MarkupGluesWords) {
  const BylineReader reader(rules());
  EXPECT_EQ(reader.unglued("ByJane DoeStaff Writer"), "By Jane Doe Staff Writer");
  EXPECT_EQ(reader.unglued("McDonald"), "McDonald");
  EXPECT_EQ(reader.unglued("作者：张三"), "作者：张三");
}

TEST(Bylines, KnowAgencies) {
  const BylineReader reader(rules());
  EXPECT_TRUE(reader.agency("Reuters"));
  EXPECT_TRUE(reader.agency("Associated Press"));
  EXPECT_FALSE(reader.agency("Jane Doe"));
}

}  // namespace
}  // namespace tamis::assembly
