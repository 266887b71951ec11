// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"
#include "tamis/watch.h"
#include "watch/load.h"
#include "watch/look.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace tamis {
namespace {

using watching::iso_moment;

std::string line(const char* format, double value) {
  std::array<char, 160> text{};
  std::snprintf(text.data(), text.size(), format, value);
  return text.data();
}

const char* bound_text(DueReason::Bound bound) {
  switch (bound) {
    case DueReason::Bound::kPrice: return "the price of a fetch says so";
    case DueReason::Bound::kFirst: return "it was never fetched";
    case DueReason::Bound::kMin: return "no sooner than the least interval allows";
    case DueReason::Bound::kMax: return "no later than the longest interval allows";
    case DueReason::Bound::kHours: return "its hours begin then";
    case DueReason::Bound::kFailure: return "the last fetch failed";
    case DueReason::Bound::kGone: return "the page is gone: it is looked at ever more rarely";
    case DueReason::Bound::kHint: return "a hint says that it has changed";
  }
  return "";
}

// All that is said of a page.
struct Said {
  WatchedUrl url;
  DueReason reason;
  Moved moved;
  std::vector<BodyVersion> versions;
};

// What its source wants, and what was found out about its name and its text.
std::string circumstances(const Said& said) {
  std::string text;
  for (const CalendarWindow& window : said.url.hours)
    text += "  hours     " + window_text(window) + "\n";
  if (said.url.copies != 0) text += "  copies    on other sites share its rate\n";
  if (!said.moved.target.empty())
    text += "  moved     to " + said.moved.target + " for good, it says; seen " +
            std::to_string(said.moved.count) + " times since " + iso_moment(said.moved.first) +
            "\n";
  return text;
}

std::string as_text(const Said& said) {
  const DueReason& reason = said.reason;
  const UrlEvidence& known = reason.evidence;
  std::string text = said.url.url + "\n";
  text += "  due       " + iso_moment(known.due) + ": " + bound_text(reason.bound) + "\n";
  text += "  rate      " + line("%.3g changes of the article a day", reason.body_rate) +
          line(" (%.3g for its kind at this age", reason.shape_rate) +
          line(" x %.2g for its section", reason.section_scale) +
          line(" x %.2g of its own)", reason.own_scale) + "\n";
  if (reason.raw_rate >= 0)
    text += "            " +
            line("%.3g changes of the bytes a day, which move nothing", reason.raw_rate) + "\n";
  text += "  evidence  " + std::to_string(known.fetches) + " fetches, " +
          std::to_string(known.body_changes) + " found another article, " +
          std::to_string(known.raw_changes) + " other bytes";
  if (known.failures > 0) text += ", the last " + std::to_string(known.failures) + " failed";
  text += "\n";
  if (known.last != 0)
    text += "            last " + iso_moment(known.last) +
            line("; %.3g changes expected since", reason.expected_changes) + "\n";
  if (reason.hint)
    text += std::string("  hint      ") + hint_name(*reason.hint) +
            line(", believed to %.0f %%", 100 * reason.hint_trust) + "\n";
  text += "  budget    " + line("%.3g fetches a day", reason.fetches_per_day) +
          line(", %.3g %% of all", 100 * reason.budget_share) +
          line("; a fetch has to spare %.3g hours of delay", reason.price / 3600) +
          (reason.host_factor > 1 ? line(" (x %.2g: the server's pace binds)", reason.host_factor)
                                  : "") +
          "\n";
  text += circumstances(said);
  for (const BodyVersion& version : said.versions)
    text += "  version " + std::to_string(version.number) + " " + iso_moment(version.seen) + " " +
            (version.kind.empty() ? "first seen" : version.kind) + "\n";
  return text;
}

std::string as_json(const Said& said) {
  const DueReason& reason = said.reason;
  const UrlEvidence& known = reason.evidence;
  json::Writer out;
  const auto real = [&](const char* key, double value) {
    if (value < 0) return;
    out.key(key);
    out.real(value, 6);
  };
  const auto count = [&](const char* key, std::uint32_t value) {
    out.key(key);
    out.number(value);
  };
  const auto text = [&](const char* key, std::string_view value) {
    out.key(key);
    out.text(value);
  };
  out.open_object();
  text("url", said.url.url);
  text("due", iso_moment(known.due));
  text("why", bound_name(reason.bound));
  real("body_rate", reason.body_rate);
  real("raw_rate", reason.raw_rate);
  real("kind_rate", reason.shape_rate);
  real("section_scale", reason.section_scale);
  real("own_scale", reason.own_scale);
  count("fetches", known.fetches);
  count("body_changes", known.body_changes);
  count("raw_changes", known.raw_changes);
  count("failures", known.failures);
  if (known.last != 0) text("last", iso_moment(known.last));
  real("expected_changes", reason.expected_changes);
  if (reason.hint) {
    text("hint", hint_name(*reason.hint));
    real("hint_trust", reason.hint_trust);
  }
  real("fetches_per_day", reason.fetches_per_day);
  real("budget_share", reason.budget_share);
  real("price", reason.price);
  real("host_factor", reason.host_factor);
  if (!said.url.hours.empty()) {
    out.key("hours");
    out.open_array();
    for (const CalendarWindow& window : said.url.hours) out.text(window_text(window));
    out.close_array();
  }
  if (said.url.copies != 0) count("copies", said.url.copies);
  if (!said.moved.target.empty()) {
    text("moved", said.moved.target);
    count("moved_seen", said.moved.count);
  }
  out.key("versions");
  out.open_array();
  for (const BodyVersion& version : said.versions) {
    out.open_object();
    count("number", version.number);
    text("seen", iso_moment(version.seen));
    if (!version.kind.empty()) text("kind", version.kind);
    out.close_object();
  }
  out.close_array();
  out.close_object();
  return out.take() + "\n";
}

}  // namespace

std::string explain_due(Store& store, const std::string& url, Moment now, bool json) {
  const std::optional<UrlId> id = store.find_url(url);
  if (!id) throw Failure("this crawl does not watch " + url, "its name has to be as it was given");
  ScheduleOptions options;
  const double budget = std::strtod(store.note("budget").c_str(), nullptr);
  if (budget > 0) options.fetches_per_day = budget;
  const Schedule schedule = watching::load_schedule(store, options, now);
  const Said said{store.url(*id), schedule.explain(*id, now), store.moved(*id),
                  store.versions(*id)};
  return json ? as_json(said) : as_text(said);
}

}  // namespace tamis
