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
#include <utility>

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

// Reads the files of a folder and keeps the digest of all that was read.
class Loader {
 public:
  explicit Loader(const std::string& directory) : directory_(directory) {
    state->directory = directory;
  }

  void read_tables() {
    each(".tsv", [this](const std::string& name, const std::string& bytes) {
      state->tables.emplace(name, rules::read_table(name, bytes));
    });
  }

  void read_models() {
    each(".model", [this](const std::string& name, const std::string& bytes) {
      state->forests.emplace(name, Forest::parse(bytes, "rules/" + name + ".model"));
    });
    each(".grams", [this](const std::string& name, const std::string& bytes) {
      state->grams.emplace(name, GramWeights::parse(bytes, "rules/" + name + ".grams"));
    });
  }

  void see_data() {
    for (const auto& path : files_of(directory_, ".dat")) see(path, header_of(path));
  }

  std::shared_ptr<Rules::State> state = std::make_shared<Rules::State>();

 private:
  template <class Take>
  void each(const char* extension, Take take) {
    for (const auto& path : files_of(directory_, extension)) {
      const std::string bytes = read_file(path);
      see(path, bytes);
      take(path.stem().string(), bytes);
    }
  }

  void see(const std::filesystem::path& path, const std::string& bytes) {
    digest_ = base::hash64(path.filename().string(), base::hash64(bytes, digest_));
    state->digest = base::hex(digest_);
  }

  const std::string& directory_;
  std::uint64_t digest_ = 0;
};

}  // namespace

Rules Rules::of(std::shared_ptr<State> state) {
  State& made = *state;
  Rules out;
  out.state_ = std::move(state);
  made.phrases = rules::PhraseIndex(out.table("phrases"));
  made.tokens = read_tokens(out.table("class-tokens"));
  return out;
}

Rules Rules::load_tables(const std::string& directory) {
  Loader loader(directory);
  loader.read_tables();
  return of(loader.state);
}

Rules Rules::load(const std::string& directory) {
  Loader loader(directory);
  loader.read_tables();
  loader.read_models();
  loader.see_data();
  return of(loader.state);
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
