// SPDX-License-Identifier: Apache-2.0
// CrawlLog: DIR/.tamis/fetches.jsonl, one line an exchange or a refusal, keys in this order and
// absent when there is nothing to say:
//
//   {"version":1} the first line
//   {"time","url","outcome","status","reason","location","robots","retry_after","etag","modified",
//    "captured","digest","server","address","failures","ready","latency_ms","wire","ms"}
//
// A line of server and ready alone is written before a request goes out: what is in flight when the
// process dies has its pause all the same. time: when the request began. ready: the server is left
// alone until then. captured, digest: the capture that the archive holds of the URL. retry_after:
// seconds. Lines are appended, a round of answers at a time: a kill costs at most the last one, and
// a torn last line is passed over.
#include "base/file.h"
#include "json/json.h"
#include "tamis/crawl.h"

#include <fcntl.h>

#include <unordered_map>

namespace tamis {
namespace {

constexpr std::size_t kBuffer = 1u << 16;

class Forgetful : public CrawlMemory {
 public:
  std::optional<KnownUrl> find(const std::string&) override { return std::nullopt; }
  std::vector<ServerState> servers() override { return {}; }
  std::optional<RobotsMemory> robots(const std::string&) override { return std::nullopt; }
  void beginning(const std::string&, const ServerState&, Time) override {}
  void fetched(const Fetched&, const Capture&, const ServerState&) override {}
  void refused(const std::string&, Outcome, const std::string&) override {}
  void robots_read(const std::string&, const RobotsMemory&) override {}
  void commit() override {}
};

std::int64_t number_at(const json::Value& value, std::string_view key) {
  const json::Value* found = value.find(key);
  const auto* number = found == nullptr ? nullptr : std::get_if<std::int64_t>(&found->data);
  return number == nullptr ? 0 : *number;
}

class CrawlLog : public CrawlMemory {
 public:
  ~CrawlLog() override {
    try {
      flush();
    } catch (const Failure&) {  // the disk is full: commit() has said so, or would have
      buffer_.clear();
    }
  }
  CrawlLog(const CrawlLog&) = delete;
  CrawlLog& operator=(const CrawlLog&) = delete;

  CrawlLog(const std::string& directory, std::string agent)
      : agent_(std::move(agent)), path_(directory + "/.tamis/fetches.jsonl") {
    const auto before = base::read_file(path_);
    if (before) read(*before);
    fd_ = base::open_file(path_, O_WRONLY | O_CREAT | O_APPEND);
    if (!before || before->empty()) {
      buffer_ = "{\"version\":1}\n";
    } else if (before->back() != '\n') {
      buffer_ = "\n";
    }
    commit();
  }

  std::optional<KnownUrl> find(const std::string& url) override {
    const auto found = known_.find(url);
    if (found == known_.end()) return std::nullopt;
    return found->second;
  }

  std::vector<ServerState> servers() override {
    std::vector<ServerState> all;
    for (const auto& [name, server] : servers_) all.push_back(server);
    return all;
  }

  std::optional<RobotsMemory> robots(const std::string&) override { return std::nullopt; }
  void robots_read(const std::string&, const RobotsMemory&) override {}

  void beginning(const std::string&, const ServerState& server, Time now) override {
    if (server.ready <= now) return;  // no pause to be kept
    urgent_ = true;
    json::Writer out(std::move(buffer_));
    out.open_object();
    text(out, "server", server.name);
    text(out, "address", server.address);
    time(out, "ready", server.ready + Span(999), ready_);
    out.close_object();
    (buffer_ = out.take()) += '\n';
  }

  void fetched(const Fetched& answer, const Capture& capture, const ServerState& server) override {
    json::Writer out(std::move(buffer_));
    out.open_object();
    time(out, "time", answer.begun, begun_);
    text(out, "url", answer.url);
    text(out, "outcome", outcome_name(answer.outcome));
    if (answer.status != 0) number(out, "status", answer.status);
    text(out, "reason", answer.reason);
    text(out, "location", answer.location);
    if (answer.outcome == Outcome::kOk) text(out, "robots", read_page_robots(answer, agent_).text);
    if (answer.retry_after) number(out, "retry_after", answer.retry_after->count() / 1000);
    // Validators of a whole answer only; a 304 may bring newer ones (RFC 9111, 4.3.4).
    if (answer.outcome == Outcome::kOk || answer.outcome == Outcome::kNotModified)
      remember(answer, capture, out);
    text(out, "server", server.name);
    text(out, "address", answer.address);
    if (server.failures != 0) number(out, "failures", server.failures);
    time(out, "ready", server.ready + Span(999), ready_);
    number(out, "latency_ms", server.latency.count());
    number(out, "wire", static_cast<std::int64_t>(answer.wire.size()));
    number(out, "ms", (answer.ended - answer.begun).count());
    out.close_object();
    (buffer_ = out.take()) += '\n';
  }

  void refused(const std::string& url, Outcome outcome, const std::string& reason) override {
    json::Writer out(std::move(buffer_));
    out.open_object();
    text(out, "url", url);
    text(out, "outcome", outcome_name(outcome));
    text(out, "reason", reason);
    out.close_object();
    (buffer_ = out.take()) += '\n';
  }

  void commit() override {
    // A line that is lost costs one request more, on conditions; one about a pause may not be lost.
    if (buffer_.empty() || (!urgent_ && buffer_.size() < kBuffer)) return;
    flush();
  }

 private:
  void flush() {
    urgent_ = false;
    base::write_all(fd_.get(), buffer_, path_);
    buffer_.clear();
  }

  static void text(json::Writer& out, const char* key, std::string_view value) {
    if (value.empty()) return;
    out.plain_key(key);
    out.text(value);
  }
  // Most are of the second of the one before.
  struct Second {
    std::chrono::sys_seconds time{};
    std::string text = iso_time(Time{});
  };
  static void time(json::Writer& out, const char* key, Time value, Second& last) {
    const auto second = std::chrono::floor<std::chrono::seconds>(value);
    if (second != last.time) last = {second, iso_time(second)};
    out.plain_key(key);
    out.plain_text(last.text);
  }
  static void number(json::Writer& out, const char* key, std::int64_t value) {
    out.plain_key(key);
    out.number(value);
  }

  void remember(const Fetched& answer, const Capture& capture, json::Writer& out) {
    std::string_view etag = answer.header("ETag"), modified = answer.header("Last-Modified");
    const Capture* kept = &capture;
    if (answer.outcome == Outcome::kNotModified) {
      if (const auto found = known_.find(answer.url); found != known_.end()) {
        const KnownUrl& known = found->second;
        if (etag.empty()) etag = known.etag;
        if (modified.empty()) modified = known.modified;
        if (kept->date.empty()) kept = &known.capture;
      }
    }
    text(out, "etag", etag);
    text(out, "modified", modified);
    text(out, "captured", kept->date);
    text(out, "digest", kept->digest);
    // Without a capture a 304 would leave nothing behind: such a URL is asked for in full.
    if (kept->date.empty()) return;
    KnownUrl now{std::string(etag), std::string(modified), *kept};
    known_[answer.url] = std::move(now);
  }

  void read(const std::string& bytes) {
    std::string_view rest = bytes;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const auto line = json::parse(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line) take(*line);
    }
  }

  void take(const json::Value& line) {
    const std::string server(line.text_at("server"));
    if (!server.empty()) {
      ServerState& state = servers_[server];
      state.name = server;
      if (const auto address = line.text_at("address"); !address.empty()) state.address = address;
      if (line.find("outcome") != nullptr) {
        state.failures = static_cast<std::uint32_t>(number_at(line, "failures"));
        state.latency = Span(number_at(line, "latency_ms"));
      }
      state.ready = parse_iso_time(line.text_at("ready")).value_or(Time{});
      state.address_ready = state.ready;
    }
    if (line.text_at("captured").empty()) return;
    const std::string url(line.text_at("url"));
    KnownUrl& known = known_[url];
    known.etag = line.text_at("etag");
    known.modified = line.text_at("modified");
    known.capture = {url, std::string(line.text_at("captured")),
                     std::string(line.text_at("digest"))};
  }

  std::string agent_, path_;
  base::Fd fd_;
  std::string buffer_;
  bool urgent_ = true;
  Second begun_, ready_;
  std::unordered_map<std::string, KnownUrl> known_;
  std::map<std::string, ServerState> servers_;
};

}  // namespace

std::unique_ptr<CrawlMemory> forgetful_memory() {
  return std::make_unique<Forgetful>();
}

std::unique_ptr<CrawlMemory> logged_memory(const std::string& directory, const std::string& agent) {
  return std::make_unique<CrawlLog>(directory, agent);
}

}  // namespace tamis
