// SPDX-License-Identifier: Apache-2.0
// The tables of history.db. Times are seconds since 1970 UTC, of servers milliseconds.
#pragma once

namespace tamis::store {

inline constexpr int kSchemaVersion = 2;

inline constexpr const char* kSchema = R"sql(
CREATE TABLE IF NOT EXISTS url (      -- what is watched
  id INTEGER PRIMARY KEY,             -- 1 + the schedule's number
  url TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL, section TEXT NOT NULL, kind INTEGER NOT NULL,
  born INTEGER NOT NULL, importance REAL NOT NULL,
  least INTEGER NOT NULL, most INTEGER NOT NULL,
  more TEXT NOT NULL,                 -- scope, hours and headers, a line each
  due INTEGER NOT NULL DEFAULT 0,     -- its next fetch, written before that goes out
  last INTEGER NOT NULL DEFAULT 0,    -- last good fetch
  shape REAL NOT NULL DEFAULT 0, rate REAL NOT NULL DEFAULT 0,
  raw_shape REAL NOT NULL DEFAULT 0, raw_rate REAL NOT NULL DEFAULT 0,
  fetches INTEGER NOT NULL DEFAULT 0, body_changes INTEGER NOT NULL DEFAULT 0,
  raw_changes INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  raw TEXT NOT NULL DEFAULT '', seen INTEGER NOT NULL DEFAULT 0, missing INTEGER NOT NULL DEFAULT 0,
  claimed INTEGER NOT NULL DEFAULT 0, -- the last dateModified that it claimed
  copies INTEGER NOT NULL DEFAULT 0   -- pages with the same number are copies of one text; 0: none known
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
CREATE TABLE IF NOT EXISTS fetch_day (-- what is older, summed up
  day INTEGER NOT NULL,               -- days since 1970
  host TEXT NOT NULL, outcome TEXT NOT NULL,
  count INTEGER NOT NULL, wire INTEGER NOT NULL, ms INTEGER NOT NULL,
  PRIMARY KEY (day, host, outcome)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS moved (    -- permanent redirects that are not yet believed
  url INTEGER PRIMARY KEY, target TEXT NOT NULL, count INTEGER NOT NULL, first INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS alias (    -- names that a page had before it moved
  old TEXT PRIMARY KEY, url INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS print (    -- of the newest bodies: hash of the canonical text
  url INTEGER PRIMARY KEY, exact TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS print_exact ON print (exact);
CREATE TABLE IF NOT EXISTS gram (     -- a sample of their winnowing hashes
  hash INTEGER NOT NULL, url INTEGER NOT NULL, PRIMARY KEY (hash, url)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS gram_url ON gram (url);
CREATE TABLE IF NOT EXISTS relation ( -- relations.jsonl, line by line
  seq INTEGER PRIMARY KEY, url INTEGER NOT NULL, line TEXT NOT NULL
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

// What version 1 did not have, before kSchema adds the new tables.
inline constexpr const char* kToVersion2 = R"sql(
ALTER TABLE url ADD COLUMN claimed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE url ADD COLUMN copies INTEGER NOT NULL DEFAULT 0;
)sql";

}  // namespace tamis::store
