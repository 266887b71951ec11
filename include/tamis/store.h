// SPDX-License-Identifier: Apache-2.0
// store: the history of a watched crawl. CRAWL/history.db (SQLite, WAL) has the URLs and their
// evidence, what every fetch found, the versions of every body and the differences between them;
// CRAWL/changes.jsonl is the stream of changes that other programs follow.
//
// CRAWL/relations.jsonl is the same for what new bodies have in common with known ones.
//
// Everything between two commits is one transaction. A killed process loses at most the round of
// answers under way; a URL's next due time and its server's pause are committed before the request
// goes out. changes.jsonl is written behind the commit: lines that a kill kept from it are added
// when the store is opened again, so every change stands there exactly once.
//
// changes.jsonl, version 1, one object a change, keys in this order, absent when unknown:
//   {"version":1,"seq":17,"time":"2026-03-14T09:26:53Z","since":"...","url":"...",
//    "kind":"correction","number":2,"title":"...","removed":["..."],"added":["..."],
//    "facts":["940例|945例"],"score":0.97,
//    "relations":[{"type":"near","url":"...","score":0.98}]}
// seq counts from 1 without gaps. The change came between `since` (the last look without it) and
// `time`. kind: see DifferenceKind. number: of the body version that it led to. removed, added:
// lines of the old and the new body, at most 20 of each, each cut at 300 bytes. relations: of the
// new body with the newest bodies of other pages.
//
// relations.jsonl, version 1, one object a relation (tamis/relate.h) of a new body, first ones too:
//   {"version":1,"seq":3,"time":"...","url":"...","number":1,
//    "type":"near","a":"...","b":"...","score":0.98,"evidence":{...}}
// url, number: the body that brought it; a, b: URLs, one of them that one.
// Thread rule: one thread at a time. All calls throw Failure.
#pragma once

#include "tamis/crawl.h"
#include "tamis/fingerprint.h"
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
  std::vector<CalendarWindow> hours;  // none: at any time
  Scope scope;                        // of what it lists; no hosts: its own
  HttpHeaders headers;
  UrlEvidence evidence;
  std::uint32_t copies = 0;  // pages with the same number are copies of one text; 0: none known
};

// What was last seen of it.
struct LastSeen {
  std::uint32_t number = 0;  // of the body version; 0: none
  std::string title, text, date;
  std::string raw;            // hash of the bytes
  Moment at = 0;              // of the last good look
  std::uint32_t missing = 0;  // 1: the last answer was 404; 2: it was reported as gone
  Moment claimed = 0;         // the last dateModified that the page claimed; 0: none
};

// Permanent redirects (301, 308) to one place, not yet believed.
struct Moved {
  std::string target;
  std::uint32_t count = 0;
  Moment first = 0;
};

struct BodyVersion {
  std::uint32_t number = 0;
  Moment seen = 0;
  std::string kind;  // of the difference to the one before; empty: the first
  std::string title, text, date;
};

inline constexpr std::size_t kPrintGrams = 256;

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

  // What its source wants of it now: kind, importance, bounds, hours, scope, headers.
  virtual void set_wanted(UrlId id, const WatchedUrl& wanted) = 0;
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
  virtual void set_claimed(UrlId id, Moment claimed) = 0;

  virtual Moved moved(UrlId id) = 0;  // no target: none
  virtual void set_moved(UrlId id, const Moved& moved) = 0;
  // Its name from now on; find_url knows it by the old one, too.
  virtual void rename_url(UrlId id, const WatchedUrl& named) = 0;

  // Fingerprints of the newest bodies: a sample of the winnowing hashes, at most kPrintGrams each.
  virtual void set_print(UrlId id, const Fingerprint& print) = 0;
  // Other pages whose bodies may be like it, the likeliest first.
  virtual std::vector<UrlId> alike(UrlId id, const Fingerprint& print, std::size_t most) = 0;
  virtual void set_copies(UrlId id, std::uint32_t copies) = 0;
  // `line`: as for add_change.
  virtual void add_relation(UrlId id, const std::string& line) = 0;

  // Exchanges begun before `before` become sums by day, host and outcome; at most `most` of them,
  // the oldest first. False: there are no more.
  virtual bool sum_up_fetches(Moment before, std::size_t most) = 0;
};

}  // namespace tamis
