// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"
#include "base/hash.h"
#include "sites/rule_file.h"
#include "tamis/result.h"
#include "tamis/sites.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace tamis {

struct SiteRules::State {
  std::vector<SiteRule> rules;
  std::map<std::string, std::size_t, std::less<>> hosts;      // exact
  std::map<std::string, std::size_t, std::less<>> wildcards;  // "*.news.example" as ".news.example"
  std::string digest;
};

namespace {

constexpr std::size_t kLongestHost = 253;  // RFC 1035

// Where the files of one folder name their hosts, to find what stands twice.
using Places = std::map<std::string, std::string, std::less<>>;

std::vector<std::filesystem::path> files_in(const SiteFolder& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<fs::path> files;
  if (folder.optional && !fs::exists(folder.path, error) && !error) return files;
  for (const auto& entry : fs::directory_iterator(folder.path, error)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".toml") && name[0] != '.') files.push_back(entry.path());
  }
  if (error) {
    throw Failure("cannot read the site rules in " + folder.path + ": " + error.message(),
                  "give a folder of *.toml files with --sites DIR");
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string bytes_of(const std::string& path) {
  if (std::optional<std::string> bytes = base::read_file(path)) return *std::move(bytes);
  throw Failure("there is no file " + path);
}

class Loader {
 public:
  void add(const std::string& path, const std::string& name, Places& places) {
    const std::string bytes = bytes_of(path);
    digest_ = base::hash64(name, base::hash64(bytes, digest_));
    sites::ReadRule read = sites::read_rule(bytes, path, name);
    for (std::size_t n = 0; n < read.rule.hosts.size(); ++n) {
      const std::string& host = read.rule.hosts[n];
      const std::string place = path + ":" + std::to_string(read.host_lines[n]);
      const auto [at, fresh] = places.emplace(host, place);
      if (!fresh) {
        throw Failure(place + ": " + host + " has a rule already: " + at->second,
                      "write what holds for one host into one file");
      }
      auto& map = host[0] == '*' ? state_.wildcards : state_.hosts;
      map.insert_or_assign(host[0] == '*' ? host.substr(1) : host, state_.rules.size());
    }
    state_.rules.push_back(std::move(read.rule));
  }

  std::shared_ptr<const SiteRules::State> take() {
    if (!state_.rules.empty()) state_.digest = base::hex(digest_);
    return std::make_shared<const SiteRules::State>(std::move(state_));
  }

 private:
  SiteRules::State state_;
  std::uint64_t digest_ = 0;
};

}  // namespace

SiteRules SiteRules::load(const std::vector<SiteFolder>& folders) {
  Loader loader;
  for (const SiteFolder& folder : folders) {
    Places places;
    for (const std::filesystem::path& file : files_in(folder))
      loader.add(file.string(), folder.name + "/" + file.filename().string(), places);
  }
  SiteRules out;
  out.state_ = loader.take();
  return out;
}

SiteRules SiteRules::load_file(const std::string& path) {
  Loader loader;
  Places places;
  loader.add(path, path, places);
  SiteRules out;
  out.state_ = loader.take();
  return out;
}

bool SiteRules::empty() const {
  return !state_ || state_->rules.empty();
}

std::vector<const SiteRule*> SiteRules::all() const {
  std::vector<const SiteRule*> out;
  if (state_)
    for (const SiteRule& rule : state_->rules) out.push_back(&rule);
  return out;
}

const SiteRule* SiteRules::find(std::string_view host) const {
  if (host.ends_with('.')) host.remove_suffix(1);
  if (empty() || host.empty() || host.size() > kLongestHost) return nullptr;
  if (const auto at = state_->hosts.find(host); at != state_->hosts.end())
    return &state_->rules[at->second];
  for (std::size_t dot = host.find('.'); dot != host.npos; dot = host.find('.', dot + 1))
    if (const auto at = state_->wildcards.find(host.substr(dot)); at != state_->wildcards.end())
      return &state_->rules[at->second];
  return nullptr;
}

std::string SiteRules::digest() const {
  return state_ ? state_->digest : std::string();
}

bool SiteRule::covers(std::string_view host) const {
  return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& pattern) {
    const bool wildcard = pattern[0] == '*';
    return wildcard ? host.ends_with(std::string_view(pattern).substr(1)) : host == pattern;
  });
}

}  // namespace tamis
