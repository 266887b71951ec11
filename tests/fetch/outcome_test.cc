// SPDX-License-Identifier: Apache-2.0
#include "tamis/fetch.h"

#include <gtest/gtest.h>

#include <set>

namespace tamis {
namespace {

TEST(OutcomeName, IsOneNameEachAndReadsBack) {
  std::set<std::string> seen;
  for (int i = 0; i <= static_cast<int>(Outcome::kCancelled); ++i) {
    const auto outcome = static_cast<Outcome>(i);
    EXPECT_TRUE(seen.insert(outcome_name(outcome)).second) << outcome_name(outcome);
    EXPECT_EQ(outcome_from_name(outcome_name(outcome)), outcome);
  }
  EXPECT_EQ(outcome_from_name("no-such-outcome"), std::nullopt);
}

TEST(OutcomeName, TroubleOfTheServerIsTransient) {
  for (int i = 0; i <= static_cast<int>(Outcome::kCancelled); ++i) {
    const auto outcome = static_cast<Outcome>(i);
    EXPECT_TRUE(!troubles_server(outcome) || is_transient(outcome)) << outcome_name(outcome);
  }
}

TEST(Fetched, HeaderIgnoresCaseAndTakesTheFirst) {
  Fetched fetched;
  fetched.headers = {{"ETAG", "\"a\""}, {"etag", "\"b\""}};
  EXPECT_EQ(fetched.header("ETag"), "\"a\"");
  EXPECT_EQ(fetched.header("E"), "");
}

Fetched hop(int status, std::string location) {
  Fetched fetched;
  fetched.status = status;
  fetched.outcome = Outcome::kRedirect;
  fetched.location = std::move(location);
  return fetched;
}

TEST(RedirectChain, FollowsUntilALoop) {
  RedirectChain chain("http://a.example/");
  EXPECT_FALSE(chain.permanent());
  EXPECT_EQ(chain.follow(hop(301, "http://a.example/1")),
            (std::variant<std::string, Outcome>("http://a.example/1")));
  EXPECT_TRUE(chain.permanent());
  EXPECT_EQ(std::get<Outcome>(chain.follow(hop(301, "http://a.example/#x"))),
            Outcome::kRedirectLoop);
}

TEST(RedirectChain, OneTemporaryHopMakesItTemporary) {
  RedirectChain chain("http://a.example/");
  chain.follow(hop(302, "http://a.example/1"));
  chain.follow(hop(301, "http://a.example/2"));
  EXPECT_FALSE(chain.permanent());
  EXPECT_EQ(chain.urls().size(), 3u);
}

TEST(RedirectChain, EndsAtTheMost) {
  RedirectChain chain("http://a.example/0", 3);
  for (int i = 1; i <= 3; ++i) {
    const auto next = chain.follow(hop(302, "http://a.example/" + std::to_string(i)));
    EXPECT_TRUE(std::holds_alternative<std::string>(next)) << i;
  }
  EXPECT_EQ(std::get<Outcome>(chain.follow(hop(302, "http://a.example/4"))),
            Outcome::kTooManyRedirects);
}

}  // namespace
}  // namespace tamis
