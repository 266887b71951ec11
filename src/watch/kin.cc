// SPDX-License-Identifier: Apache-2.0
#include "watch/kin.h"

#include "base/url.h"
#include "base/utf8.h"
#include "json/json.h"
#include "tamis/report.h"
#include "watch/look.h"

namespace tamis::watching {
namespace {

constexpr std::size_t kMostCompared = 16;
constexpr std::size_t kMostBytes = 4u << 20;  // of texts compared for one body, after the first

// The keys before those of relation_json, and those, without the outer braces.
std::string line_of(const std::string& url, const BodyVersion& body, const std::string& relation) {
  json::Writer out;
  out.open_object();
  out.key("time");
  out.text(iso_moment(body.seen));
  out.key("url");
  out.text(url);
  out.key("number");
  out.number(body.number);
  out.close_object();
  const std::string head = out.take();
  return head.substr(1, head.size() - 2) + "," + relation.substr(1, relation.size() - 2);
}

}  // namespace

Entry KinFinder::entry_of(const std::string& url, const std::string& text,
                          const std::string& date) const {
  Entry entry;
  entry.id = url;
  entry.site = base::host_of(url);
  entry.date = date;
  entry.print = fingerprint(text, canon_);
  entry.characters = static_cast<std::uint32_t>(base::count_code_points(text));
  return entry;
}

std::vector<Kin> KinFinder::find(UrlId id, const std::string& url, const BodyVersion& body) {
  std::vector<Entry> pair{entry_of(url, body.text, body.date), {}};
  const std::vector<UrlId> alike = store_.alike(id, pair[0].print, kMostCompared);
  store_.set_print(id, pair[0].print);
  std::vector<Kin> all;
  std::size_t compared = 0;
  for (const UrlId other : alike) {
    const LastSeen seen = store_.last_seen(other);
    if (compared > kMostBytes) break;
    compared += body.text.size() + seen.text.size();
    pair[1] = entry_of(store_.url_of(other), seen.text, seen.date);
    const Relation relation = compare(pair[0], body.text, pair[1], seen.text, canon_, options_);
    if (relation.type == RelationType::kUnrelated || relation.type == RelationType::kSibling)
      continue;
    Kin kin;
    kin.other = other;
    kin.url = pair[1].id;
    kin.type = relation.type;
    kin.score = relation.score;
    kin.copy = relation.type == RelationType::kExact || relation.type == RelationType::kNear;
    kin.story = is_duplicate(relation, options_);
    all.push_back(std::move(kin));
    store_.add_relation(id, line_of(url, body, relation_json(relation, pair)));
  }
  return all;
}

}  // namespace tamis::watching
