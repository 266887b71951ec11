// SPDX-License-Identifier: Apache-2.0
#include "assemble/people.h"

#include "base/utf8.h"

#include <algorithm>

namespace tamis::assembly {
namespace {

constexpr std::size_t kDatelineBytes = 240;   // of the first paragraphs
constexpr std::size_t kSignatureBytes = 300;  // at the end of the last ones
constexpr std::size_t kShortLine = 90;        // bytes of a byline that became a body block

class Collector {
 public:
  Collector(const View& view, const std::vector<std::string>& outlets) : view_(view) {
    for (const std::string& outlet : outlets) outlets_.push_back(bare(outlet));
  }

  People run();

 private:
  void add(std::vector<std::string>& list, const std::vector<std::string>& names) const;
  void read(std::string_view line, People& people) const;
  void datelines();
  void claims();
  bool chinese_page() const;

  const View& view_;
  std::vector<std::string> outlets_;
  People found_;
};

void Collector::add(std::vector<std::string>& list, const std::vector<std::string>& names) const {
  for (const std::string& name : names) {
    const std::string key = bare(name);
    if (std::find(outlets_.begin(), outlets_.end(), key) != outlets_.end()) continue;
    if (view_.bylines.outlet_like(name) && base::count_code_points(name) > 3) continue;
    const bool known = std::any_of(list.begin(), list.end(),
                                   [&](const std::string& other) { return bare(other) == key; });
    if (!known) list.push_back(name);
  }
}

void Collector::read(std::string_view line, People& people) const {
  for (const Field& field : view_.bylines.fields(line)) {
    if (field.role == Role::kAuthor)
      add(people.authors, view_.bylines.people(field.value, field.colon));
    if (field.role == Role::kEditor)
      add(people.editors, view_.bylines.people(field.value, field.colon));
  }
}

// "(记者 米哲 周志强)" near the start, "(光明日报全媒体记者 任鹏)" at the very end.
void Collector::datelines() {
  const std::vector<BlockId>& kept = view_.kept;
  for (std::size_t n = 0; n < kept.size(); ++n) {
    const bool first = n < 2, last = n + 2 >= kept.size();
    if (!first && !last) continue;
    const std::string_view line = view_.line(kept[n]);
    if (line.size() <= kShortLine) {
      // A byline by itself that stayed in the body.
      const std::vector<Field> fields = view_.bylines.fields(line);
      if (!fields.empty() && fields[0].begin < 24 && fields[0].role == Role::kAuthor)
        read(line, found_);
    }
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
      if (first) {
        const std::size_t begin = line.substr(0, kDatelineBytes).find(open);
        const std::size_t end = begin == std::string_view::npos ? begin : line.find(close, begin);
        if (end != std::string_view::npos && end - begin < kDatelineBytes)
          read(line.substr(begin + open.size(), end - begin - open.size()), found_);
      }
      if (last && line.ends_with(close)) {
        const std::size_t begin = line.rfind(open);
        if (begin != std::string_view::npos && line.size() - begin < kSignatureBytes)
          read(line.substr(begin + open.size(), line.size() - begin - open.size() - close.size()),
               found_);
      }
    }
  }
}

void Collector::claims() {
  People claimed;
  const auto read_claims = [&](const std::vector<Claim>& claims, std::vector<std::string>& list) {
    for (const Claim& claim : claims) {
      const std::vector<Field> fields = view_.bylines.fields(claim.value);
      const bool labelled = !fields.empty() && fields[0].begin == 0;
      add(list, view_.bylines.people(labelled ? fields[0].value : claim.value, true));
      if (!list.empty() && claim.by != "json-ld" && claim.by != claims[0].by) break;
    }
  };
  if (found_.authors.empty() || !chinese_page()) read_claims(view_.head.authors, claimed.authors);
  if (found_.editors.empty()) read_claims(view_.head.editors, claimed.editors);
  // Markup names the authors better than lines do, except in China, where it names the system.
  if (!claimed.authors.empty()) found_.authors = claimed.authors;
  if (found_.editors.empty()) found_.editors = claimed.editors;
}

bool Collector::chinese_page() const {
  if (view_.kept.empty()) return false;
  const TextStats& stats = view_.blocks.blocks[view_.kept[view_.kept.size() / 2]].stats;
  return stats.cjk * 2 > stats.characters;
}

People Collector::run() {
  for (const BlockId n : view_.small_print()) read(view_.line(n), found_);
  datelines();
  claims();
  return std::move(found_);
}

}  // namespace

People people(const View& view, const std::vector<std::string>& outlets) {
  return Collector(view, outlets).run();
}

}  // namespace tamis::assembly
