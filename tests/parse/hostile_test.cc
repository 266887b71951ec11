// SPDX-License-Identifier: Apache-2.0
// Pages made to hurt: each ends, in bounded memory, with a Tree or with the right error.
#include "tamis/parse.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace tamis {
namespace {

std::string repeat(const std::string& text, int count) {
  std::string out;
  out.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

// `%` stands for the number of the repetition.
std::string numbered(const std::string& text, int count) {
  const std::size_t mark = text.find('%');
  std::string out;
  for (int i = 0; i < count; ++i) {
    out.append(text, 0, mark).append(std::to_string(i)).append(text, mark + 1);
  }
  return out;
}

struct Case {
  const char* name;
  std::string html;
  std::optional<ErrorKind> error;  // nothing: a Tree
};

std::vector<Case> cases() {
  using enum ErrorKind;
  const std::string deep = repeat("<div>", 990);
  return {
      {"nested divs", repeat("<div>", 100'000), kTooDeep},
      {"a million b", repeat("<b>", 1'000'000), kTooDeep},
      {"a million p", repeat("<p>", 1'000'000), kTooManyNodes},
      {"a million fonts", numbered("<font color=%>", 800'000), kTooDeep},
      {"unclosed anchors", numbered("<a href=%>x", 200'000), std::nullopt},
      {"a million anchors", numbered("<a href=%>", 900'000), kTooManyNodes},
      {"attribute of 10 MB", "<p class='" + std::string(10 << 20, 'x') + "'>", kTooManyAttributes},
      {"100,000 attributes", "<p " + numbered("a%=1 ", 100'000) + ">", kTooManyAttributes},
      {"50 MB in a paragraph", "<p>" + std::string(50 << 20, 'x'), kTooBig},
      {"15 MB in a paragraph", "<p>" + std::string(15 << 20, 'x'), std::nullopt},
      {"less-thans", std::string(1 << 20, '<'), std::nullopt},
      {"unclosed quotes", repeat("<a href=\"", 100'000), kTooManyAttributes},
      {"deep tables", repeat("<table><tr><td>", 100'000), kTooDeep},
      {"many tables", repeat("<table><tr><td>", 240) + repeat("x<td>", 50'000), std::nullopt},
      {"fonts into paragraphs",
       "<p>" + numbered("<font size=%>", 400) + repeat("</p><p>x", 100'000), kTooManyNodes},
      {"fonts round paragraphs", numbered("<font size=%>", 300) + repeat("<p>x</p>", 50'000),
       std::nullopt},
      {"long text in deep b", deep + "<b>" + std::string(8 << 20, 'x'), kTooMuchWork},
      {"deep paragraphs", deep + repeat("<p>x", 200'000), kTooMuchWork},
      {"deep end tags", deep + repeat("</span>", 200'000), kTooMuchWork},
      {"formatting over blocks", repeat("<b><div>", 450) + repeat("</b>", 90'000), kTooMuchWork},
      {"formatting over many children",
       numbered("<font size=%>", 400) + "<div>" + repeat("<br>", 300'000) + repeat("</font>", 400),
       kTooMuchWork},
      {"growing clones", repeat("<i><p>x</i></p>", 200'000), kTooManyNodes},
      {"growing depth", repeat("<i><div>x</i>", 200'000), kTooDeep},
      {"long attributes cloned",
       "<p><b class='" + std::string(900'000, 'x') + "'>" + repeat("</p><p>x", 5000),
       kTooManyNodes},
      {"attributes of html", numbered("<html a%=1>", 200'000), kTooMuchWork},
      {"nested svg", repeat("<svg>", 100'000), kTooDeep},
      {"nested template", repeat("<template>", 100'000), kTooDeep},
      {"template in select", "<select><template>" + repeat("<div>", 100'000), kTooDeep},
      {"framesets", repeat("<frameset>", 100'000), kTooDeep},
      {"framesets in textarea", "<frameset><textarea>" + repeat("<frameset>", 100'000),
       std::nullopt},
      {"comments", repeat("a<!-- -->", 400'000), std::nullopt},
      {"half entities", repeat("&a<!-- -->", 20'000), std::nullopt},
      {"unclosed noscripts", repeat("<noscript>", 300'000), std::nullopt},
      {"escaped scripts", repeat("<script><!--<script>", 300'000), std::nullopt},
      {"dashes", "<!--" + std::string(8 << 20, '-'), std::nullopt},
      {"spaces", std::string(8 << 20, ' '), std::nullopt},
      {"zeros", std::string(1 << 20, '\0'), std::nullopt},
  };
}

TEST(Hostile, EveryPageEndsWithATreeOrItsError) {
  for (const Case& c : cases()) {
    const Result<Tree> tree = parse(c.html, {});
    if (!c.error) {
      EXPECT_TRUE(tree) << c.name << ": " << tree.error().message;
    } else if (tree) {
      ADD_FAILURE() << c.name << ": a tree of " << tree->nodes.size() << " nodes";
    } else {
      EXPECT_STREQ(error_name(tree.error().kind), error_name(*c.error))
          << c.name << ": " << tree.error().message;
    }
  }
}

}  // namespace
}  // namespace tamis
