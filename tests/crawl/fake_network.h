// SPDX-License-Identifier: Apache-2.0
// A network without one: answers from a function, in virtual time.
#pragma once

#include "tamis/fetch.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace tamis::test {

class FakeNetwork : public Network {
 public:
  // Fills outcome, status, wire ...; `ended` and the URL are filled in. Each takes `latency`.
  using Server = std::function<Fetched(const FetchRequest&)>;
  explicit FakeNetwork(Server server) : server_(std::move(server)) {}

  struct Asked {
    Time at;
    FetchRequest request;
  };
  std::vector<Asked> asked;
  Span latency{100};

  std::vector<std::string> urls() const {
    std::vector<std::string> out;
    for (const Asked& one : asked) out.push_back(one.request.url);
    return out;
  }

  Time now() override { return now_; }
  std::size_t in_flight() const override { return coming_.size(); }
  void start(FetchRequest request) override {
    Fetched answer = server_(request);
    answer.id = request.id;
    answer.url = request.url;
    answer.begun = now_;
    answer.ended = now_ + latency;
    answer.times.first_byte = latency;
    asked.push_back({now_, std::move(request)});
    coming_.emplace(answer.ended, std::move(answer));
  }
  void wait(Time until, std::vector<Fetched>& done) override {
    if (!coming_.empty() && coming_.begin()->first <= until) {
      now_ = std::max(now_, coming_.begin()->first);
      while (!coming_.empty() && coming_.begin()->first <= now_) {
        done.push_back(std::move(coming_.begin()->second));
        coming_.erase(coming_.begin());
      }
    } else {
      now_ = std::max(now_, until);
    }
  }
  void wake() override {}
  void cancel_all() override {
    for (auto& [at, answer] : coming_) answer.outcome = Outcome::kCancelled, answer.ended = now_;
    std::multimap<Time, Fetched> now;
    for (auto& [at, answer] : coming_) now.emplace(now_, std::move(answer));
    coming_.swap(now);
  }

 private:
  Server server_;
  Time now_ = Time(Span(1'700'000'000'000));
  std::multimap<Time, Fetched> coming_;
};

inline Fetched answer(int status, std::string body, HttpHeaders headers = {}) {
  Fetched out;
  out.status = status;
  out.outcome = status == 200   ? Outcome::kOk
                : status == 404 ? Outcome::kGone
                : status == 304 ? Outcome::kNotModified
                : status >= 500 ? Outcome::kServerError
                                : Outcome::kClientError;
  out.status_line = "HTTP/1.1 " + std::to_string(status);
  out.headers = std::move(headers);
  out.wire = std::move(body);
  return out;
}

inline Fetched redirect(int status, std::string location) {
  Fetched out = answer(status, "");
  out.outcome = Outcome::kRedirect;
  out.location = std::move(location);
  return out;
}

}  // namespace tamis::test
