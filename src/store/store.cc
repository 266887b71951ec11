// SPDX-License-Identifier: Apache-2.0
#include "tamis/store.h"

#include "base/file.h"
#include "store/change_file.h"
#include "store/crawl_tables.h"
#include "store/database.h"
#include "store/more_text.h"
#include "store/moves.h"
#include "store/prints.h"
#include "store/schema.h"
#include "store/url_row.h"

namespace tamis {
namespace {

using store::Database;
using store::Statement;

std::int64_t one_number(Database& database, const char* sql) {
  Statement query(database, sql);
  std::int64_t value = 0;
  while (query.step()) value = query.number();
  return value;
}

void prepare(Database& database, const std::string& path, bool writes) {
  const std::int64_t version = one_number(database, "PRAGMA user_version");
  if (version > store::kSchemaVersion)
    throw Failure(path + " was written by a newer tamis", "use that one, or another folder");
  if (!writes) {
    if (version == store::kSchemaVersion) return;
    throw Failure(path + " was written by an older tamis", "let tamis watch go on with it once");
  }
  // A kill loses nothing under NORMAL; a power cut may lose the last rounds, never the order.
  database.run("PRAGMA journal_mode = WAL");
  database.run("PRAGMA synchronous = NORMAL");
  database.run("PRAGMA cache_size = -16384");
  if (version == store::kSchemaVersion) return;
  database.run("BEGIN");
  if (version == 1) database.run(store::kToVersion2);
  database.run(store::kSchema);
  database.run(("PRAGMA user_version = " + std::to_string(store::kSchemaVersion)).c_str());
  database.run("COMMIT");
}

// Opens and prepares before any statement is made.
struct Opened {
  Opened(const std::string& path, bool writes) : database(path, writes) {
    prepare(database, path, writes);
  }
  Database database;
};

class StoreFile : public Store {
 public:
  StoreFile(const std::string& directory, bool writes)
      : opened_(directory + "/history.db", writes),
        crawl_(opened_.database),
        moves_(opened_.database),
        prints_(opened_.database) {
    if (writes) {
      changes_file_.emplace(database_, directory + "/changes.jsonl", "change");
      relations_file_.emplace(database_, directory + "/relations.jsonl", "relation");
    }
    size_ = static_cast<std::uint32_t>(one_number(database_, "SELECT count(*) FROM url"));
    seq_ = static_cast<std::uint64_t>(
        one_number(database_, "SELECT coalesce(max(seq), 0) FROM change"));
    relation_seq_ = static_cast<std::uint64_t>(
        one_number(database_, "SELECT coalesce(max(seq), 0) FROM relation"));
  }

  // CrawlMemory
  std::optional<KnownUrl> find(const std::string& url) override { return crawl_.find(url); }
  std::vector<ServerState> servers() override { return crawl_.servers(); }
  std::optional<RobotsMemory> robots(const std::string& authority) override {
    return crawl_.robots(authority);
  }
  void beginning(const std::string&, const ServerState& server, Time now) override {
    now_ = now;
    begin();
    crawl_.set_server(server);
  }
  void fetched(const Fetched& answer, const Capture& capture, const ServerState& server) override {
    now_ = answer.ended;
    begin();
    crawl_.fetched(answer, capture);
    crawl_.set_server(server);
  }
  void refused(const std::string& url, Outcome outcome, const std::string& reason) override {
    begin();
    crawl_.refused(url, outcome, reason, now_);
  }
  void robots_read(const std::string& authority, const RobotsMemory& memory) override {
    begin();
    crawl_.set_robots(authority, memory);
  }
  void commit() override {
    if (!open_) return;
    database_.run("COMMIT");
    open_ = false;
    if (changed_ && changes_file_) changes_file_->follow();
    if (related_ && relations_file_) relations_file_->follow();
    changed_ = related_ = false;
  }

  std::uint32_t size() override { return size_; }

  std::optional<UrlId> find_url(const std::string& url) override {
    std::optional<UrlId> id;
    find_url_.bind(url).bind(url);
    while (find_url_.step()) id = static_cast<UrlId>(find_url_.number() - 1);
    return id;
  }

  UrlId add_url(const WatchedUrl& url) override {
    begin();
    const UrlId id = size_++;
    const std::string more = store::more_text(url);
    add_url_.bind(std::int64_t{id} + 1)
        .bind(url.url)
        .bind(url.host)
        .bind(url.section)
        .bind(static_cast<std::int64_t>(url.kind))
        .bind(url.born)
        .bind(url.importance)
        .bind(std::int64_t{url.least})
        .bind(std::int64_t{url.most})
        .bind(more)
        .run();
    return id;
  }

  void each_url(const std::function<void(const WatchedUrl&)>& take) override {
    Statement rows(database_, (std::string(store::kUrlColumns) + "ORDER BY id").c_str());
    while (rows.step()) take(store::read_url(rows));
  }

  std::string url_of(UrlId id) override {
    std::string url;
    url_of_.bind(std::int64_t{id} + 1);
    while (url_of_.step()) url = url_of_.text();
    return url;
  }

  WatchedUrl url(UrlId id) override {
    WatchedUrl found;
    one_url_.bind(std::int64_t{id} + 1);
    while (one_url_.step()) found = store::read_url(one_url_);
    return found;
  }

  void set_wanted(UrlId id, const WatchedUrl& wanted) override {
    begin();
    const std::string more = store::more_text(wanted);
    set_wanted_.bind(static_cast<std::int64_t>(wanted.kind))
        .bind(wanted.importance)
        .bind(std::int64_t{wanted.least})
        .bind(std::int64_t{wanted.most})
        .bind(more)
        .bind(std::int64_t{id} + 1)
        .run();
  }

  void set_due(UrlId id, Moment due) override {
    begin();
    set_due_.bind(due).bind(std::int64_t{id} + 1).run();
  }

  void set_evidence(UrlId id, const UrlEvidence& known) override {
    begin();
    set_evidence_.bind(double{known.shape})
        .bind(double{known.rate})
        .bind(double{known.raw_shape})
        .bind(double{known.raw_rate})
        .bind(std::int64_t{known.fetches})
        .bind(std::int64_t{known.body_changes})
        .bind(std::int64_t{known.raw_changes})
        .bind(std::int64_t{known.failures})
        .bind(known.last)
        .bind(known.due)
        .bind(std::int64_t{known.gone})
        .bind(std::int64_t{id} + 1)
        .run();
  }

  void set_born(UrlId id, Moment born) override {
    begin();
    set_born_.bind(born).bind(std::int64_t{id} + 1).run();
  }

  void set_note(const std::string& name, const std::string& text) override {
    begin();
    Statement put(database_, "INSERT OR REPLACE INTO note VALUES (?, ?)");
    put.bind(name).bind(text).run();
  }

  std::string note(const std::string& name) override {
    Statement get(database_, "SELECT text FROM note WHERE name = ?");
    get.bind(name);
    std::string text;
    while (get.step()) text = get.text();
    return text;
  }

  LastSeen last_seen(UrlId id) override {
    LastSeen seen;
    last_version_.bind(std::int64_t{id} + 1);
    while (last_version_.step()) {
      seen.number = static_cast<std::uint32_t>(last_version_.number());
      seen.title = last_version_.text();
      seen.text = last_version_.text();
      seen.date = last_version_.text();
    }
    last_look_.bind(std::int64_t{id} + 1);
    while (last_look_.step()) {
      seen.raw = last_look_.text();
      seen.at = last_look_.number();
      seen.missing = static_cast<std::uint32_t>(last_look_.number());
      seen.claimed = last_look_.number();
    }
    return seen;
  }

  void set_seen(UrlId id, const std::string& raw, Moment at, std::uint32_t missing) override {
    begin();
    set_seen_.bind(raw).bind(at).bind(std::int64_t{missing}).bind(std::int64_t{id} + 1).run();
  }

  void add_version(UrlId id, const BodyVersion& version) override {
    begin();
    add_version_.bind(std::int64_t{id} + 1)
        .bind(std::int64_t{version.number})
        .bind(version.seen)
        .bind(version.kind)
        .bind(version.title)
        .bind(version.text)
        .bind(version.date)
        .run();
  }

  std::vector<BodyVersion> versions(UrlId id) override {
    Statement rows(database_,
                   "SELECT number, seen, kind, title, text, date FROM version WHERE url = ? "
                   "ORDER BY number");
    rows.bind(std::int64_t{id} + 1);
    std::vector<BodyVersion> all;
    while (rows.step()) {
      BodyVersion version;
      version.number = static_cast<std::uint32_t>(rows.number());
      version.seen = rows.number();
      version.kind = rows.text();
      version.title = rows.text();
      version.text = rows.text();
      version.date = rows.text();
      all.push_back(std::move(version));
    }
    return all;
  }

  void add_change(UrlId id, const std::string& line) override {
    begin();
    ++seq_;
    const std::string whole = "{\"version\":1,\"seq\":" + std::to_string(seq_) + "," + line + "}";
    add_change_.bind(static_cast<std::int64_t>(seq_)).bind(std::int64_t{id} + 1).bind(whole).run();
    changed_ = true;
  }

  std::uint64_t changes() override { return seq_; }

  void set_claimed(UrlId id, Moment claimed) override {
    begin();
    set_claimed_.bind(claimed).bind(std::int64_t{id} + 1).run();
  }

  Moved moved(UrlId id) override { return moves_.moved(id); }
  void set_moved(UrlId id, const Moved& moved) override {
    begin();
    moves_.set_moved(id, moved);
  }
  void rename_url(UrlId id, const WatchedUrl& named) override {
    begin();
    moves_.rename(id, url_of(id), named);
  }

  void set_print(UrlId id, const Fingerprint& print) override {
    begin();
    prints_.set(id, print);
  }
  std::vector<UrlId> alike(UrlId id, const Fingerprint& print, std::size_t most) override {
    return prints_.alike(id, print, most);
  }
  void set_copies(UrlId id, std::uint32_t copies) override {
    begin();
    set_copies_.bind(std::int64_t{copies}).bind(std::int64_t{id} + 1).run();
  }

  void add_relation(UrlId id, const std::string& line) override {
    begin();
    const std::string whole =
        "{\"version\":1,\"seq\":" + std::to_string(++relation_seq_) + "," + line + "}";
    add_relation_.bind(static_cast<std::int64_t>(relation_seq_))
        .bind(std::int64_t{id} + 1)
        .bind(whole)
        .run();
    related_ = true;
  }

  bool sum_up_fetches(Moment before, std::size_t most) override {
    begin();
    return crawl_.sum_up(Time(Span(before * 1000)), most);
  }

 private:
  void begin() {
    if (open_) return;
    database_.run("BEGIN");
    open_ = true;
  }

  Opened opened_;
  Database& database_ = opened_.database;
  store::CrawlTables crawl_;
  store::Moves moves_;
  store::Prints prints_;
  std::optional<store::ChangeFile> changes_file_, relations_file_;
  Statement find_url_{
      database_, "SELECT id FROM url WHERE url = ? UNION ALL SELECT url FROM alias WHERE old = ?"};
  Statement one_url_{database_, (std::string(store::kUrlColumns) + "WHERE id = ?").c_str()};
  Statement url_of_{database_, "SELECT url FROM url WHERE id = ?"};
  Statement add_url_{database_,
                     "INSERT INTO url (id, url, host, section, kind, born, importance, least, "
                     "most, more) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  Statement set_wanted_{database_,
                        "UPDATE url SET kind = ?, importance = ?, least = ?, most = ?, more = ? "
                        "WHERE id = ?"};
  Statement set_due_{database_, "UPDATE url SET due = ? WHERE id = ?"};
  Statement set_born_{database_, "UPDATE url SET born = ? WHERE id = ?"};
  Statement set_evidence_{
      database_,
      "UPDATE url SET shape = ?, rate = ?, raw_shape = ?, raw_rate = ?, fetches = ?, "
      "body_changes = ?, raw_changes = ?, failures = ?, last = ?, due = ?, gone = ? WHERE id = ?"};
  Statement last_version_{
      database_,
      "SELECT number, title, text, date FROM version WHERE url = ? ORDER BY number DESC LIMIT 1"};
  Statement last_look_{database_, "SELECT raw, seen, missing, claimed FROM url WHERE id = ?"};
  Statement set_seen_{database_, "UPDATE url SET raw = ?, seen = ?, missing = ? WHERE id = ?"};
  Statement add_version_{database_, "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?)"};
  Statement add_change_{database_, "INSERT INTO change VALUES (?, ?, ?)"};
  Statement add_relation_{database_, "INSERT INTO relation VALUES (?, ?, ?)"};
  Statement set_claimed_{database_, "UPDATE url SET claimed = ? WHERE id = ?"};
  Statement set_copies_{database_, "UPDATE url SET copies = ? WHERE id = ?"};
  std::uint32_t size_ = 0;
  std::uint64_t seq_ = 0, relation_seq_ = 0;
  Time now_{};
  bool open_ = false, changed_ = false, related_ = false;
};

}  // namespace

std::unique_ptr<Store> Store::open(const std::string& directory) {
  return std::make_unique<StoreFile>(directory, true);
}

std::unique_ptr<Store> Store::look(const std::string& directory) {
  if (!base::file_exists(directory + "/history.db")) return nullptr;
  return std::make_unique<StoreFile>(directory, false);
}

}  // namespace tamis
