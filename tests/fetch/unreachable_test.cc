// SPDX-License-Identifier: Apache-2.0
// Servers that are not reached, or not understood: each way to fail has its own outcome.
#include "tamis/fetch.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

namespace tamis {
namespace {

using namespace std::chrono_literals;

// Listens on loopback; takes no connection by itself.
class Listener {
 public:
  Listener() : fd_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    address_.sin_family = AF_INET;
    address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(fd_, whole(), sizeof address_);
    listen(fd_, 0);
    socklen_t size = sizeof address_;
    getsockname(fd_, whole(), &size);
  }
  ~Listener() { close(fd_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  int fd() const { return fd_; }
  sockaddr* whole() { return reinterpret_cast<sockaddr*>(&address_); }
  std::string port() const { return std::to_string(ntohs(address_.sin_port)); }

 private:
  int fd_;
  sockaddr_in address_{};
};

Fetched fetch(const std::string& url, FetchOptions options = {}) {
  options.agent = "tamistest/1.0 (+https://tamis.example/bot)";
  options.allow_addresses = {"127.0.0.1"};
  const auto network = open_network(options);
  FetchRequest request;
  request.url = url;
  network->start(std::move(request));
  std::vector<Fetched> done;
  network->wait(network->now() + 60s, done);
  while (done.empty() && network->in_flight() > 0) network->wait(network->now() + 1s, done);
  EXPECT_EQ(done.size(), 1u);
  return done.empty() ? Fetched() : done.front();
}

// No resolver is asked for a label of 64 letters.
TEST(Unreachable, ANameThatCannotBe) {
  const Fetched fetched = fetch("http://" + std::string(64, 'a') + ".example/");
  EXPECT_STREQ(outcome_name(fetched.outcome), "dns-failure") << fetched.reason;
  EXPECT_EQ(fetched.address, "");
}

TEST(Unreachable, AServerWhoseQueueIsFull) {
  Listener listener;
  int waiting[8];
  for (int& fd : waiting) {
    fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    (void)connect(fd, listener.whole(), sizeof(sockaddr_in));
  }
  FetchOptions options;
  options.connect = 500ms;
  const Fetched fetched = fetch("http://127.0.0.1:" + listener.port() + "/", options);
  EXPECT_STREQ(outcome_name(fetched.outcome), "connect-timeout") << fetched.reason;
  for (const int fd : waiting) close(fd);
}

TEST(Unreachable, AServerThatDoesNotSpeakTls) {
  Listener listener;
  std::thread server([&] {
    const int fd = accept(listener.fd(), nullptr, nullptr);
    char hello[4096];
    (void)recv(fd, hello, sizeof hello, 0);  // read, so that closing is no reset
    const std::string_view text = "220 mail.example ready\r\n";
    (void)send(fd, text.data(), text.size(), MSG_NOSIGNAL);
    close(fd);
  });
  const Fetched fetched = fetch("https://127.0.0.1:" + listener.port() + "/");
  server.join();
  EXPECT_STREQ(outcome_name(fetched.outcome), "tls-failure") << fetched.reason;
  EXPECT_EQ(fetched.status, 0);
}

}  // namespace
}  // namespace tamis
