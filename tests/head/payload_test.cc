// SPDX-License-Identifier: Apache-2.0
#include "head_builder.h"
#include "json/json.h"

#include <algorithm>

namespace tamis::head {
namespace {

// A body of six sentences about a thing.
std::string body(const std::string& thing) {
  std::string out;
  for (const char* rest : {" was built in the spring of that year by two brothers.",
                           " was painted blue, because blue was the colour that was left.",
                           " was sold in autumn, and nobody has ever said for how much.",
                           " was seen again on the other side of the bay in winter.",
                           " was given back when the ice had gone, with a letter.",
                           " is blue to this day, and the letter hangs in the town hall."}) {
    out += "<p>The " + thing + rest + "</p>";
  }
  return out;
}

std::string found(const std::vector<std::string>& payloads, const std::string& title = "") {
  Tree tree;
  tree.payloads = payloads;
  Head head;
  if (!title.empty()) head.titles.push_back({title, "title"});
  return payload_body(tree, head);
}

std::string json_text(const std::string& text) {
  json::Writer out;
  out.text(text);
  return out.take();
}

TEST(Payload, FindsTheBodyUnderItsKey) {
  for (const char* key : {"body", "content", "articleBody", "contentHtml", "text"}) {
    const std::string text = found({R"({"props":{"pageProps":{"post":{"id":7,")" +
                                    std::string(key) + "\":" + json_text(body("boat")) + "}}}}"});
    EXPECT_TRUE(text.starts_with("The boat was built in the spring")) << key;
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5) << key;
  }
  EXPECT_EQ(found({R"({"signature":)" + json_text(body("boat")) + "}"}), "");
  EXPECT_EQ(found({R"({"related":{"body":)" + json_text(body("boat")) + "}}"}), "");
}

TEST(Payload, FindsTheBodyInParts) {
  std::string json = R"({"article":{"content_elements":[],"content":[)";
  for (const char* text :
       {"The ferry was built by people who had never seen the sea.",
        "So they say on the island today.",
        "Nobody on the quay believes a word of it, and they tell it all the same.",
        "The ferry goes twice a day, and on Sundays it goes once, after church, if there is wind."})
    json += R"({"type":"text","content":")" + std::string(text) + "\"},";
  json += R"({"type":"image"}]}})";
  EXPECT_TRUE(found({json}).starts_with(
      "The ferry was built by people who had never seen the sea.\nSo they"));
}

TEST(Payload, AListOfArticlesIsNone) {
  const std::string list =
      R"({"items":[{"title":"The story of the boat","body":)" + json_text(body("boat")) +
      R"(},{"title":"The story of the cart","body":)" + json_text(body("cart")) + "}]}";
  EXPECT_EQ(found({list}), "");
  EXPECT_TRUE(found({list}, "The story of the cart | Times").starts_with("The cart was built"));
}

TEST(Payload, OneBodyInTwoFormsIsOne) {
  EXPECT_TRUE(found({R"({"a":{"text":)" + json_text(body("boat")) + R"(,"contentHtml":)" +
                     json_text("<div>" + body("boat") + "</div>") + "}}"})
                  .starts_with("The boat"));
}

TEST(Payload, ReadsJsonInJsonAndScripts) {
  const std::string inner = R"({"story":{"body":)" + json_text(body("boat")) + "}}";
  EXPECT_TRUE(found({R"({"state":)" + json_text(inner) + "}"}).starts_with("The boat"));
  EXPECT_TRUE(
      found({"window.__STATE__ = JSON.parse(" + json_text(inner) + ");"}).starts_with("The boat"));
  EXPECT_TRUE(found({"window.__A__ = {\"b\":1}; window.__STATE__ = " + inner + ";"})
                  .starts_with("The boat"));
}

TEST(Payload, ABracketDoesNotMakeJson) {
  EXPECT_TRUE(
      found({R"({"body":)" + json_text("[Update] " + body("boat")) + "}"}).starts_with("[Update]"));
}

TEST(Payload, BrokenDataSayNothing) {
  EXPECT_EQ(found({}), "");
  EXPECT_EQ(found({"", "{", "{\"body\":", "not json at all", "[1,2", "\"x\""}), "");
}

TEST(Payload, HostileDataEnd) {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "{\"content\":";
  EXPECT_EQ(found({deep + "1" + std::string(1000, '}')}), "");
  // JSON in JSON in JSON ...
  std::string nested = R"({"body":)" + json_text(body("boat")) + "}";
  for (int i = 0; i < 12; ++i) nested = R"({"x":)" + json_text(nested) + "}";
  found({nested});
  // Many strings that look like JSON, many candidates, one huge string.
  std::string many = "[";
  for (int i = 0; i < 3000; ++i)
    many += R"({"text":)" + json_text("{" + std::string(300, '[')) + "},";
  EXPECT_EQ(found({many + "1]"}), "");
  many = "[";
  for (int i = 0; i < 3000; ++i)
    many += R"({"body":)" + json_text(body("thing" + std::to_string(i))) + "},";
  EXPECT_EQ(found({many + "1]"}), "");
  std::string huge;
  while (huge.size() < 3'000'000) huge += body("boat");
  const std::string text = found({R"({"body":)" + json_text(huge) + "}"});
  EXPECT_GT(text.size(), 100'000U);
  EXPECT_LE(text.size(), 1U << 20);
  std::string braces(2'000'000, '{');
  EXPECT_EQ(found({braces}), "");
}

}  // namespace
}  // namespace tamis::head
