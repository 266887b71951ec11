// SPDX-License-Identifier: Apache-2.0
#include "pipeline/groups.h"

#include "json/json.h"
namespace tamis::pipeline {
namespace {

constexpr std::string_view kOpens = R"("group":{"id":")";
constexpr std::size_t kDigits = 16, kMostKnown = 100'000;

}  // namespace

const std::string& Groups::counts(const std::string& id) {
  const auto found = known_.find(id);
  if (found != known_.end()) return found->second;
  if (known_.size() >= kMostKnown) known_.clear();
  const DigestGroup group = group_of(memory_, id);
  json::Writer out;
  out.open_object();
  out.key("pages");
  out.number(std::uint64_t{group.pages});
  if (!group.sites.empty()) {
    out.key("sites");
    out.open_array();
    for (const std::string& site : group.sites) out.text(site);
    out.close_array();
  }
  out.close_object();
  std::string text = out.take();
  text[0] = ',';  // it goes on an object
  return known_.emplace(id, std::move(text)).first->second;
}

std::string Groups::fill(std::string_view line) {
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t found = line.find(kOpens, at);
    const std::size_t end = found + kOpens.size() + kDigits;
    if (found == std::string_view::npos || end + 2 > line.size()) break;
    const bool bare = line.substr(end, 2) == "\"}";
    out += line.substr(at, end + 1 - at);
    at = end + 1;
    if (!bare) continue;
    out += counts(std::string(line.substr(end - kDigits, kDigits)));
    ++at;
  }
  return out += line.substr(at);
}

}  // namespace tamis::pipeline
