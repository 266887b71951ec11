// SPDX-License-Identifier: Apache-2.0
#include "toml/toml.h"

#include "base/suggest.h"
#include "tamis/result.h"

#include <toml++/toml.h>

#include <algorithm>
#include <tuple>

namespace tamis::config {
namespace {

Place place_of(const toml::source_region& region) {
  return {static_cast<std::uint32_t>(region.begin.line),
          static_cast<std::uint32_t>(region.begin.column)};
}

// Depth is bounded by toml++ itself.
Node convert(const toml::node& from) {
  Node out;
  out.at = place_of(from.source());
  if (const toml::table* table = from.as_table()) {
    Table members;
    for (auto&& [key, value] : *table)
      members.push_back({std::string(key.str()), place_of(key.source()), convert(value)});
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
      return std::tie(a.at.line, a.at.column, a.key) < std::tie(b.at.line, b.at.column, b.key);
    });
    out.data = std::move(members);
  } else if (const toml::array* array = from.as_array()) {
    Array items;
    for (const toml::node& item : *array) items.push_back(convert(item));
    out.data = std::move(items);
  } else if (const auto text = from.value_exact<std::string>()) {
    out.data = *text;
  } else if (const auto integer = from.value_exact<std::int64_t>()) {
    out.data = *integer;
  } else if (const auto real = from.value_exact<double>()) {
    out.data = *real;
  } else if (const auto truth = from.value_exact<bool>()) {
    out.data = *truth;
  }
  return out;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  if (const Table* members = table())
    for (const Member& member : *members)
      if (member.key == key) return &member.value;
  return nullptr;
}

File::File(std::string_view bytes, std::string path, std::string remedy)
    : path_(std::move(path)), remedy_(std::move(remedy)) {
  if (bytes.size() > kMaxFileBytes) fail({}, "the file is larger than 1 MiB");
  try {
    root_ = convert(toml::parse(bytes, path_));
  } catch (const toml::parse_error& error) {
    fail(place_of(error.source()), "no TOML: " + std::string(error.description()));
  }
}

void File::fail(Place at, const std::string& message) const {
  throw Failure(
      path_ + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + message,
      remedy_);
}

void File::check_version(std::int64_t newest) const {
  const Node* version = root_.find("version");
  if (version == nullptr)
    throw Failure(path_ + ":1:1: the version is missing", "begin the file with: version = 1");
  const auto* number = std::get_if<std::int64_t>(&version->data);
  if (number == nullptr || *number < 1) fail(version->at, "version must be 1");
  if (*number > newest)
    fail(version->at, "version " + std::to_string(*number) +
                          " is of a later tamis; this one reads version " + std::to_string(newest));
}

void File::check_keys(const Node& table, const Known& known, const std::string& where) const {
  const Table* members = table.table();
  if (members == nullptr) return;
  for (const Member& member : *members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    const std::string near = base::nearest(member.key, known);
    fail(member.at, "there is no key " + member.key + where +
                        (near.empty() ? "" : "; did you mean " + near + "?"));
  }
}

const std::string& File::text(const Node& node, const std::string& what) const {
  const auto* text = std::get_if<std::string>(&node.data);
  if (text == nullptr) fail(node.at, what + " must be a string");
  return *text;
}

double File::number(const Node& node, const std::string& what) const {
  if (const auto* real = std::get_if<double>(&node.data)) return *real;
  const auto* whole = std::get_if<std::int64_t>(&node.data);
  if (whole == nullptr) fail(node.at, what + " must be a number");
  return static_cast<double>(*whole);
}

std::int64_t File::integer(const Node& node, const std::string& what) const {
  const auto* whole = std::get_if<std::int64_t>(&node.data);
  if (whole == nullptr) fail(node.at, what + " must be a whole number");
  return *whole;
}

const Table& File::table(const Node& node, const std::string& what) const {
  const Table* members = node.table();
  if (members == nullptr) fail(node.at, what + " must be a table");
  return *members;
}

std::vector<std::pair<std::string, const Node*>> File::texts(const Node& node,
                                                             const std::string& what) const {
  std::vector<std::pair<std::string, const Node*>> out;
  if (const Array* list = node.array()) {
    for (const Node& item : *list) out.emplace_back(text(item, "each " + what), &item);
  } else {
    if (!std::holds_alternative<std::string>(node.data))
      fail(node.at, what + " must be a string or an array of strings");
    out.emplace_back(text(node, what), &node);
  }
  return out;
}

}  // namespace tamis::config
