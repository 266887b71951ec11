// SPDX-License-Identifier: Apache-2.0
#include "watch/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace tamis::test {
namespace {

constexpr int kLook = 50;  // milliseconds; how soon the server sees that it is to end
constexpr Span kPatience{10'000};

bool send_all(int client, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

}  // namespace

LoopbackServer::LoopbackServer(const SharedTime& clock) : clock_(clock) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, generic, size) == 0 && ::listen(listener_, 16) == 0 &&
      ::getsockname(listener_, generic, &size) == 0)
    port_ = ntohs(address.sin_port);
}

void LoopbackServer::begin(Say say) {
  say_ = std::move(say);
  thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
  ::close(listener_);
}

std::vector<LoopbackServer::Asked> LoopbackServer::asked() const {
  const std::lock_guard lock(mutex_);
  return asked_;
}

void LoopbackServer::serve() {
  std::vector<pollfd> ears{{listener_, POLLIN, 0}};
  std::vector<std::string> inputs(1);  // what came of a request, beside its connection
  while (!stop_) {
    if (::poll(ears.data(), ears.size(), kLook) <= 0) continue;
    for (std::size_t n = ears.size(); n-- > 1;) {
      if (ears[n].revents == 0 || answer(ears[n].fd, inputs[n])) continue;
      ::close(ears[n].fd);
      ears.erase(ears.begin() + static_cast<std::ptrdiff_t>(n));
      inputs.erase(inputs.begin() + static_cast<std::ptrdiff_t>(n));
    }
    if ((ears[0].revents & POLLIN) == 0) continue;
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    ears.push_back({client, POLLIN, 0});
    inputs.emplace_back();
  }
  for (std::size_t n = 1; n < ears.size(); ++n) ::close(ears[n].fd);
}

// False: the connection is at its end.
bool LoopbackServer::answer(int client, std::string& input) {
  char bytes[8192];
  const ssize_t got = ::recv(client, bytes, sizeof bytes, 0);
  if (got <= 0) return false;
  input.append(bytes, static_cast<std::size_t>(got));
  for (std::size_t end; (end = input.find("\r\n\r\n")) != input.npos;) {
    Asked asked;
    asked.at = Time(Span(clock_.load()));
    const std::size_t from = input.find(' ') + 1, line = input.find("\r\n");
    asked.path = input.substr(from, input.find(' ', from) - from);
    asked.headers = input.substr(line + 2, end - line);
    input.erase(0, end + 4);
    const Reply reply = say_(asked);
    {
      const std::lock_guard lock(mutex_);
      asked_.push_back(std::move(asked));
    }
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + " -\r\n" + reply.headers;
    if (reply.status != 304)
      text += "Content-Length: " + std::to_string(reply.body.size()) + "\r\n";
    if (!send_all(client, text + "\r\n" + reply.body)) return false;
  }
  return true;
}

void VirtualNetwork::start(FetchRequest request) {
  begun_[request.id] = now();
  real_->start(std::move(request));
}

void VirtualNetwork::wait(Time until, std::vector<Fetched>& done) {
  if (real_->in_flight() == 0) {
    clock_ = std::max(now(), until).time_since_epoch().count();
    return;
  }
  const std::size_t before = done.size();
  real_->wait(real_->now() + kPatience, done);
  for (std::size_t n = before; n < done.size(); ++n) {
    Fetched& answer = done[n];
    const auto begun = begun_.find(answer.id);
    answer.begun = begun->second;
    begun_.erase(begun);
    answer.ended = answer.begun + latency;
    answer.times.first_byte = latency;
    clock_ = std::max(now(), answer.ended).time_since_epoch().count();
  }
}

}  // namespace tamis::test
