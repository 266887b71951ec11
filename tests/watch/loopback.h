// SPDX-License-Identifier: Apache-2.0
// A site on loopback, over real TCP, in virtual time: a small HTTP server in a thread of its own,
// and a Network that asks it through libcurl while its clock stands still, then passes time at
// once.
#pragma once

#include "tamis/fetch.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace tamis::test {

// The clock that client and server share.
using SharedTime = std::atomic<Span::rep>;

// What the server says of a path; `headers`: lines that end in \r\n.
struct Reply {
  int status = 404;
  std::string body, headers;
};

class LoopbackServer {
 public:
  struct Asked {
    Time at;
    std::string path, headers;
  };
  using Say = std::function<Reply(const Asked&)>;  // called by the server's thread
  explicit LoopbackServer(const SharedTime& clock);
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  void begin(Say say);
  std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  std::vector<Asked> asked() const;

 private:
  void serve();
  bool answer(int client, std::string& input);

  const SharedTime& clock_;
  Say say_;
  int listener_ = -1, port_ = 0;
  std::atomic<bool> stop_{false};
  mutable std::mutex mutex_;
  std::vector<Asked> asked_;
  std::thread thread_;
};

// Time passes only where nothing is in flight; each exchange takes `latency`.
class VirtualNetwork : public Network {
 public:
  VirtualNetwork(std::unique_ptr<Network> real, SharedTime& clock)
      : real_(std::move(real)), clock_(clock) {}
  Span latency{80};

  Time now() override { return Time(Span(clock_.load())); }
  void start(FetchRequest request) override;
  std::size_t in_flight() const override { return real_->in_flight(); }
  void wait(Time until, std::vector<Fetched>& done) override;
  void wake() override { real_->wake(); }
  void cancel_all() override { real_->cancel_all(); }

 private:
  std::unique_ptr<Network> real_;
  SharedTime& clock_;
  std::unordered_map<std::uint64_t, Time> begun_;
};

}  // namespace tamis::test
