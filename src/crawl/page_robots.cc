// SPDX-License-Identifier: Apache-2.0
// X-Robots-Tag and <meta name=robots>. The bytes are read as ASCII: the words are, whatever the
// page's charset; a page in UTF-16 says nothing here.
#include "tamis/crawl.h"

#include <algorithm>
#include <utility>

namespace tamis {
namespace {

constexpr std::size_t kHead = 64u << 10;
constexpr std::size_t kMostWords = 16;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// `word`: in lower case.
bool is_word(std::string_view text, std::string_view word) {
  return text.size() == word.size() &&
         std::equal(text.begin(), text.end(), word.begin(),
                    [](char in_text, char in_word) { return lower(in_text) == in_word; });
}

// "newsbot" of "newsbot/1.0 (...)".
std::string_view product(std::string_view agent) {
  return agent.substr(0, agent.find_first_of("/ ("));
}

class Reader {
 public:
  explicit Reader(std::string_view agent) : agent_(lowered(product(agent))) {}

  void take_words(std::string_view list) {
    while (!list.empty() && count_ < kMostWords) {
      const std::size_t comma = std::min(list.find(','), list.size());
      const std::string word = lowered(trimmed(list.substr(0, comma)).substr(0, 40));
      list.remove_prefix(std::min(comma + 1, list.size()));
      // "unavailable_after: DATE" and its like have values, which are no words.
      if (word.empty() || word.find(':') != word.npos) continue;
      ++count_;
      said.text += (said.text.empty() ? "" : ", ") + word;
      said.noindex |= word == "noindex" || word == "none";
      said.nofollow |= word == "nofollow" || word == "none";
      said.noarchive |= word == "noarchive" || word == "nocache";
    }
  }

  // "noindex", or "newsbot: noindex" for one agent only.
  void take_header(std::string_view value) {
    const std::size_t colon = value.find(':');
    const bool named = colon != value.npos && value.substr(0, colon).find(',') == value.npos;
    if (named && !is_word(trimmed(value.substr(0, colon)), agent_)) return;
    take_words(named ? value.substr(colon + 1) : value);
  }

  void take_html(std::string_view html) {
    while (!html.empty()) {
      const std::size_t open = html.find('<');
      if (open == html.npos) return;
      html.remove_prefix(open + 1);
      if (html.starts_with('/')) continue;
      if (html.starts_with("!--")) {
        const std::size_t end = html.find("-->", 3);
        if (end == html.npos) return;
        html.remove_prefix(end + 3);
      } else if (html.size() > 4 && is_word(html.substr(0, 4), "meta") &&
                 (is_blank(html[4]) || html[4] == '/')) {
        html.remove_prefix(4);
        take_meta(html);
      }
    }
  }

  PageRobots said;

 private:
  // The attributes up to the tag's end; a tag that does not end says nothing.
  void take_meta(std::string_view& html) {
    std::string name;
    std::string_view content;
    for (;;) {
      while (!html.empty() && (is_blank(html.front()) || html.front() == '/'))
        html.remove_prefix(1);
      if (html.empty()) return;
      if (html.front() == '>') break;
      const std::size_t end = std::min(html.find_first_of("= \t\n\r\f/>", 1), html.size());
      const std::string key = lowered(html.substr(0, end));
      html.remove_prefix(end);
      const std::string_view value = take_value(html);
      if (key == "name") name = lowered(trimmed(value));
      if (key == "content") content = value;
    }
    if (name == "robots" || (name == agent_ && !name.empty())) take_words(content);
  }

  static std::string_view take_value(std::string_view& html) {
    std::string_view ahead = html;
    while (!ahead.empty() && is_blank(ahead.front())) ahead.remove_prefix(1);
    if (ahead.empty() || ahead.front() != '=') return {};
    ahead.remove_prefix(1);
    while (!ahead.empty() && is_blank(ahead.front())) ahead.remove_prefix(1);
    const bool quoted = !ahead.empty() && (ahead.front() == '"' || ahead.front() == '\'');
    const std::size_t from = quoted ? 1 : 0;
    const std::size_t end = quoted ? ahead.find(ahead.front(), 1)
                                   : std::min(ahead.find_first_of(" \t\n\r\f>"), ahead.size());
    if (end == ahead.npos) {
      html = {};
      return {};
    }
    html = ahead.substr(end + from);
    return ahead.substr(from, end - from);
  }

  std::string agent_;
  std::size_t count_ = 0;
};

}  // namespace

PageRobots read_page_robots(const Fetched& answer, std::string_view agent) {
  Reader reader(agent);
  for (const auto& [name, value] : answer.headers) {
    if (is_word(name, "x-robots-tag")) reader.take_header(value);
  }
  const std::string_view type = answer.header("Content-Type");
  if (type.empty() || type.find("html") != type.npos)
    reader.take_html(std::string_view(answer.body()).substr(0, kHead));
  return std::move(reader.said);
}

}  // namespace tamis
