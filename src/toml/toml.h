// SPDX-License-Identifier: Apache-2.0
// TOML 1.0 (toml++, the only place that includes it) as values that know where they stand, and the
// faults a reader of them has to name: site rules and seed lists are read through this.
//
//   const config::File file(bytes, "seeds/a.toml", "seeds/README.md describes the keys");
//   file.check_keys(file.root(), {"version", "source"}, "");
//   file.check_version(1);
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tamis::config {

inline constexpr std::size_t kMaxFileBytes = 1u << 20;

struct Place {
  std::uint32_t line = 1, column = 1;  // 1-based
};

struct Node;
struct Member;
using Array = std::vector<Node>;
using Table = std::vector<Member>;  // in the order of their places
struct Other {};                    // dates and times: nobody reads them

struct Node {
  std::variant<Other, bool, double, std::int64_t, std::string, Array, Table> data;
  Place at;

  const Array* array() const { return std::get_if<Array>(&data); }
  const Table* table() const { return std::get_if<Table>(&data); }
  // A member of a table; null when this is no table or has no such key.
  const Node* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Place at;  // of the key
  Node value;
};

using Known = std::vector<std::string>;

class File {
 public:
  // Throws Failure "PATH:LINE:COLUMN: what is wrong", with `remedy`.
  File(std::string_view bytes, std::string path, std::string remedy);

  const Node& root() const { return root_; }

  [[noreturn]] void fail(Place at, const std::string& message) const;

  // "version = N": there, and no later one than `newest`.
  void check_version(std::int64_t newest) const;
  // Every key is one of `known`; `where` follows the key in the message: " in an example".
  void check_keys(const Node& table, const Known& known, const std::string& where) const;

  // The value, or a fault that says what `what` must be.
  const std::string& text(const Node& node, const std::string& what) const;
  double number(const Node& node, const std::string& what) const;  // integers too
  std::int64_t integer(const Node& node, const std::string& what) const;
  const Table& table(const Node& node, const std::string& what) const;
  // A string, or an array of them, each with its node.
  std::vector<std::pair<std::string, const Node*>> texts(const Node& node,
                                                         const std::string& what) const;

 private:
  std::string path_, remedy_;
  Node root_;
};

}  // namespace tamis::config
