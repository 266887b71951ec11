// SPDX-License-Identifier: Apache-2.0
// The tables of history.db. Times are seconds since 1970 UTC, of servers milliseconds.
#pragma once

namespace tamis::store {

inline constexpr int kSchemaVersion = 1;

inline constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS url (      -- what is watched
  id INTEGER PRIMARY KEY,             -- 1 + the schedule's number
  url TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL, section TEXT NOT NULL, kind INTEGER NOT NULL,
  born INTEGER NOT NULL, importance REAL NOT NULL,
  least INTEGER NOT NULL, most INTEGER NOT NULL,
  more TEXT NOT NULL,                 -- scope and headers, a line each
  due INTEGER NOT NULL DEFAULT 0,     -- its next fetch, written before that goes out
  last INTEGER NOT NULL DEFAULT 0,    -- last good fetch
  shape REAL NOT NULL DEFAULT 0, rate REAL NOT NULL DEFAULT 0,
  raw_shape REAL NOT NULL DEFAULT 0, raw_rate REAL NOT NULL DEFAULT 0,
  fetches INTEGER NOT NULL DEFAULT 0, body_changes INTEGER NOT NULL DEFAULT 0,
  raw_changes INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  raw TEXT NOT NULL DEFAULT '', seen INTEGER NOT NULL DEFAULT 0, missing INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS version (  -- bodies
  url INTEGER NOT NULL, number INTEGER NOT NULL, seen INTEGER NOT NULL,
  kind TEXT NOT NULL,                 -- of the difference to the one before
  title TEXT NOT NULL, text TEXT NOT NULL, date TEXT NOT NULL,
  PRIMARY KEY (url, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS change (   -- changes.jsonl, line by line
  seq INTEGER PRIMARY KEY, url INTEGER NOT NULL, line TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS fetch (    -- every exchange and refusal
  time INTEGER NOT NULL, url TEXT NOT NULL, outcome TEXT NOT NULL, status INTEGER NOT NULL,
  reason TEXT NOT NULL, address TEXT NOT NULL, wire INTEGER NOT NULL, ms INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS asked (    -- validators and captures of whole answers
  url TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL,
  captured TEXT NOT NULL, digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS server (   -- politeness
  name TEXT PRIMARY KEY, address TEXT NOT NULL, ready INTEGER NOT NULL,
  address_ready INTEGER NOT NULL, latency INTEGER NOT NULL, crawl_delay INTEGER NOT NULL,
  failures INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS robots (
  authority TEXT PRIMARY KEY, body TEXT NOT NULL, good INTEGER NOT NULL, checked INTEGER NOT NULL,
  failing INTEGER NOT NULL, deferred INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
)sql";

}  // namespace tamis::store
