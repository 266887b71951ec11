// SPDX-License-Identifier: Apache-2.0
// What all pages have taught, as text. One line an entry, fields apart by tabs; names with tabs,
// line ends or '%' have these as %XX. Version 1:
//   tamis-schedule 1
//   price   PRICE
//   trust   HINT TOLD CHANGES LIES DAYS       (a number each)
//   place   HOST FACTOR CHANGES LED {TOLD CHANGES LIES DAYS} x hints
//   kind    KIND {EVENTS DAYS} x age bins
//   host    KIND HOST {EVENTS DAYS} x age bins
//   section KIND HOST SECTION EVENTS EXPECTED
#include "base/escape.h"
#include "schedule/state.h"
#include "tamis/result.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tamis {

using schedule::Curve;
using schedule::Trust;

namespace {

constexpr std::string_view kHead = "tamis-schedule 1";

class Out {
 public:
  void line(std::string_view name) {
    if (!text_.empty()) text_.push_back('\n');
    text_.append(name);
  }
  void number(double value) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text_.push_back('\t');
    text_.append(digits.data(), end);
  }
  void name(std::string_view raw) {
    text_.push_back('\t');
    for (const char c : raw) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte >= 0x20 && c != '%')
        text_.push_back(c);
      else
        base::append_escaped(text_, c);
    }
  }
  void trust(const Trust& trust) {
    number(trust.told);
    number(trust.changes);
    number(trust.lies);
    number(trust.days);
  }
  void curve(const Curve& curve) {
    for (std::size_t bin = 0; bin < schedule::kAgeBins; ++bin) {
      number(curve.events[bin]);
      number(curve.days[bin]);
    }
  }
  std::string take() {
    text_.push_back('\n');
    return std::move(text_);
  }

 private:
  std::string text_;
};

[[noreturn]] void broken() {
  throw Failure("what the schedule had learned cannot be read",
                "remove it: the rates are learned anew");
}

class In {
 public:
  explicit In(std::string_view line) : rest_(line) {}
  std::string_view field() {
    if (done_) broken();
    const std::size_t tab = rest_.find('\t');
    const std::string_view head = rest_.substr(0, tab);
    done_ = tab == std::string_view::npos;
    rest_.remove_prefix(done_ ? rest_.size() : tab + 1);
    return head;
  }
  double number() {
    const std::string_view digits = field();
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) broken();
    if (!std::isfinite(value) || value < 0) broken();
    return value;
  }
  std::size_t index(std::size_t count) {
    const double value = number();
    if (value >= static_cast<double>(count) || value != std::floor(value)) broken();
    return static_cast<std::size_t>(value);
  }
  std::string name() {
    const std::string_view raw = field();
    std::string plain;
    for (std::size_t at = 0; at < raw.size(); ++at) {
      if (raw[at] != '%') {
        plain.push_back(raw[at]);
        continue;
      }
      unsigned byte = 0;
      if (at + 2 >= raw.size()) broken();
      if (std::from_chars(&raw[at + 1], &raw[at + 1] + 2, byte, 16).ptr != &raw[at + 1] + 2)
        broken();
      plain.push_back(static_cast<char>(byte));
      at += 2;
    }
    return plain;
  }
  Trust trust() {
    Trust trust;
    trust.told = number();
    trust.changes = number();
    trust.lies = number();
    trust.days = number();
    return trust;
  }
  void curve(Curve& curve) {
    for (std::size_t bin = 0; bin < schedule::kAgeBins; ++bin) {
      curve.events[bin] = number();
      curve.days[bin] = number();
    }
  }

 private:
  std::string_view rest_;
  bool done_ = false;
};

}  // namespace

std::string Schedule::learned() const {
  const State& state = *state_;
  Out out;
  out.line(kHead);
  out.line("price");
  out.number(state.price);
  for (std::size_t hint = 0; hint < kHints; ++hint) {
    out.line("trust");
    out.number(static_cast<double>(hint));
    out.trust(state.trust_in[hint]);
  }
  for (const std::string& host : state.place_names) {
    const schedule::Place& place = state.places[state.place_ids.at(host)];
    out.line("place");
    out.name(host);
    out.number(place.factor);
    out.number(place.changes);
    out.number(place.led);
    for (const Trust& trust : place.trust) out.trust(trust);
  }
  for (std::size_t kind = 0; kind < kScheduleKinds; ++kind) {
    out.line("kind");
    out.number(static_cast<double>(kind));
    out.curve(state.model.root(kind));
  }
  for (const schedule::HostNode& host : state.model.hosts()) {
    out.line("host");
    out.number(static_cast<double>(host.kind));
    out.name(host.name);
    out.curve(host.curve);
  }
  for (const schedule::SectionNode& section : state.model.sections()) {
    const schedule::HostNode& host = state.model.hosts()[section.host];
    out.line("section");
    out.number(static_cast<double>(host.kind));
    out.name(host.name);
    out.name(section.name);
    out.number(section.events);
    out.number(section.expected);
  }
  return out.take();
}

void Schedule::restore_learned(std::string_view text) {
  State& state = *state_;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (first && line != kHead) broken();
    if (std::exchange(first, false)) continue;
    In in(line);
    const std::string_view what = in.field();
    if (what == "price") {
      state.price = in.number();
    } else if (what == "trust") {
      const std::size_t hint = in.index(kHints);
      state.trust_in[hint] = in.trust();
    } else if (what == "place") {
      schedule::Place& place = state.places[state.place(in.name())];
      place.factor = std::max(1.0, in.number());
      place.changes = in.number();
      place.led = in.number();
      for (Trust& trust : place.trust) trust = in.trust();
    } else if (what == "kind") {
      const std::size_t kind = in.index(kScheduleKinds);
      in.curve(state.model.root(kind));
    } else if (what == "host" || what == "section") {
      const auto kind = static_cast<ScheduleKind>(in.index(kScheduleKinds));
      const std::string host = in.name();
      const std::uint32_t place = state.place(host);
      if (what == "host") {
        in.curve(state.model.host(host, kind, place).curve);
      } else {
        const std::uint32_t id = state.section(host, in.name(), kind);
        const double events = in.number();
        state.model.set_section(id, events, in.number());
      }
    } else {
      broken();
    }
  }
  if (first) broken();
  state.model.refresh(0);
}

}  // namespace tamis
