// SPDX-License-Identifier: Apache-2.0
#include "cli/fetch_seeds.h"

#include "base/file.h"
#include "base/url.h"
#include "base/utf8.h"
#include "tamis/pipeline.h"

#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace tamis::cli {
namespace {

constexpr std::size_t kLeastUrl = std::string_view("http://a").size();

std::string read_all(const std::string& name) {
  if (name != "-") {
    auto bytes = base::read_file(name);
    if (!bytes) throw BadUsage("there is no file " + name, "a URL begins with http:// or https://");
    return *std::move(bytes);
  }
  std::string bytes(1 << 16, '\0');
  std::size_t size = 0;
  while (const std::size_t got = base::read_some(STDIN_FILENO, bytes.data() + size,
                                                 bytes.size() - size, "standard input")) {
    size += got;
    if (size == bytes.size()) bytes.resize(2 * size);
  }
  bytes.resize(size);
  return bytes;
}

SeedSource source_of(std::string_view text, const std::string& place) {
  SeedSource source;
  source.url = base::resolve_url(text, "");
  source.url.resize(std::min(source.url.find('#'), source.url.size()));
  source.place = place;
  if (source.url.empty())
    throw BadUsage(place + ": not a URL: " + std::string(text.substr(0, 80)),
                   "write it whole, like https://news.example/");
  return source;
}

std::vector<SeedSource> read_list(std::string_view rest, const std::string& name) {
  std::vector<SeedSource> out;
  // Lists are long and sources wide: a vector that grows would be copied several times over.
  const auto lines = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n')) + 1;
  out.reserve(std::min(lines, rest.size() / kLeastUrl));
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = base::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.front() != '#')
      out.push_back(source_of(line, name + ":" + std::to_string(number)));
  }
  return out;
}

std::vector<SeedSource> read_file(const std::string& name) {
  const std::string bytes = read_all(name);
  if (!name.ends_with(".toml")) return read_list(bytes, name);
  try {
    return read_sources(bytes, name);
  } catch (const Failure& fault) {
    throw BadUsage(fault.what(), fault.remedy());
  }
}

}  // namespace

std::vector<SeedSource> read_seeds(const std::vector<std::string>& words) {
  std::vector<SeedSource> sources;
  std::unordered_set<std::string> seen;
  for (const std::string& word : words) {
    const bool url = word.starts_with("http://") || word.starts_with("https://");
    std::vector<SeedSource> named;
    if (url)
      named.push_back(source_of(word, "SEEDS"));
    else
      named = read_file(word);
    std::erase_if(named,
                  [&seen](const SeedSource& source) { return !seen.insert(source.url).second; });
    if (sources.empty()) {
      sources = std::move(named);
    } else {
      std::move(named.begin(), named.end(), std::back_inserter(sources));
    }
  }
  if (sources.empty()) throw BadUsage("the seeds name no URL");
  return sources;
}

}  // namespace tamis::cli
