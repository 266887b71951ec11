// SPDX-License-Identifier: Apache-2.0
#include "tamis/fetch.h"

#include <gtest/gtest.h>

namespace tamis {
namespace {

TEST(Agent, NeedsANameAndAContact) {
  for (const char* good : {"newsbot/1.0 (+https://example.org/bot)", "newsbot (bot@example.org)",
                           "News-Bot/2 http://example.org", "b https://a.b/"})
    EXPECT_EQ(check_agent(good), "") << good;
  for (const char* bad :
       {"", "newsbot", "newsbot/1.0", "(+https://example.org/bot)",
        "newsbot (+https://localhost/bot)", "newsbot (@)", "newsbot (bot@)",
        "newsbot\r\nX: y https://example.org/", "机器人 https://example.org/", "newsbot https://"})
    EXPECT_NE(check_agent(bad), "") << bad;
  EXPECT_NE(check_agent("b https://a.b/" + std::string(300, 'x')), "");
}

}  // namespace
}  // namespace tamis
