// SPDX-License-Identifier: Apache-2.0
// store: the history of a watched crawl. CRAWL/history.db (SQLite, WAL) has the URLs and their
// evidence, what every fetch found, the versions of every body and the differences between them;
// CRAWL/changes.jsonl is the stream of changes that other programs follow.
//
// Everything between two commits is one transaction. A killed process loses at most the round of
// answers under way; a URL's next due time and its server's pause are committed before the request
// goes out. changes.jsonl is written behind the commit: lines that a kill kept from it are added
// when the store is opened again, so every change stands there exactly once.
//
// changes.jsonl, version 1, one object a change, keys in this order, absent when unknown:
//   {"version":1,"seq":17,"time":"2026-03-14T09:26:53Z","since":"...","url":"...",
//    "kind":"correction","number":2,"title":"...","removed":["..."],"added":["..."],
//    "facts":["940例|945例"],"score":0.97}
// seq counts from 1 without gaps. The change came between `since` (the last look without it) and
// `time`. kind: see DifferenceKind. number: of the body version that it led to. removed, added:
// lines of the old and the new body, at most 20 of each, each cut at 300 bytes.
// Thread rule: one thread at a time. All calls throw Failure.
#pragma once

#include "tamis/crawl.h"
#include "tamis/schedule.h"
#include "tamis/seedlist.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tamis {

// A URL that is watched. Its number is its UrlId in the schedule.
struct WatchedUrl {
  UrlId id = 0;
  std::string url, host, section;
  ScheduleKind kind = ScheduleKind::kArticle;
  Moment born = 0;
  double importance = 1;
  std::uint32_t least = 0, most = 0;  // bounds of its interval in seconds; 0: none of its own
  Scope scope;                        // of what it lists; no hosts: its own
  HttpHeaders headers;
  UrlEvidence evidence;
};

// What was last seen of it.
struct LastSeen {
  std::uint32_t number = 0;  // of the body version; 0: none
  std::string title, text;
  std::string raw;            // hash of the bytes
  Moment at = 0;              // of the last good look
  std::uint32_t missing = 0;  // 1: the last answer was 404; 2: it was reported as gone
};

struct BodyVersion {
  std::uint32_t number = 0;
  Moment seen = 0;
  std::string kind;  // of the difference to the one before; empty: the first
  std::string title, text, date;
};

class Store : public CrawlMemory {
 public:
  // DIR/history.db, made when missing.
  static std::unique_ptr<Store> open(const std::string& directory);
  // To look only; null when there is none.
  static std::unique_ptr<Store> look(const std::string& directory);

  virtual std::uint32_t size() = 0;
  virtual std::optional<UrlId> find_url(const std::string& url) = 0;
  virtual UrlId add_url(const WatchedUrl& url) = 0;  // numbered 0, 1, 2, ...
  virtual void each_url(const std::function<void(const WatchedUrl&)>& take) = 0;  // by number
  virtual std::string url_of(UrlId id) = 0;
  virtual WatchedUrl url(UrlId id) = 0;

  virtual void set_due(UrlId id, Moment due) = 0;
  virtual void set_evidence(UrlId id, const UrlEvidence& evidence) = 0;
  virtual void set_born(UrlId id, Moment born) = 0;
  // Texts by name: "learned" (Schedule::learned), "budget" (fetches a day).
  virtual void set_note(const std::string& name, const std::string& text) = 0;
  virtual std::string note(const std::string& name) = 0;  // empty: there is none

  virtual LastSeen last_seen(UrlId id) = 0;
  virtual void set_seen(UrlId id, const std::string& raw, Moment at, std::uint32_t missing) = 0;
  virtual void add_version(UrlId id, const BodyVersion& version) = 0;
  virtual std::vector<BodyVersion> versions(UrlId id) = 0;
  // `line`: the event from "time" on, without the outer braces.
  virtual void add_change(UrlId id, const std::string& line) = 0;
  virtual std::uint64_t changes() = 0;
};

}  // namespace tamis
