// SPDX-License-Identifier: Apache-2.0
// Decisions of two reference parsers and of the RFC's text (../shared/bench/robots/SOURCE.md).
#include "json/json.h"
#include "tamis/robots.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <variant>

namespace tamis {
namespace {

int digit_of(char c) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto at = kDigits.find(c);
  return at == kDigits.npos ? -1 : static_cast<int>(at);
}

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0, count = 0;
  for (const char c : text) {
    const int digit = digit_of(c);
    if (digit < 0) break;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xff);
  }
  return out;
}

bool flag(const json::Value& row, std::string_view key) {
  const json::Value* value = row.find(key);
  return value != nullptr && std::holds_alternative<bool>(value->data) &&
         std::get<bool>(value->data);
}

TEST(RobotsCases, EveryLineOfTheGateIsDecidedAsItSays) {
  std::ifstream file(std::string(TAMIS_SHARED_DIR) + "/bench/robots/cases.jsonl");
  if (!file) GTEST_SKIP() << "no ../shared/bench/robots";
  int gate = 0, right = 0;
  for (std::string text; std::getline(file, text);) {
    const auto parsed = json::parse(text);
    ASSERT_TRUE(parsed) << text;
    const json::Value& row = *parsed;
    if (row.text_at("profile") != "rfc9309" && !flag(row, "agreed")) continue;
    const std::string bytes = row.find("robots_txt_b64") != nullptr
                                  ? from_base64(row.text_at("robots_txt_b64"))
                                  : std::string(row.text_at("robots_txt"));
    const Robots robots = parse_robots(bytes, row.text_at("user_agent"));
    const RobotsVerdict verdict = robots.verdict(row.text_at("url"));
    ++gate;
    if (verdict.allowed == flag(row, "allowed"))
      ++right;
    else
      ADD_FAILURE() << text << "\nline " << verdict.line << ": " << verdict.rule;
  }
  EXPECT_EQ(gate, 750);
  EXPECT_EQ(right, gate);
}

}  // namespace
}  // namespace tamis
