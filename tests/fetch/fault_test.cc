// SPDX-License-Identifier: Apache-2.0
// Every fault of a hostile server has its outcome; nothing hangs, nothing grows.
#include "fetch/server.h"
#include "tamis/fetch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace tamis {
namespace {

using namespace std::chrono_literals;

FetchOptions loopback() {
  FetchOptions options;
  options.agent = "tamistest/1.0 (+https://tamis.example/bot)";
  options.allow_addresses = {"127.0.0.1"};
  options.one_per_address = false;  // many at once: the test is about what comes back
  options.max_wire_bytes = 1u << 20;
  options.max_body_bytes = 4u << 20;
  return options;  // its time limits are far off: a busy machine changes no outcome
}

std::vector<Fetched> fetch_all(Network& network, const std::vector<std::string>& urls) {
  for (std::size_t i = 0; i < urls.size(); ++i) {
    FetchRequest request;
    request.id = i;
    request.url = urls[i];
    network.start(std::move(request));
  }
  std::vector<Fetched> done;
  const Time end = network.now() + 60s;
  while (done.size() < urls.size() && network.now() < end) network.wait(end, done);
  EXPECT_EQ(done.size(), urls.size());
  std::sort(done.begin(), done.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return done;
}

Fetched fetch_one(Network& network, const std::string& url) {
  std::vector<Fetched> done = fetch_all(network, {url});
  return done.empty() ? Fetched() : std::move(done.front());
}

const std::map<std::string, Outcome> kCases = {
    {"/ok", Outcome::kOk},
    {"/no-length", Outcome::kOk},
    {"/empty-body", Outcome::kOk},
    {"/chunked", Outcome::kOk},
    {"/trailers", Outcome::kOk},
    {"/hints", Outcome::kOk},
    {"/folded", Outcome::kOk},
    {"/no-reason", Outcome::kOk},
    {"/http10", Outcome::kOk},
    {"/gzip", Outcome::kOk},
    {"/x-gzip", Outcome::kOk},
    {"/gzip-two", Outcome::kOk},
    {"/gzip-gzip", Outcome::kOk},
    {"/deflate", Outcome::kOk},
    {"/deflate-raw", Outcome::kOk},
    {"/br", Outcome::kOk},
    {"/zstd", Outcome::kOk},
    {"/coding-charset", Outcome::kOk},
    {"/coding-empty", Outcome::kOk},
    {"/cookie", Outcome::kOk},
    {"/long", Outcome::kOk},  // what is behind Content-Length is nobody's
    {"/etag", Outcome::kOk},
    {"/gzip-cut", Outcome::kBadCoding},
    {"/gzip-fake", Outcome::kBadCoding},
    {"/gzip-damaged", Outcome::kBadCoding},
    {"/br-cut", Outcome::kBadCoding},
    {"/zstd-cut", Outcome::kBadCoding},
    {"/coding-unknown", Outcome::kBadCoding},
    {"/coding-stack", Outcome::kBadCoding},
    {"/bomb", Outcome::kBomb},
    {"/bomb-double", Outcome::kBomb},
    {"/big", Outcome::kTooBig},
    {"/endless-body", Outcome::kTooBig},
    {"/endless-headers", Outcome::kHeadersTooBig},
    {"/endless-hints", Outcome::kHeadersTooBig},
    {"/long-line", Outcome::kHeadersTooBig},
    {"/short", Outcome::kTruncated},
    {"/chunk-cut", Outcome::kTruncated},
    {"/chunk-no-end", Outcome::kTruncated},
    {"/chunk-bad", Outcome::kBadResponse},
    {"/chunk-huge", Outcome::kBadResponse},
    {"/two-lengths", Outcome::kBadResponse},
    {"/length-word", Outcome::kBadResponse},
    {"/length-negative", Outcome::kBadResponse},
    {"/garbage", Outcome::kBadResponse},
    {"/http09", Outcome::kBadResponse},
    {"/only-status", Outcome::kTruncated},
    {"/close", Outcome::kReset},
    {"/reset", Outcome::kReset},
    {"/reset-body", Outcome::kReset},
    {"/not-modified", Outcome::kClientError},  // nobody asked on a condition
    {"/status/200", Outcome::kOk},
    {"/status/299", Outcome::kOk},
    {"/status/300", Outcome::kClientError},
    {"/status/401", Outcome::kClientError},
    {"/status/403", Outcome::kClientError},
    {"/status/404", Outcome::kGone},
    {"/status/410", Outcome::kGone},
    {"/status/429", Outcome::kBusy},
    {"/status/451", Outcome::kClientError},
    {"/status/500", Outcome::kServerError},
    {"/status/502", Outcome::kServerError},
    {"/status/503", Outcome::kBusy},
    {"/status/599", Outcome::kServerError},
    {"/no-location", Outcome::kBadRedirect},
    {"/to-file", Outcome::kBadRedirect},
    {"/to-script", Outcome::kBadRedirect},
    {"/to-user", Outcome::kBadRedirect},
    {"/to-ok", Outcome::kRedirect},
    {"/to-private", Outcome::kRedirect},
    {"/loop-a", Outcome::kRedirect},
};

TEST(Faults, EachHasItsOutcome) {
  const test::ServerProcess server(test::fault_server({}));
  ASSERT_FALSE(server.port().empty());
  const auto network = open_network(loopback());
  std::vector<std::string> urls;
  for (const auto& [path, outcome] : kCases) urls.push_back(server.url(path));
  const std::vector<Fetched> done = fetch_all(*network, urls);
  auto wanted = kCases.begin();
  for (const Fetched& fetched : done) {
    EXPECT_STREQ(outcome_name(fetched.outcome), outcome_name(wanted->second))
        << wanted->first << ": " << fetched.status << " " << fetched.reason;
    EXPECT_LE(fetched.wire.size(), 1u << 20) << wanted->first;
    EXPECT_LE(fetched.decoded.size(), 4u << 20) << wanted->first;
    EXPECT_EQ(fetched.address, "127.0.0.1") << wanted->first;
    ++wanted;
  }
  EXPECT_EQ(network->in_flight(), 0u);
}

TEST(Faults, SlownessEndsByTheLimitThatItBreaks) {
  const test::ServerProcess server(test::fault_server({}));
  FetchOptions options = loopback();
  options.stall = 1s;
  auto network = open_network(options);
  for (const Fetched& fetched : fetch_all(
           *network, {server.url("/silent"), server.url("/stall"), server.url("/stall-head")})) {
    EXPECT_STREQ(outcome_name(fetched.outcome), "stalled") << fetched.url << fetched.reason;
  }
  options.stall = 60s;
  options.total = 1s;
  network = open_network(options);
  const Fetched drip = fetch_one(*network, server.url("/drip"));
  EXPECT_STREQ(outcome_name(drip.outcome), "timeout") << drip.reason;
}

// 8 MiB of one byte: a bomb by its ratio, or too big when any ratio is allowed.
TEST(Faults, ADecodedBodyHasALimitOfItsOwn) {
  const test::ServerProcess server(test::fault_server({}));
  FetchOptions options = loopback();
  options.max_ratio = 1'000'000;
  const auto network = open_network(options);
  const Fetched fetched = fetch_one(*network, server.url("/bomb"));
  EXPECT_STREQ(outcome_name(fetched.outcome), "too-big-decoded") << fetched.reason;
  EXPECT_LE(fetched.decoded.size(), 4u << 20);
}

TEST(Faults, BodiesAreDecodedAndKeptAsTheyCame) {
  const test::ServerProcess server(test::fault_server({}));
  const auto network = open_network(loopback());
  const Fetched plain = fetch_one(*network, server.url("/ok"));
  ASSERT_GT(plain.body().size(), 1000u);
  EXPECT_FALSE(plain.coded);
  for (const char* path : {"/gzip", "/x-gzip", "/gzip-two", "/gzip-gzip", "/deflate",
                           "/deflate-raw", "/chunked", "/no-length", "/http10", "/trailers"}) {
    const Fetched fetched = fetch_one(*network, server.url(path));
    EXPECT_EQ(fetched.body(), plain.body()) << path;
    EXPECT_EQ(fetched.coded, fetched.wire != plain.wire) << path;
  }
  EXPECT_EQ(fetch_one(*network, server.url("/br")).body(), "hello brotli\n");
  EXPECT_EQ(fetch_one(*network, server.url("/zstd")).body(), "hello zstd\n");
}

TEST(Faults, HeadersAreAsReceived) {
  const test::ServerProcess server(test::fault_server({}));
  const auto network = open_network(loopback());
  const Fetched hints = fetch_one(*network, server.url("/hints"));
  EXPECT_EQ(hints.status_line, "HTTP/1.1 200 OK");
  EXPECT_EQ(hints.header("X-Hint"), "");
  EXPECT_EQ(fetch_one(*network, server.url("/folded")).header("x-long"), "a b");
  EXPECT_EQ(fetch_one(*network, server.url("/trailers")).header("ETag"), "");
  EXPECT_EQ(fetch_one(*network, server.url("/chunked")).header("transfer-encoding"), "chunked");
}

TEST(Faults, RetryAfterIsClamped) {
  const test::ServerProcess server(test::fault_server({}));
  const auto network = open_network(loopback());
  EXPECT_EQ(fetch_one(*network, server.url("/busy-seconds")).retry_after, Span(120s));
  EXPECT_EQ(fetch_one(*network, server.url("/busy-past")).retry_after, Span(0));
  EXPECT_EQ(fetch_one(*network, server.url("/busy-negative")).retry_after, Span(0));
  EXPECT_EQ(fetch_one(*network, server.url("/busy-forever")).retry_after, Span(48h));
  EXPECT_EQ(fetch_one(*network, server.url("/status/503")).retry_after, std::nullopt);
}

TEST(Faults, NobodyListens) {
  std::string url;
  {
    const test::ServerProcess server(test::fault_server({}));
    url = server.url("/ok");
  }
  const auto network = open_network(loopback());
  const Fetched fetched = fetch_one(*network, url);
  EXPECT_STREQ(outcome_name(fetched.outcome), "refused") << fetched.reason;
  EXPECT_EQ(fetched.status, 0);
}

TEST(Faults, UrlsThatAreNone) {
  const auto network = open_network(loopback());
  for (const char* url :
       {"", "x", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http:///a", "//a.example/",
        "http://user@127.0.0.1/", "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y",
        "gopher://127.0.0.1/", "http://127.0.0.1:99999/", "https://[::1/"}) {
    const Fetched fetched = fetch_one(*network, url);
    EXPECT_STREQ(outcome_name(fetched.outcome), "bad-url") << url << " " << fetched.reason;
  }
}

}  // namespace
}  // namespace tamis
