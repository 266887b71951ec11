// SPDX-License-Identifier: Apache-2.0
#include "store/database.h"

#include "tamis/result.h"

#include <sqlite3.h>

namespace tamis::store {

Database::Database(std::string path, bool writes) : path_(std::move(path)), writes_(writes) {
  const int flags = writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  if (sqlite3_open_v2(path_.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK) {
    try {
      fail("open");
    } catch (const Failure&) {
      sqlite3_close(db_);
      throw;
    }
  }
  sqlite3_busy_timeout(db_, 5000);  // somebody looks at the history
}

Database::~Database() {
  sqlite3_close(db_);
}

void Database::fail(const char* doing) const {
  const int code = db_ == nullptr ? SQLITE_NOMEM : sqlite3_errcode(db_);
  std::string remedy;
  switch (code & 0xFF) {
    case SQLITE_FULL: remedy = "make room on the disk; nothing that was written is lost"; break;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      remedy = "put it aside and start again: rates and versions are learned anew, pages are kept";
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: remedy = "another program holds it: end that one"; break;
    default: remedy = writes_ ? "is the folder there, and may it be written to?" : ""; break;
  }
  const char* why = db_ == nullptr ? "out of memory" : sqlite3_errmsg(db_);
  throw Failure(std::string("cannot ") + doing + " " + path_ + ": " + why, remedy);
}

void Database::run(const char* sql) {
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail("write");
}

Statement::Statement(Database& database, const char* sql) : database_(database) {
  if (sqlite3_prepare_v3(database.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement_,
                         nullptr) != SQLITE_OK)
    database.fail("read");
}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

Statement& Statement::bind(std::int64_t value) {
  if (sqlite3_bind_int64(statement_, ++bound_, value) != SQLITE_OK) database_.fail("write");
  return *this;
}

Statement& Statement::bind(double value) {
  if (sqlite3_bind_double(statement_, ++bound_, value) != SQLITE_OK) database_.fail("write");
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  const char* bytes = value.empty() ? "" : value.data();
  if (sqlite3_bind_text64(statement_, ++bound_, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8) !=
      SQLITE_OK)
    database_.fail("write");
  return *this;
}

void Statement::reset() {
  sqlite3_reset(statement_);
  bound_ = 0;
}

bool Statement::step() {
  column_ = 0;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    try {
      database_.fail("write");
    } catch (const Failure&) {
      reset();
      throw;
    }
  }
  reset();
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

std::int64_t Statement::number() {
  return sqlite3_column_int64(statement_, column_++);
}
double Statement::real() {
  return sqlite3_column_double(statement_, column_++);
}
std::string Statement::text() {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column_));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column_++));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

}  // namespace tamis::store
