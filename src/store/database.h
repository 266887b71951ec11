// SPDX-License-Identifier: Apache-2.0
// SQLite in a few words: every fault is a Failure that names the file and the remedy. Statements
// are prepared once and kept. Thread rule: one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tamis::store {

class Database {
 public:
  Database(std::string path, bool writes);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  void run(const char* sql);
  sqlite3* get() const { return db_; }
  [[noreturn]] void fail(const char* doing) const;

 private:
  std::string path_;
  bool writes_;
  sqlite3* db_ = nullptr;
};

// Values are bound in the order of the question marks; columns are read in the order of the query.
class Statement {
 public:
  Statement(Database& database, const char* sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(std::int64_t value);
  Statement& bind(double value);
  Statement& bind(std::string_view value);  // text; has to live until the next step()
  bool step();                              // false: no more rows; the statement is then fresh
  void run();                               // for those without rows

  std::int64_t number();
  double real();
  std::string text();

 private:
  void reset();
  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0, column_ = 0;
};

}  // namespace tamis::store
