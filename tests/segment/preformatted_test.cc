// SPDX-License-Identifier: Apache-2.0
#include "segment/preformatted.h"

#include "tamis/segment.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

std::vector<std::string> codes(const std::string& body) {
  std::vector<std::string> out;
  for (const Preformatted& one : segment(*parse("<html><body>" + body, {})).preformatted) {
    out.push_back(one.text);
  }
  return out;
}

using Codes = std::vector<std::string>;

TEST(Preformatted, KeepsLinesAndIndents) {
  EXPECT_EQ(codes("<pre>\n\n  if a:\n    b  c\n\n  d\n\n</pre>"),
            (Codes{"  if a:\n    b  c\n\n  d"}));
  EXPECT_EQ(codes("<pre><code><span>a</span> <b>b</b><br>c</code></pre>"), (Codes{"a b\nc"}));
}

TEST(Preformatted, BlockElementsAreLines) {
  EXPECT_EQ(codes("<pre><div>a</div><div>b</div>c</pre>"), (Codes{"a\nb\nc"}));
}

TEST(Preformatted, TheOutermostCounts) {
  EXPECT_EQ(codes("<pre>a<pre>b</pre>c</pre><pre>d</pre>"), (Codes{"a\nb\nc", "d"}));
}

TEST(Preformatted, WithoutTextThereIsNone) {
  EXPECT_TRUE(codes("<pre> \n </pre><pre><img></pre><p>x</p>").empty());
}

TEST(Preformatted, ManyNestedOnesCostNoMoreThanOne) {
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<pre>x\n";
  ASSERT_EQ(codes(deep).size(), 1U);
  EXPECT_EQ(codes(deep)[0].size(), 599U);
}

}  // namespace
}  // namespace tamis
