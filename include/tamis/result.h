// SPDX-License-Identifier: Apache-2.0
// Errors in two tiers. What is wrong with one page is a value, Error, and travels with the page to
// its record. What breaks the whole run (a rule file with a fault, a full disk) is the one
// exception, Failure, which is caught once, in the command's main.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace tamis {

// Why a page could not be read as an article. The names (error_name) stand in the records.
enum class ErrorKind {
  kUnreadable,         // the file system or the archive would not give the bytes
  kBroken,             // a damaged archive member, record or line
  kEmpty,              // no bytes, or nothing but white space
  kBinary,             // neither HTML nor text (an image, an executable, ...)
  kTooBig,             // over the byte limit, also after decompression (a zip bomb)
  kTooDeep,            // elements nested over the limit
  kTooManyNodes,       // more tree nodes than the limit
  kTooManyAttributes,  // more attributes on one element, or longer ones, than the limit
  kTooMuchWork,        // over the step budget of the parser
};

// The stable name of a kind: "unreadable", "broken", "empty", "binary", "too-big", ...
const char* error_name(ErrorKind kind);

struct Error {
  ErrorKind kind;
  std::string message;  // one line: what, where, and what to do if anything can be done
};

// A value or the Error that stands in its place (std::expected's names, which g++ 12 lacks).
template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return has_value(); }

  // REQUIRES: has_value().
  T& operator*() & { return std::get<T>(state_); }
  const T& operator*() const& { return std::get<T>(state_); }
  T&& operator*() && { return std::get<T>(std::move(state_)); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }

  // REQUIRES: !has_value().
  const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

// A broken run: `what()` names the cause, `remedy()` what the user can do about it (may be empty).
class Failure : public std::runtime_error {
 public:
  explicit Failure(const std::string& cause, std::string remedy = {})
      : std::runtime_error(cause), remedy_(std::move(remedy)) {}
  const std::string& remedy() const { return remedy_; }

 private:
  std::string remedy_;
};

}  // namespace tamis
