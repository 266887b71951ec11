// SPDX-License-Identifier: Apache-2.0
#include "tamis/rules.h"

#include "base/hash.h"
#include "rules/lazy.h"
#include "rules/phrases.h"
#include "rules/table_reader.h"
#include "tamis/result.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unordered_map>

namespace tamis {

namespace {
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
using TokenMap = std::unordered_map<std::string, TokenHint, StringHash, std::equal_to<>>;
}  // namespace

struct Rules::State {
  std::map<std::string, Table, std::less<>> tables;
  rules::PhraseIndex phrases;
  TokenMap tokens;
  std::map<std::string, Forest, std::less<>> forests;
  std::map<std::string, GramWeights, std::less<>> grams;
  std::string digest;
  std::string directory;
  rules::Lazy language_data;
};

std::optional<Strength> strength_from_name(std::string_view name) {
  if (name == "weak") return Strength::kWeak;
  if (name == "medium") return Strength::kMedium;
  if (name == "strong") return Strength::kStrong;
  return std::nullopt;
}

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) throw Failure("cannot read the rule file " + path.string(), "check --rules DIR");
  return bytes.str();
}

std::vector<std::filesystem::path> files_of(const std::string& directory, const char* extension) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  if (error) {
    throw Failure("cannot read the rules in " + directory + ": " + error.message(),
                  "give their folder with --rules DIR");
  }
  std::sort(files.begin(), files.end());
  return files;
}

TokenMap read_tokens(const Table& table) {
  TokenMap tokens;
  const std::size_t token = rules::column(table, "token"), label = rules::column(table, "label");
  const std::size_t strength = rules::column(table, "strength");
  for (const Row& row : table.rows) {
    const auto name = label_from_name(row.fields[label]);
    if (!name) rules::fail_at(table, row.line, "'" + row.fields[label] + "' is no label");
    const auto power = strength_from_name(row.fields[strength]);
    if (!power) rules::fail_at(table, row.line, "'" + row.fields[strength] + "' is no strength");
    const TokenHint hint{*name == LabelName::kBody, *name, *power, row.line};
    if (!tokens.emplace(row.fields[token], hint).second) {
      rules::fail_at(table, row.line, "the token '" + row.fields[token] + "' stands here twice");
    }
  }
  return tokens;
}

// A data file's header holds a checksum of the rest, which is read on first need.
std::string header_of(const std::filesystem::path& path) {
  constexpr std::size_t kHeader = 64;
  std::string bytes(kHeader, '\0');
  std::ifstream(path, std::ios::binary).read(bytes.data(), kHeader);
  return bytes;
}

}  // namespace

Rules Rules::load(const std::string& directory) {
  auto state = std::make_shared<State>();
  std::uint64_t digest = 0;
  for (const auto& path : files_of(directory, ".tsv")) {
    const std::string bytes = read_file(path);
    digest = base::hash64(path.filename().string(), base::hash64(bytes, digest));
    const std::string name = path.stem().string();
    state->tables.emplace(name, rules::read_table(name, bytes));
  }
  for (const auto& path : files_of(directory, ".model")) {
    const std::string bytes = read_file(path), name = path.stem().string();
    digest = base::hash64(path.filename().string(), base::hash64(bytes, digest));
    state->forests.emplace(name, Forest::parse(bytes, "rules/" + name + ".model"));
  }
  for (const auto& path : files_of(directory, ".grams")) {
    const std::string bytes = read_file(path), name = path.stem().string();
    digest = base::hash64(path.filename().string(), base::hash64(bytes, digest));
    state->grams.emplace(name, GramWeights::parse(bytes, "rules/" + name + ".grams"));
  }
  for (const auto& path : files_of(directory, ".dat")) {
    digest = base::hash64(path.filename().string(), base::hash64(header_of(path), digest));
  }
  state->digest = base::hex(digest);
  state->directory = directory;
  Rules out;
  out.state_ = state;
  state->phrases = rules::PhraseIndex(out.table("phrases"));
  state->tokens = read_tokens(out.table("class-tokens"));
  return out;
}

std::vector<PhraseHit> Rules::match_phrases(std::string_view line) const {
  return state_->phrases.match(line);
}

std::optional<TokenHint> Rules::hint(std::string_view token) const {
  const auto at = state_->tokens.find(token);
  return at == state_->tokens.end() ? std::nullopt : std::optional(at->second);
}

const Table& Rules::table(std::string_view name) const {
  const auto at = state_->tables.find(name);
  if (at == state_->tables.end()) {
    throw Failure("the rules have no file " + std::string(name) + ".tsv", "check --rules DIR");
  }
  return at->second;
}

const std::string& Rules::directory() const {
  return state_->directory;
}

const rules::Lazy& Rules::language_data() const {
  return state_->language_data;
}

const Forest* Rules::forest(std::string_view name) const {
  const auto at = state_->forests.find(name);
  return at == state_->forests.end() ? nullptr : &at->second;
}

const GramWeights* Rules::grams(std::string_view name) const {
  const auto at = state_->grams.find(name);
  return at == state_->grams.end() ? nullptr : &at->second;
}

const std::string& Rules::digest() const {
  return state_->digest;
}

}  // namespace tamis
