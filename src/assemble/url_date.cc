// SPDX-License-Identifier: Apache-2.0
#include "assemble/article_date.h"
#include "assemble/date_tokens.h"

namespace tamis::assembly {
namespace {

bool part_mark(const DateToken& token) {
  return token.is(U'/') || token.is(U'-') || token.is(U'_');
}

std::optional<Moment> day(std::int64_t year, std::int64_t month, std::int64_t date) {
  Moment moment;
  if (year < kFirstYear || year > kLastYear || month > 12 || date > 31) return std::nullopt;
  moment.year = static_cast<int>(year);
  moment.month = static_cast<int>(month);
  moment.day = static_cast<int>(date);
  return plausible(moment) ? std::optional(moment) : std::nullopt;
}

}  // namespace

std::optional<Moment> date_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  url = url.substr(path, 400);
  url = url.substr(0, url.find_first_of("?#"));
  const std::vector<DateToken> tokens = date_tokens(url);
  const auto number = [&](std::size_t at, int least, int most) {
    return at < tokens.size() && tokens[at].number(least, most);
  };
  const auto mark = [&](std::size_t at) { return at < tokens.size() && part_mark(tokens[at]); };
  for (std::size_t n = 0; n < tokens.size(); ++n) {
    const std::int64_t v = tokens[n].value;
    std::optional<Moment> found;
    if (number(n, 4, 4) && mark(n + 1) && number(n + 2, 1, 2) && mark(n + 3) && number(n + 4, 1, 2))
      found = day(v, tokens[n + 2].value, tokens[n + 4].value);
    // /2022/1116/ and /202211/16/
    if (!found && number(n, 4, 4) && mark(n + 1) && number(n + 2, 4, 4) && mark(n + 3))
      found = day(v, tokens[n + 2].value / 100, tokens[n + 2].value % 100);
    if (!found && number(n, 6, 6) && mark(n + 1) && number(n + 2, 2, 2))
      found = day(v / 100, v % 100, tokens[n + 2].value);
    if (!found && number(n, 8, 8)) found = day(v / 10000, v / 100 % 100, v % 100);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace tamis::assembly
