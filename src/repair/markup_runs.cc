// SPDX-License-Identifier: Apache-2.0
#include "repair/markup_runs.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace tamis::repairing {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool begins(std::string_view text, std::size_t at, std::string_view lower) {
  if (text.size() - at < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c = text[at + i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i]) return false;
  }
  return true;
}

// Behind the first `mark` at or after `at`; the end when there is none.
std::size_t behind(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t found = text.find(mark, at);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

// At the end tag of a raw text element; the end when there is none.
std::size_t raw_end(std::string_view text, std::size_t at, std::string_view end_tag) {
  while ((at = text.find('<', at)) != std::string_view::npos) {
    if (begins(text, at, end_tag)) return at;
    ++at;
  }
  return text.size();
}

class Walker {
 public:
  Walker(std::string_view html, const OnRun& on_run, std::string& out)
      : html_(html), on_run_(on_run), out_(out) {}

  void walk() {
    for (std::size_t at = 0; at < html_.size();) {
      if (html_[at] != '<') {
        const std::size_t end = std::min(html_.find('<', at), html_.size());
        run(at, end);
        at = end;
      } else if (begins(html_, at, "<!--")) {
        at = copy(at, behind(html_, at, "-->"));
      } else {
        at = tag(at);
      }
    }
  }

 private:
  std::size_t copy(std::size_t begin, std::size_t end) {
    out_ += html_.substr(begin, end - begin);
    return end;
  }

  void run(std::size_t begin, std::size_t end) {
    const std::string_view text = html_.substr(begin, end - begin);
    if (is_ascii(text)) {
      out_ += text;
    } else {
      on_run_(text);
    }
  }

  std::size_t tag(std::size_t at) {
    const std::size_t end = behind(html_, at, ">");
    const std::string_view inside = html_.substr(at, end - at);
    if (is_ascii(inside)) {
      copy(at, end);
    } else {
      attributes(at, end);
    }
    if (begins(inside, 0, "<script")) {
      const std::size_t close = raw_end(html_, end, "</script");
      if (inside.find("ld+json") == std::string_view::npos) return copy(end, close);
      run(end, close);
      return close;
    }
    if (begins(inside, 0, "<style")) return copy(end, raw_end(html_, end, "</style"));
    return end;
  }

  void attributes(std::size_t at, std::size_t end) {
    constexpr std::array<std::string_view, 3> kForReaders = {"content=", "alt=", "title="};
    while (at < end) {
      std::size_t quote = at;
      while (quote < end && html_[quote] != '"' && html_[quote] != '\'') ++quote;
      if (quote == end) break;
      const std::size_t close = std::min(html_.find(html_[quote], quote + 1), end);
      const std::string_view before = html_.substr(at, quote - at);
      const std::string_view value = html_.substr(quote + 1, close - std::min(close, quote + 1));
      const bool for_readers =
          std::any_of(kForReaders.begin(), kForReaders.end(), [&](std::string_view name) {
            const std::size_t from = before.size() - std::min(before.size(), name.size());
            return begins(before, from, name);
          });
      copy(at, std::min(quote + 1, end));
      if (for_readers && value.find("://") == std::string_view::npos) {
        run(quote + 1, close);
      } else {
        out_ += value;
      }
      at = std::max(close, quote + 1);
      if (at < end) at = copy(at, at + 1);
    }
    copy(at, end);
  }

  std::string_view html_;
  const OnRun& on_run_;
  std::string& out_;
};

}  // namespace

void for_markup_runs(std::string_view html, const OnRun& on_run, std::string& out) {
  Walker(html, on_run, out).walk();
}

void for_lines(std::string_view text, const OnRun& on_run, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = behind(text, at, "\n");
    const std::string_view line = text.substr(at, end - at);
    if (is_ascii(line)) {
      out += line;
    } else {
      on_run(line);
    }
    at = end;
  }
}

}  // namespace tamis::repairing
