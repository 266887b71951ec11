// SPDX-License-Identifier: Apache-2.0
// Thousands of short texts without a declaration: snippets of the Chinese gold texts in GBK, Big5
// and UTF-8, whole, cut, and with three bytes lost. The shares are those of the best detectors.
#include "base/utf8.h"
#include "decode/dev_pages.h"
#include "decode/transcode.h"
#include "json/json.h"
#include "tamis/decode.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace tamis {
namespace {

using Characters = std::vector<std::string>;

// UTF-8 characters to the two bytes that a charset has for them.
std::map<std::string, std::string> encoder(const char* charset, int first_trail) {
  std::map<std::string, std::string> table;
  for (int lead = 0x81; lead <= 0xFE; ++lead) {
    for (int trail = first_trail; trail <= 0xFE; ++trail) {
      const std::string bytes = {static_cast<char>(lead), static_cast<char>(trail)};
      const decoding::Transcoded read = decoding::transcode(bytes, charset);
      if (read.errors == 0 && base::count_code_points(read.utf8) == 1) {
        table.emplace(read.utf8, bytes);
      }
    }
  }
  return table;
}

// The texts as characters, Han and its punctuation only.
std::vector<Characters> gold_texts(const std::string& set) {
  std::vector<Characters> texts;
  std::ifstream file(testing::dev_set(set) + "/gold.jsonl");
  for (std::string line; std::getline(file, line);) {
    const auto row = json::parse(line);
    if (!row || row->text_at("lang") != "zh") continue;
    const std::string_view text = row->text_at("text");
    Characters characters;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      if (base::next_code_point(text, at) > 0x3000) {
        characters.emplace_back(text.substr(begin, at - begin));
      }
    }
    if (characters.size() > 200) texts.push_back(characters);
  }
  return texts;
}

class Snippets : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::has_dev_set("daniel")) GTEST_SKIP() << "no ../shared/bench/data";
    texts_ = gold_texts("daniel");
    ASSERT_FALSE(texts_.empty());
  }

  // `length` characters that `encode` knows, as its bytes; UTF-8 without one.
  std::string snippet(std::size_t length, const std::map<std::string, std::string>* encode) {
    while (true) {
      const Characters& text = texts_[random_() % texts_.size()];
      const std::size_t begin = random_() % (text.size() - length);
      std::string bytes;
      std::size_t taken = 0;
      for (; taken < length; ++taken) {
        const std::string& character = text[begin + taken];
        if (encode == nullptr) {
          bytes += character;
          continue;
        }
        const auto found = encode->find(character);
        if (found == encode->end()) break;
        bytes += found->second;
      }
      if (taken == length) return bytes;
    }
  }

  void lose(std::string& bytes, int count) {
    for (; count > 0; --count) bytes.erase(random_() % bytes.size(), 1);
  }

  // How many of a thousand are read in `charset`.
  int right(const std::string& charset, const std::function<std::string()>& make) {
    int count = 0;
    for (int i = 0; i < 1000; ++i) {
      Page page;
      page.kind = PageKind::kText;
      page.bytes = make();
      count += decode(page).charset.name == charset;
    }
    return count;
  }

  std::vector<Characters> texts_;
  std::mt19937 random_{7};
};

TEST_F(Snippets, ShortGbk) {
  const auto gbk = encoder("gb18030", 0x40);
  EXPECT_GE(right("gb18030", [&] { return snippet(20, &gbk); }), 998);
  EXPECT_GE(right("gb18030", [&] { return snippet(100, &gbk); }), 1000);
}

TEST_F(Snippets, ShortBig5) {
  const auto big5 = encoder("big5", 0x40);
  EXPECT_GE(right("big5", [&] { return snippet(20, &big5); }), 990);
  EXPECT_GE(right("big5", [&] { return snippet(100, &big5); }), 1000);
}

TEST_F(Snippets, GbkThatLostThreeBytes) {
  const auto gbk = encoder("gb18030", 0x40);
  const auto damaged = [&](std::size_t length) {
    std::string bytes = snippet(length, &gbk);
    lose(bytes, 3);
    return bytes;
  };
  EXPECT_GE(right("gb18030", [&] { return damaged(20); }), 980);
  EXPECT_GE(right("gb18030", [&] { return damaged(100); }), 998);
}

TEST_F(Snippets, Utf8CutOrWithThreeBytesLost) {
  EXPECT_EQ(right("utf-8",
                  [&] {
                    std::string bytes = snippet(20, nullptr);
                    bytes.resize(bytes.size() - 1 - random_() % 2);
                    return bytes;
                  }),
            1000);
  EXPECT_GE(right("utf-8",
                  [&] {
                    std::string bytes = snippet(20, nullptr);
                    lose(bytes, 3);
                    return bytes;
                  }),
            998);
}

}  // namespace
}  // namespace tamis
