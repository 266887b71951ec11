// SPDX-License-Identifier: Apache-2.0
#include "head/payload_text.h"

#include <gtest/gtest.h>

namespace tamis::head {
namespace {

std::string parts(const std::string& json) {
  const Result<json::Value> value = json::parse(json);
  EXPECT_TRUE(value) << json;
  return value ? text_of_parts(*value) : "";
}

TEST(PayloadText, FindsTheJsonInAScript) {
  EXPECT_EQ(json_of_script("{\"a\":1}"), "{\"a\":1}");
  EXPECT_EQ(json_of_script("window.__A__ = {\"a\":\"}\\\"}\"};(function(){})()"),
            "{\"a\":\"}\\\"}\"}");
  EXPECT_EQ(json_of_script("window[\"__A__\"] = [1, [2]];"), "[1, [2]]");
  EXPECT_EQ(json_of_script("window.__A__ = JSON.parse(\"{\\\"a\\\":1}\")"), "\"{\\\"a\\\":1}\"");
  EXPECT_EQ(json_of_script("window.__A__ = {\"a\":1"), "");
  EXPECT_EQ(json_of_script("window[\"__A__\"]"), "");
  EXPECT_EQ(json_of_script(""), "");
  EXPECT_EQ(json_of_script("window[\"a\\"), "");
}

TEST(PayloadText, MarkupBecomesLines) {
  EXPECT_EQ(text_of_markup("<p>One &amp; two</p><div>three<br>four</div>\n\n five  six"),
            "One & two\nthree\nfour\nfive six");
}

TEST(PayloadText, PartsOfABodyAreItsParagraphs) {
  EXPECT_EQ(
      parts(
          R"([{"type":"text","content":"<b>One.</b>"},{"type":"image","url":"x"},{"type":"text","content":"Two."}])"),
      "One.\nTwo.");
  EXPECT_EQ(parts(R"(["One.","Two."])"), "One.\nTwo.");
  EXPECT_EQ(parts(R"({"blocks":[{"text":"One."},{"text":"Two."}],"entityMap":{}})"), "One.\nTwo.");
  EXPECT_EQ(parts(R"({"type":"doc","content":[{"type":"paragraph","content":[
      {"type":"text","marks":[],"text":"One "},{"type":"text","marks":[{"type":"bold"}],"text":"two."}]}]})"),
            "One two.");
}

TEST(PayloadText, ArticlesAreNoParts) {
  EXPECT_EQ(parts(R"([{"title":"A","text":"One."},{"title":"B","text":"Two."}])"), "");
}

TEST(PayloadText, DeepPartsEnd) {
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += R"({"content":[)";
  deep += R"({"text":"x"})";
  for (int i = 0; i < 500; ++i) deep += "]}";
  EXPECT_EQ(parts(deep), "");
}

TEST(PayloadText, TellsProseFromTheRest) {
  std::string english, chinese, base64, program, words;
  for (int i = 0; i < 5; ++i) {
    english += "The ferry was built by people who had never seen the sea, or so they say. ";
    chinese +=
        "这艘渡船是由从来没有见过大海的人造的，至少大家都这么说，不过没有人真的相信这句话，连造船的"
        "人自己也不信，说起来只是笑一笑，然后继续干活。";
    base64 += "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU2Nzg5QUJDREVGR0hJSktMTU5PUFFSU1.";
    program += "if (a.b) { return c.d(); } else { e.f = g.h; } var i = j.k(l); m.n = o; ";
    words += "ferry harbour island office winter summer weather ticket captain quay ";
  }
  EXPECT_TRUE(reads_like_article(english));
  EXPECT_TRUE(reads_like_article(chinese));
  EXPECT_FALSE(reads_like_article(base64));
  EXPECT_FALSE(reads_like_article(program));
  EXPECT_FALSE(reads_like_article(words));
  EXPECT_FALSE(reads_like_article(english.substr(0, 150)));
  EXPECT_FALSE(reads_like_article(""));
}

}  // namespace
}  // namespace tamis::head
