// SPDX-License-Identifier: Apache-2.0
// JSON Feed 1.0 and 1.1 (jsonfeed.org).
#include "discover/readers.h"
#include "json/json.h"

namespace tamis::discovery {
namespace {

// A value costs some forty bytes where the text has two.
constexpr std::size_t kMostBytes = 10u << 20;

}  // namespace

std::optional<Error> read_json_feed(std::string_view utf8, Collector& to) {
  if (utf8.size() > kMostBytes)
    return Error{ErrorKind::kTooBig, "the JSON feed is larger than 10 MiB"};
  const Result<json::Value> feed = json::parse(utf8);
  if (!feed) return feed.error();
  const json::Value* list = feed->find("items");
  if (list != nullptr && list->array() != nullptr) {
    for (const json::Value& item : *list->array()) {
      std::string_view url = item.text_at("url");
      if (url.empty()) url = item.text_at("external_url");
      if (url.empty() && item.text_at("id").starts_with("http")) url = item.text_at("id");
      to.add(
          {std::string(url), std::string(item.text_at("title")),
           std::string(item.text_at("date_published")), std::string(item.text_at("date_modified"))},
          SourceKind::kArticle);
    }
  }
  to.add({std::string(feed->text_at("next_url")), "", "", ""}, SourceKind::kFeed);
  return std::nullopt;
}

}  // namespace tamis::discovery
