// SPDX-License-Identifier: Apache-2.0
// What answers to the request for robots.txt mean (../shared/bench/robots/status.jsonl).
#include "json/json.h"
#include "tamis/robots.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <variant>

namespace tamis {
namespace {

std::int64_t number(const json::Value& row, std::string_view key) {
  const json::Value* value = row.find(key);
  if (value == nullptr) return 0;
  return std::holds_alternative<std::int64_t>(value->data)
             ? std::get<std::int64_t>(value->data)
             : static_cast<std::int64_t>(std::get<double>(value->data));
}

// "body_gen" says in words how a body is made.
std::string body_of(const json::Value& step) {
  const std::string_view how = step.text_at("body_gen");
  if (how.empty()) return std::string(step.text_at("body"));
  if (how.starts_with("one 20 MiB line")) return std::string(20u << 20, 'a') + "\nDisallow: /x\n";
  std::string out = "User-agent: *\n";
  while (out.size() < 500 * 1024 - 60) out += "# comment\n";
  return out + "Disallow: /x\n";
}

class Host {
 public:
  void take(const json::Value& step) {
    if (const std::int64_t hours = number(step, "wait_h"); hours > 0) {
      now_ += hours * 3600;
      waited_ = true;
      decided_ = false;
      return;
    }
    if (decided_) return;  // not asked for any more
    waited_ = false;
    const int status = static_cast<int>(number(step, "status"));
    const RobotsAction action =
        judge_answer({status, !step.text_at("location").empty(), redirects_});
    if (action == RobotsAction::kFollow) {
      ++redirects_;
      return;
    }
    redirects_ = 0;
    memory_ = remember(std::move(memory_), action, body_of(step), now_);
    decided_ = true;
  }

  // In the words of the file.
  std::string decision() const {
    const RobotsView view = robots_view(memory_, now_);
    switch (view.standing) {
      case RobotsStanding::kFetch: return "refetch";
      case RobotsStanding::kRules: return waited_ ? "use_cached" : "parse";
      case RobotsStanding::kAllowAll: return "allow_all";
      case RobotsStanding::kDefer: return "defer";
      case RobotsStanding::kDisallowAll: return "disallow_all";
      case RobotsStanding::kOldRules: return "use_cached";
      case RobotsStanding::kGivenUp: return "may_allow_all";
    }
    return "";
  }

  const RobotsMemory& memory() const { return memory_; }

 private:
  RobotsMemory memory_;
  std::int64_t now_ = 1'000'000;
  std::uint32_t redirects_ = 0;
  bool waited_ = false, decided_ = false;
};

TEST(RobotsStatus, EveryCaseIsDecidedAsItSays) {
  std::ifstream file(std::string(TAMIS_SHARED_DIR) + "/bench/robots/status.jsonl");
  if (!file) GTEST_SKIP() << "no ../shared/bench/robots";
  int seen = 0;
  for (std::string text; std::getline(file, text); ++seen) {
    const auto row = json::parse(text);
    ASSERT_TRUE(row) << text;
    Host host;
    for (const json::Value& step : *row->find("steps")->array()) host.take(step);
    const std::string_view wanted = row->text_at("decision");
    if (wanted == "bounded") {
      EXPECT_LE(host.memory().body.size(), kRobotsBytes + 1);
      EXPECT_TRUE(parse_robots(host.memory().body, "N").empty());
      continue;
    }
    EXPECT_EQ(host.decision(), wanted) << text;
    if (wanted == "parse" || wanted == "use_cached") {
      EXPECT_FALSE(parse_robots(host.memory().body, "N").verdict("/x").allowed) << text;
    }
  }
  EXPECT_EQ(seen, 31);
}

}  // namespace
}  // namespace tamis
