// SPDX-License-Identifier: Apache-2.0
// What a server sees of us: read from the fault server's log.
#include "fetch/server.h"
#include "scratch.h"
#include "tamis/fetch.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tamis {
namespace {

using namespace std::chrono_literals;

const char* const kAgent = "tamistest/1.0 (+https://tamis.example/bot)";

FetchOptions loopback() {
  FetchOptions options;
  options.agent = kAgent;
  options.allow_addresses = {"127.0.0.1"};
  return options;
}

Fetched fetch(Network& network, FetchRequest request) {
  network.start(std::move(request));
  std::vector<Fetched> done;
  const Time end = network.now() + 30s;
  while (done.empty() && network.now() < end) network.wait(end, done);
  EXPECT_EQ(done.size(), 1u);
  return done.empty() ? Fetched() : std::move(done.front());
}

FetchRequest request_for(std::string url) {
  FetchRequest request;
  request.url = std::move(url);
  return request;
}

// "GET /ok HTTP/1.1\r\n..." as the log has it: a JSON array of lines.
std::string as_logged(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '"') out += '\\';
    if (c == '\n')
      out += "\", \"";
    else
      out += c;
  }
  return out;
}

TEST(Manners, TheRequestKeptIsTheRequestSent) {
  const test::Scratch scratch;
  const test::ServerProcess server(test::fault_server(scratch.path("log")));
  const auto network = open_network(loopback());
  FetchRequest request = request_for(server.url("/ok?a=b#part"));
  request.etag = "W/\"x\"";
  request.modified = "Sun, 06 Nov 1994 08:49:37 GMT";
  request.headers = {{"X-Own", "1"}, {"Accept-Language", "de"}, {"X-Evil", "a\r\nX-More: b"}};
  const Fetched fetched = fetch(*network, request);
  EXPECT_TRUE(fetched.request.starts_with("GET /ok?a=b HTTP/1.1\r\nHost: 127.0.0.1:"));
  EXPECT_TRUE(fetched.request.ends_with("\r\n\r\n"));
  const std::string sent = fetched.request.substr(0, fetched.request.size() - 4);
  const std::string log = scratch.read("log");
  EXPECT_NE(log.find("[\"" + as_logged(sent) + "\"]"), log.npos) << log << "\n" << sent;
  for (const char* line :
       {"If-None-Match: W/\"x\"", "If-Modified-Since: Sun, 06", "X-Own: 1", "Accept-Language: de",
        "Accept-Encoding: gzip, deflate, br, zstd", kAgent})
    EXPECT_NE(sent.find(line), sent.npos) << line;
  for (const char* line : {"X-More", "X-Evil", "zh-CN", "Cookie", "Referer", "Authorization"})
    EXPECT_EQ(sent.find(line), sent.npos) << line;
}

// Twice each: a server that was seen before has its part of the URL read already.
TEST(Manners, UrlsAreSentAsTheyAre) {
  const test::Scratch scratch;
  const test::ServerProcess server(test::fault_server(scratch.path("log")));
  const auto network = open_network(loopback());
  for (const char* path :
       {"", "?a=b", "/", "/?", "/ok?", "/ok?a?b", "//ok", "/./a/../ok;x=1&y", "/%E4%b8/%2e%zz",
        "/ok?%E4", "/ok#?", "/'(ok)'?[]{}|^`", "/ok?a", "/ok"}) {
    const std::string url = server.url(path);
    for (int round = 0; round < 2; ++round) {
      const Fetched fetched = fetch(*network, request_for(url));
      EXPECT_NE(fetched.status, 0) << path;
      const std::string line = fetched.request.substr(0, fetched.request.find('\r'));
      std::string expected = std::string(*path == '/' ? "" : "/") + path;
      expected.resize(std::min(expected.find('#'), expected.size()));
      EXPECT_EQ(line, "GET " + expected + " HTTP/1.1");
      const std::string log = scratch.read("log");
      EXPECT_NE(log.find("[\"" + as_logged(line) + "\", "), log.npos) << line << "\n" << log;
    }
  }
}

TEST(Manners, ACodingOfTheCallersReplacesOurs) {
  const test::Scratch scratch;
  const test::ServerProcess server(test::fault_server(scratch.path("log")));
  const auto network = open_network(loopback());
  FetchRequest request = request_for(server.url("/ok"));
  request.headers = {{"accept-encoding", "identity"}};
  const Fetched fetched = fetch(*network, request);
  const std::string sent = fetched.request.substr(0, fetched.request.size() - 4);
  EXPECT_NE(scratch.read("log").find("[\"" + as_logged(sent) + "\"]"), std::string::npos);
  EXPECT_EQ(sent.find("gzip"), sent.npos);
}

TEST(Manners, ValidatorsGiveNotModified) {
  const test::ServerProcess server(test::fault_server({}));
  const auto network = open_network(loopback());
  const Fetched first = fetch(*network, request_for(server.url("/etag")));
  EXPECT_EQ(first.outcome, Outcome::kOk);
  FetchRequest again = request_for(server.url("/etag"));
  again.etag = first.header("ETag");
  again.modified = first.header("Last-Modified");
  const Fetched second = fetch(*network, again);
  EXPECT_STREQ(outcome_name(second.outcome), "not-modified");
  EXPECT_TRUE(second.body().empty());
}

TEST(Manners, CookiesAndTheEnvironmentsProxyAreNotUsed) {
  ::setenv("http_proxy", "http://127.0.0.1:1/", 1);
  ::setenv("all_proxy", "http://127.0.0.1:1/", 1);
  const test::Scratch scratch;
  const test::ServerProcess server(test::fault_server(scratch.path("log")));
  const auto network = open_network(loopback());
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(fetch(*network, request_for(server.url("/cookie"))).outcome, Outcome::kOk);
  EXPECT_EQ(scratch.read("log").find("Cookie"), std::string::npos);
  ::unsetenv("http_proxy");
  ::unsetenv("all_proxy");
}

TEST(Manners, AForbiddenAddressIsNeverAsked) {
  const test::Scratch scratch;
  const test::ServerProcess server(test::fault_server(scratch.path("log")));
  FetchOptions options = loopback();
  options.allow_addresses.clear();
  const auto network = open_network(options);
  const std::string& port = server.port();
  for (const char* host : {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433",
                           "0x7f.1", "0", "127.1", "10.0.0.1", "169.254.169.254"}) {
    const Fetched fetched =
        fetch(*network, request_for("http://" + std::string(host) + ":" + port + "/ok"));
    EXPECT_STREQ(outcome_name(fetched.outcome), "forbidden-address") << host << fetched.reason;
    EXPECT_EQ(fetched.status, 0) << host;
  }
  EXPECT_EQ(scratch.read("log"), "");
}

TEST(Manners, OneRequestAtAnAddress) {
  const test::Scratch scratch;
  const test::ServerProcess server(test::fault_server(scratch.path("log")));
  FetchOptions options = loopback();
  options.total = 1s;
  const auto network = open_network(options);
  network->start(request_for(server.url("/drip")));
  FetchRequest other = request_for("http://localhost:" + server.port() + "/ok");
  other.id = 7;
  network->start(other);
  std::vector<Fetched> done;
  const Time end = network->now() + 30s;
  while (done.size() < 2 && network->now() < end) network->wait(end, done);
  ASSERT_EQ(done.size(), 2u);
  EXPECT_EQ(done[0].id, 7u);
  EXPECT_STREQ(outcome_name(done[0].outcome), "server-taken");
  EXPECT_EQ(done[0].address, "127.0.0.1");
  EXPECT_STREQ(outcome_name(done[1].outcome), "timeout");
  EXPECT_EQ(fetch(*network, other).outcome, Outcome::kOk);  // free again
}

TEST(Manners, NothingOfAnAnswerStaysInTheMemoryThatTheNextOneGets) {
  const test::ServerProcess server(test::fault_server({}));
  const auto network = open_network(loopback());
  std::vector<Fetched> done;
  for (const char* path :
       {"/big", "/hints", "/folded", "/deflate", "/etag", "/empty-body", "/to-ok", "/short",
        "/chunk-cut", "/http09", "/close", "/length-word", "/ok"}) {
    const Fetched fresh = fetch(*open_network(loopback()), request_for(server.url(path)));
    for (int round = 0; round < 2; ++round) {
      done.push_back(fetch(*network, request_for(server.url(path))));
      const Fetched& again = done.back();
      EXPECT_EQ(again.outcome, fresh.outcome) << path;
      EXPECT_EQ(again.wire, fresh.wire) << path;
      EXPECT_EQ(again.body(), fresh.body()) << path;
      EXPECT_EQ(again.status_line, fresh.status_line) << path;
      EXPECT_EQ(again.location, fresh.location) << path;
      EXPECT_EQ(again.headers.size(), fresh.headers.size()) << path;
      for (const auto& [name, value] : fresh.headers) {
        if (name == "Date") continue;
        EXPECT_EQ(again.header(name), value) << path << " " << name;
      }
      network->recycle(done);
      EXPECT_TRUE(done.empty());
    }
  }
}

TEST(Manners, RedirectsComeBackToBeChecked) {
  const test::Scratch scratch;
  const test::ServerProcess server(test::fault_server(scratch.path("log")));
  const auto network = open_network(loopback());
  const Fetched fetched = fetch(*network, request_for(server.url("/to-ok")));
  EXPECT_EQ(fetched.location, server.url("/ok"));
  EXPECT_EQ(scratch.read("log").find(" /ok "), std::string::npos);
  const Fetched away = fetch(*network, request_for(server.url("/to-metadata")));
  EXPECT_EQ(fetch(*network, request_for(away.location)).outcome, Outcome::kForbiddenAddress);
}

TEST(Manners, WaitingEndsOnTimeAndWhenWoken) {
  const auto network = open_network(loopback());
  std::vector<Fetched> done;
  const Time before = network->now();
  network->wait(before + 30ms, done);
  EXPECT_GE(network->now(), before + 30ms);
  network->wake();
  network->wait(before + 1h, done);
  EXPECT_TRUE(done.empty());
  network->start(request_for("http://127.0.0.1:1/"));
  network->cancel_all();
  network->wait(network->now() + 1h, done);
  ASSERT_EQ(done.size(), 1u);
  EXPECT_EQ(done[0].outcome, Outcome::kCancelled);
}

}  // namespace
}  // namespace tamis
