// SPDX-License-Identifier: Apache-2.0
#include "cli/fetch_seeds.h"

#include "base/file.h"
#include "base/url.h"
#include "base/utf8.h"
#include "tamis/pipeline.h"

#include <unistd.h>

namespace tamis::cli {
namespace {

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

void add(std::string_view text, const std::string& place, std::vector<CrawlItem>& items) {
  CrawlItem item;
  item.url = base::resolve_url(text, "");
  item.url.resize(std::min(item.url.find('#'), item.url.size()));
  item.source = static_cast<std::uint32_t>(items.size());
  if (item.url.empty())
    throw BadUsage(place + ": not a URL: " + std::string(text.substr(0, 80)),
                   "write it whole, like https://news.example/");
  items.push_back(std::move(item));
}

}  // namespace

std::vector<CrawlItem> read_seeds(const std::vector<std::string>& words) {
  std::vector<CrawlItem> items;
  for (const std::string& word : words) {
    if (word.starts_with("http://") || word.starts_with("https://")) {
      add(word, "SEEDS", items);
      continue;
    }
    const std::string bytes = read_all(word);
    std::string_view rest = bytes;
    for (std::size_t number = 1; !rest.empty(); ++number) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = base::trim(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!line.empty() && line.front() != '#')
        add(line, word + ":" + std::to_string(number), items);
    }
  }
  if (items.empty()) throw BadUsage("the seeds name no URL");
  return items;
}

}  // namespace tamis::cli
