// SPDX-License-Identifier: Apache-2.0
// The article in the data of a page that scripts fill.
#include "base/utf8.h"
#include "head/payload_text.h"
#include "json/json.h"
#include "tamis/head.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace tamis {
namespace {

using json::Value;

constexpr int kMaxDepth = 64;               // of values; JSON in a string counts on
constexpr std::size_t kMaxValues = 500000;  // looked at
constexpr int kMaxInner = 16;               // strings that are read as JSON themselves
constexpr int kMaxStatements = 8;           // of one script
constexpr std::size_t kMaxCandidates = 200;

constexpr std::size_t kLongestKey = 24;

// Keys in lower case.
bool is_body_key(std::string_view key) {
  constexpr std::array<std::string_view, 18> kKeys{
      "articlebody", "body",     "bodyhtml",       "bodytext",    "content",      "contenthtml",
      "contenttext", "contents", "text",           "html",        "richtext",     "fulltext",
      "story",       "article",  "articlecontent", "newscontent", "content_html", "detail"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

// What stands there is nobody's article, or another's.
bool is_other_key(std::string_view key) {
  constexpr std::array<std::string_view, 14> kBegins{
      "comment", "repl",   "relat",   "recommend", "author", "footer", "nav",
      "menu",    "cookie", "consent", "privacy",   "i18n",   "locale", "translation"};
  return std::any_of(kBegins.begin(), kBegins.end(),
                     [&](std::string_view begin) { return key.starts_with(begin); });
}

// Letters and digits, folded: "A Title!" is "atitle".
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::fold_width(base::next_code_point(text, at));
    if (base::is_letter_or_digit(c)) base::append_utf8(out, base::fold_case(c));
  }
  return out;
}

class Search {
 public:
  explicit Search(const Head& head) {
    for (const Claim& claim : head.titles) {
      if (std::string title = bare(claim.value); title.size() >= kLeastTitle)
        titles_.push_back(std::move(title));
    }
  }

  void read(std::string_view script) {
    for (int n = 0; n < kMaxStatements; ++n) {
      const std::string_view json = head::json_of_script(script);
      if (json.empty()) return;
      const Result<Value> value = json::parse(json);
      if (value && value->text() != nullptr) {  // JSON.parse("...")
        inside(*value->text(), 0, false);
      } else if (value) {
        visit(*value, 0, false);
      }
      script.remove_prefix(static_cast<std::size_t>(json.data() - script.data()) + json.size());
    }
  }

  std::string best() {
    const auto by_size = [](const Candidate& a, const Candidate& b) {
      return std::pair(a.titled, a.text.size()) < std::pair(b.titled, b.text.size());
    };
    const auto found = std::max_element(candidates_.begin(), candidates_.end(), by_size);
    if (found == candidates_.end()) return {};
    // A list of articles is none of them.
    const auto rivals = std::count_if(candidates_.begin(), candidates_.end(), [&](const auto& one) {
      return one.titled == found->titled && 2 * one.text.size() > found->text.size() &&
             one.text.substr(0, kSameStart) != found->text.substr(0, kSameStart);
    });
    return rivals > 0 ? std::string() : std::move(found->text);
  }

 private:
  struct Candidate {
    std::string text;
    bool titled;  // it stands beside the page's title
  };
  static constexpr std::size_t kLeastTitle = 12, kLongestTitle = 1000;  // bytes
  static constexpr std::size_t kSameStart = 90;

  void visit(const Value& value, int depth, bool titled) {
    if (depth > kMaxDepth || ++values_ > kMaxValues) return;
    if (const json::Array* array = value.array()) {
      for (const Value& item : *array) visit(item, depth + 1, titled);
    } else if (const json::Object* object = value.object()) {
      const Title own = title_of(*object);
      if (own != Title::kNone) titled = own == Title::kOfPage;
      for (const json::Member& member : *object) member_of(member, depth, titled);
    }
  }

  void member_of(const json::Member& member, int depth, bool titled) {
    const std::string key = base::fold_case(std::string_view(member.key).substr(0, kLongestKey));
    if (is_other_key(key)) return;
    const bool body = is_body_key(key);
    const std::string* text = member.value.text();
    if (text == nullptr) {
      if (body) add(head::text_of_parts(member.value), titled);
      return visit(member.value, depth + 1, titled);
    }
    if (text->size() < head::kLeastBody) return;
    const bool json = text->front() == '{' || text->front() == '[';
    if (json && inner_ < kMaxInner && inside(*text, depth, titled)) return;
    if (body) add(head::text_of_markup(*text), titled);
  }

  // JSON in a string; false when it is not.
  bool inside(const std::string& text, int depth, bool titled) {
    ++inner_;
    const Result<Value> value = json::parse(text);
    if (!value) return false;
    add(head::text_of_parts(*value), titled);
    visit(*value, depth + 1, titled);
    return true;
  }

  void add(std::string text, bool titled) {
    if (candidates_.size() < kMaxCandidates && head::reads_like_article(text))
      candidates_.push_back({std::move(text), titled});
  }

  enum class Title { kNone, kOfPage, kOther };

  // Whose article an object is.
  Title title_of(const json::Object& object) const {
    Title found = Title::kNone;
    for (const json::Member& member : object) {
      const std::string* text = member.value.text();
      if (text == nullptr || text->size() < kLeastTitle || text->size() > kLongestTitle) continue;
      if (member.key != "title" && member.key != "headline" && member.key != "name") continue;
      const std::string own = bare(*text);
      if (own.size() < kLeastTitle) continue;
      found = Title::kOther;
      // The page's may be "Title | Site".
      for (const std::string& title : titles_) {
        if (title.starts_with(own) || own.starts_with(title)) return Title::kOfPage;
      }
    }
    return found;
  }

  std::vector<std::string> titles_;
  std::vector<Candidate> candidates_;
  std::size_t values_ = 0;
  int inner_ = 0;
};

}  // namespace

std::string payload_body(const Tree& tree, const Head& head) {
  Search search(head);
  for (const std::string& payload : tree.payloads) search.read(payload);
  return search.best();
}

}  // namespace tamis
