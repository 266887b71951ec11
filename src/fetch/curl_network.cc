// SPDX-License-Identifier: Apache-2.0
// The network over libcurl's multi interface. libcurl never queues: who starts a request wants it
// on the wire now, and keeps its own window (queues inside libcurl cost six times the CPU).
#include "fetch/transfer.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <new>
#include <utility>

namespace tamis {
namespace {

using fetch::Shared;
using fetch::Spare;
using fetch::Transfer;

constexpr Span kLongestWait{60'000};
constexpr Span kLook{250};  // how often stalled transfers are looked for
// Answers a wait(): many more at once, and their memory is cold when the caller comes to them.
constexpr std::size_t kBatch = 16;
constexpr std::size_t kSpareBody = 1u << 16;  // bytes; larger ones go back to the heap

// Where distributions keep the bundle of ca-certificates; the first is Debian's.
constexpr const char* kBundles[] = {"/etc/ssl/certs/ca-certificates.crt",
                                    "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
                                    "/etc/ssl/cert.pem"};

std::string find_bundle(const std::string& given) {
  if (!given.empty()) {
    if (::access(given.c_str(), R_OK) != 0)
      throw Failure("cannot read the certificate bundle " + given);
    return given;
  }
  for (const char* bundle : kBundles) {
    if (::access(bundle, R_OK) == 0) return bundle;
  }
  throw Failure("there is no bundle of certificates to check servers with",
                "install ca-certificates, or name a PEM file");
}

void start_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_ALL);
  if (started != CURLE_OK) throw Failure("libcurl does not start");
}

class CurlNetwork : public Network {
 public:
  explicit CurlNetwork(const FetchOptions& options) {
    start_curl();
    shared_.options = options;
    shared_.allowed = fetch::AllowList(options.allow_addresses);
    shared_.plain = fetch::RequestLines(options, FetchRequest());
    shared_.ca_bundle = find_bundle(options.ca_bundle);
    shared_.share = curl_share_init();
    multi_ = curl_multi_init();
    if (shared_.share == nullptr || multi_ == nullptr) throw std::bad_alloc();
    curl_share_setopt(shared_.share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
    curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, static_cast<long>(options.connections));
    curl_multi_setopt(multi_, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
  }
  CurlNetwork(const CurlNetwork&) = delete;
  CurlNetwork& operator=(const CurlNetwork&) = delete;

  ~CurlNetwork() override {
    for (const auto& transfer : busy_) curl_multi_remove_handle(multi_, transfer->handle());
    busy_.clear();
    idle_.clear();
    curl_multi_cleanup(multi_);
    curl_share_cleanup(shared_.share);
  }

  Time now() override {
    return begin_wall_ + std::chrono::duration_cast<Span>(Steady::now() - begin_);
  }

  std::size_t in_flight() const override { return busy_.size() + ready_.size(); }

  void start(FetchRequest request) override {
    auto url = fetch::wire_url(request.url);
    if (!url) {
      Fetched bad;
      bad.id = request.id;
      bad.url = std::move(request.url);
      bad.outcome = Outcome::kBadUrl;
      bad.begun = bad.ended = now();
      ready_.push_back(std::move(bad));
      return;
    }
    if (idle_.empty()) idle_.push_back(std::make_unique<Transfer>(shared_));
    std::unique_ptr<Transfer> transfer = std::move(idle_.back());
    idle_.pop_back();
    transfer->prepare(std::move(request), *std::move(url), now());
    CURL* easy = transfer->handle();
    transfer->place = busy_.size();
    busy_.push_back(std::move(transfer));
    if (curl_multi_add_handle(multi_, easy) != CURLM_OK) throw std::bad_alloc();
  }

  void wait(Time until, std::vector<Fetched>& done) override {
    collect(kBatch);  // what the last round left
    // One poll and one look at all transfers a round: each costs time for every transfer in flight.
    // New ones make the poll return at once.
    while (ready_.empty() && !woken_.exchange(false)) {
      const Span left = std::clamp(until - now(), Span(0), busy_.empty() ? kLongestWait : kLook);
      int running = 0;
      // Whoever stalls is looked for once in a while, not asked for by a timer each.
      curl_multi_poll(multi_, nullptr, 0, static_cast<int>(left.count()), nullptr);
      shared_.now = now();
      if (!busy_.empty()) curl_multi_perform(multi_, &running);
      collect(kBatch);
      end_stalled();
      if (shared_.now >= until) break;
    }
    if (done.empty()) return done.swap(ready_);
    std::move(ready_.begin(), ready_.end(), std::back_inserter(done));
    ready_.clear();
  }

  void wake() override {
    woken_ = true;
    curl_multi_wakeup(multi_);
  }

  void recycle(std::vector<Fetched>& done) override {
    for (Fetched& answer : done) {
      if (spare_.size() >= kBatch) break;
      Spare& spare = spare_.emplace_back();
      spare.headers = std::move(answer.headers);
      if (answer.wire.capacity() <= kSpareBody) spare.wire = std::move(answer.wire);
    }
    done.clear();
  }

  void cancel_all() override {
    collect(busy_.size());  // these were done
    while (!busy_.empty()) {
      Fetched cancelled = end(*busy_.back(), CURLE_ABORTED_BY_CALLBACK);
      cancelled.outcome = Outcome::kCancelled;
      cancelled.reason.clear();
      ready_.push_back(std::move(cancelled));
    }
  }

 private:
  using Steady = std::chrono::steady_clock;

  Fetched end(Transfer& transfer, CURLcode code) {
    curl_multi_remove_handle(multi_, transfer.handle());
    std::swap(busy_[transfer.place], busy_.back());
    busy_[transfer.place]->place = transfer.place;
    idle_.push_back(std::move(busy_.back()));
    busy_.pop_back();
    Spare spare;
    if (!spare_.empty()) {
      spare = std::move(spare_.back());
      spare_.pop_back();
    }
    return transfer.finish(code, now(), std::move(spare));
  }

  void collect(std::size_t most) {
    int queued = 0;
    for (; most > 0; --most) {
      const CURLMsg* message = curl_multi_info_read(multi_, &queued);
      if (message == nullptr) return;
      // Removing the handle frees the message.
      if (message->msg != CURLMSG_DONE) continue;
      char* transfer = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
      ready_.push_back(end(*reinterpret_cast<Transfer*>(transfer), message->data.result));
    }
  }

  void end_stalled() {
    if (shared_.now - looked_ < kLook) return;
    looked_ = shared_.now;
    for (std::size_t n = busy_.size(); n-- > 0;) {
      if (!busy_[n]->stalls(shared_.now)) continue;
      busy_[n]->set_stalled();
      ready_.push_back(end(*busy_[n], CURLE_OPERATION_TIMEDOUT));
    }
  }

  const Steady::time_point begin_ = Steady::now();
  const Time begin_wall_ = std::chrono::floor<Span>(std::chrono::system_clock::now());
  Shared shared_;
  CURLM* multi_ = nullptr;
  std::vector<std::unique_ptr<Transfer>> busy_, idle_;
  std::vector<Fetched> ready_;
  std::vector<Spare> spare_;
  Time looked_{};
  std::atomic<bool> woken_{false};
};

}  // namespace

std::unique_ptr<Network> open_network(const FetchOptions& options) {
  return std::make_unique<CurlNetwork>(options);
}

}  // namespace tamis
