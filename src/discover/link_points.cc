// SPDX-License-Identifier: Apache-2.0
#include "discover/link_points.h"

#include "base/utf8.h"
#include "discover/normal_url.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tamis::discovery {
namespace {

constexpr float kNoPage = -100;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty() && out.size() < 32) {
    path.remove_prefix(1);  // the slash
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    if (!segment.empty()) out.push_back(segment);
  }
  return out;
}

// Taken off the path, with the slashes around it.
std::string_view last_segment(std::string_view& path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  const std::string_view segment = path.substr(slash + 1);  // npos + 1 is 0
  path = path.substr(0, slash == path.npos ? 0 : slash);
  return segment;
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_year(std::string_view digits) {
  return digits.size() == 4 && number(digits) >= 1990 && number(digits) <= 2100;
}
bool is_month(std::string_view digits) {
  return !digits.empty() && digits.size() <= 2 && number(digits) >= 1 && number(digits) <= 12;
}
bool is_day(std::string_view digits) {
  return !digits.empty() && digits.size() <= 2 && number(digits) >= 1 && number(digits) <= 31;
}

std::vector<std::string_view> digit_runs(std::string_view path) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < path.size() && out.size() < 64;) {
    if (!is_digit(path[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < path.size() && is_digit(path[end])) ++end;
    out.push_back(path.substr(at, end - at));
    at = end;
  }
  return out;
}

// 2025/03/21, 20250321, 202503/21, 2025-03: runs with one sign or none between them.
bool has_date(std::string_view path) {
  const std::vector<std::string_view> runs = digit_runs(path);
  for (std::size_t n = 0; n < runs.size(); ++n) {
    const std::string_view run = runs[n];
    if (run.size() >= 8 && is_year(run.substr(0, 4)) && is_month(run.substr(4, 2)) &&
        is_day(run.substr(6, 2)))
      return true;
    const bool next = n + 1 < runs.size() && runs[n + 1].data() == run.data() + run.size() + 1;
    if (!next) continue;
    if (is_year(run) &&
        (is_month(runs[n + 1]) || (runs[n + 1].size() == 4 && is_month(runs[n + 1].substr(0, 2)) &&
                                   is_day(runs[n + 1].substr(2)))))
      return true;
    if (run.size() == 6 && is_year(run.substr(0, 4)) && is_month(run.substr(4)) &&
        is_day(runs[n + 1]))
      return true;
  }
  return false;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// 2025/mar/21
bool has_named_month(const std::vector<std::string_view>& segments) {
  constexpr std::string_view kMonths = "jan feb mar apr may jun jul aug sep oct nov dec";
  for (std::size_t n = 0; n + 2 < segments.size(); ++n) {
    const std::string month = base::fold_case(segments[n + 1]);
    if (is_number(segments[n]) && is_year(segments[n]) && month.size() == 3 &&
        kMonths.find(month) != kMonths.npos && !segments[n + 2].empty() &&
        is_digit(segments[n + 2][0]))
      return true;
  }
  return false;
}

// Words joined by - or _, as in a slug.
int words_of(std::string_view stem) {
  int words = 0;
  bool in_word = false;
  for (const char c : stem) {
    const bool letter = is_letter(c) || c == '%';
    if (letter && !in_word) ++words;
    in_word = letter || (in_word && is_digit(c));
    if (c == '-' || c == '_') in_word = false;
  }
  return words;
}

float stem_points(std::string_view stem) {
  std::size_t longest = 0;
  for (const std::string_view run : digit_runs(stem)) longest = std::max(longest, run.size());
  const bool all_digits = longest == stem.size();
  float points = 0;
  if (longest >= 4 || (all_digits && longest >= 3))
    points += 1.5F;
  else if (longest == 3)
    points += 1;
  const int words = words_of(stem);
  const bool joined = stem.find_first_of("-_") != stem.npos;
  if (joined && words >= 4)
    points += 2;
  else if (joined && words == 3)
    points += 1.5F;
  const bool mixed = longest > 0 && words > 0;
  if (!joined && mixed && stem.size() >= 10 && longest < 4) points += 1.5F;  // a key: AbC12xYz9q
  return points;
}

// "list_2" is a list, too.
bool is_list(std::string_view word, const LinkRules& rules) {
  const std::string small = base::fold_case(word);
  if (rules.is_section(small)) return true;
  const std::size_t end = small.find_last_not_of("0123456789-_");
  return end != small.npos && rules.is_section(std::string_view(small).substr(0, end + 1));
}

bool has_number(std::string_view query) {
  for (const std::string_view run : digit_runs(query))
    if (run.size() >= 3) return true;
  return false;
}

}  // namespace

float url_points(std::string_view url, const LinkRules& rules) {
  const UrlParts parts = parts_of(url);
  const std::vector<std::string_view> segments = segments_of(parts.path);
  const bool numbered = has_number(parts.query);
  if (segments.empty()) return numbered ? 0.0F : -6.0F;
  std::string_view stem = segments.back();
  std::string extension;
  if (const auto dot = stem.rfind('.'); dot != stem.npos && stem.size() - dot <= 6) {
    extension = base::fold_case(stem.substr(dot + 1));
    stem = stem.substr(0, dot);
  }
  if (rules.is_file(extension)) return kNoPage;
  float points = stem_points(stem);
  const bool dated = has_date(parts.path) || has_named_month(segments);
  if (dated) points += 2.5F;
  if (numbered) points += 1.5F;
  if (extension.find("htm") != extension.npos) points += 0.5F;
  const bool bare = points <= 0;
  if (is_list(stem, rules)) points -= 4;
  for (std::size_t n = 0; n + 1 < segments.size(); ++n) {
    if (!is_list(segments[n], rules)) continue;
    points -= dated ? 0.5F : 2.0F;
    break;
  }
  if (bare && parts.path.ends_with('/')) points -= 1.5F;
  if (bare && segments.size() == 1) points -= 2;
  return points;
}

float text_points(std::string_view text) {
  float units = 0;
  bool in_word = false, letters = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (base::is_cjk(c)) {
      units += 1;
      letters = true;
      in_word = false;
    } else if (base::is_letter_or_digit(c)) {
      if (!in_word) units += 1.7F;
      in_word = true;
      letters = letters || !base::is_digit(c);
    } else {
      in_word = c == '\'' && in_word;
    }
  }
  if (units <= 0) return -0.5F;  // a picture
  if (!letters) return -3;       // a page's number
  if (units >= 10) return 2;
  if (units >= 7) return 1;
  return units >= 5 ? 0.0F : -1.5F;
}

float likely_of(float points) {
  return 1 / (1 + std::exp(2 - points));
}

std::string url_shape(std::string_view url) {
  const UrlParts parts = parts_of(url);
  std::string out(parts.host);
  const std::size_t last = parts.path.rfind('/', parts.path.size() < 2 ? 0 : parts.path.size() - 2);
  for (std::size_t at = 0; at < parts.path.size(); ++at) {
    const char c = parts.path[at];
    const bool word = at > last && last != std::string_view::npos && (is_letter(c) || c == '-');
    const char kind = is_digit(c) ? '0' : word ? 'w' : c;
    if ((kind == '0' || kind == 'w') && out.ends_with(kind)) continue;
    if (kind == '0' && out.ends_with('w') && word) continue;
    out += kind;
  }
  if (!parts.query.empty()) out += "?" + std::string(parts.query.substr(0, parts.query.find('=')));
  return out;
}

std::optional<SourceKind> guess_list(std::string_view url) {
  std::string_view path = parts_of(url).path;
  const std::string last = base::fold_case(last_segment(path));
  if (last.find("sitemap") != last.npos) return SourceKind::kSitemap;
  const std::string stem = last.substr(0, last.rfind('.'));
  for (const char* word : {"rss", "rss2", "atom", "feed", "feeds"})
    if (stem == word) return SourceKind::kFeed;
  for (const char* extension : {".xml", ".rdf", ".rss", ".atom"})
    if (last.ends_with(extension)) return SourceKind::kFeed;
  const std::string above = base::fold_case(last_segment(path));
  if (above == "rss" || above == "feed" || above == "feeds") return SourceKind::kFeed;
  return std::nullopt;
}

SourceKind guess_kind(std::string_view url, const LinkRules& rules) {
  if (const auto list = guess_list(url)) return *list;
  return url_points(url, rules) >= 1.5F ? SourceKind::kArticle : SourceKind::kSection;
}

}  // namespace tamis::discovery
