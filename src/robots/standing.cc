// SPDX-License-Identifier: Apache-2.0
// RFC 9309, 2.3.1 (what an answer means) and 2.4 (how long it holds).
#include "tamis/robots.h"

namespace tamis {

RobotsAction judge_answer(const RobotsAnswer& answer) {
  const int status = answer.status;
  if (status >= 200 && status < 300) return RobotsAction::kParse;
  if (status == 304) return RobotsAction::kUnchanged;
  if (status >= 300 && status < 400)  // 2.3.1.2: beyond the limit it counts as unavailable
    return answer.location && answer.redirects < kRobotsRedirects ? RobotsAction::kFollow
                                                                  : RobotsAction::kAllowAll;
  // By the letter a 429 would open the whole site to an agent that was just told to slow down.
  if (status == 429) return RobotsAction::kDefer;
  if (status >= 400 && status < 500) return RobotsAction::kAllowAll;
  return RobotsAction::kDisallowAll;
}

RobotsMemory remember(RobotsMemory memory, RobotsAction action, std::string_view body,
                      std::int64_t now) {
  if (action == RobotsAction::kUnchanged && memory.good_at == RobotsMemory::kNever)
    action = RobotsAction::kDisallowAll;  // unchanged since when?
  memory.checked_at = now;
  memory.deferred = action == RobotsAction::kDefer;
  switch (action) {
    case RobotsAction::kParse:  // one octet more than the limit: parse_robots sees that it was cut
      memory.body = std::string(body.substr(0, kRobotsBytes + 1));
      break;
    case RobotsAction::kAllowAll: memory.body.clear(); break;
    case RobotsAction::kUnchanged: break;
    case RobotsAction::kFollow:
    case RobotsAction::kDefer:
    case RobotsAction::kDisallowAll:
      if (memory.failing_since == RobotsMemory::kNever) memory.failing_since = now;
      return memory;
  }
  memory.good_at = now;
  memory.failing_since = RobotsMemory::kNever;
  return memory;
}

RobotsView robots_view(const RobotsMemory& memory, std::int64_t now, const RobotsTimes& times) {
  constexpr std::int64_t kNever = RobotsMemory::kNever;
  if (memory.checked_at == kNever) return {RobotsStanding::kFetch, true};
  const RobotsStanding good =
      memory.body.empty() ? RobotsStanding::kAllowAll : RobotsStanding::kRules;
  if (memory.failing_since == kNever) {
    if (now - memory.good_at > times.fresh) return {RobotsStanding::kFetch, true};
    return {good, false};
  }
  const bool due = now - memory.checked_at > times.retry;
  if (memory.deferred) return {RobotsStanding::kDefer, due};
  if (memory.good_at != kNever)
    return {memory.body.empty() ? RobotsStanding::kAllowAll : RobotsStanding::kOldRules, due};
  if (now - memory.failing_since > times.give_up) return {RobotsStanding::kGivenUp, due};
  return {RobotsStanding::kDisallowAll, due};
}

}  // namespace tamis
