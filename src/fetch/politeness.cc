// SPDX-License-Identifier: Apache-2.0
#include "tamis/politeness.h"

#include "base/hash.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace tamis {
namespace {

constexpr Span kMostLatency = std::chrono::minutes(1);

// No request went out: the server knows nothing of it.
bool never_sent(Outcome outcome) {
  return outcome == Outcome::kServerTaken || outcome == Outcome::kForbiddenAddress ||
         outcome == Outcome::kBadUrl || outcome == Outcome::kOutOfScope ||
         outcome == Outcome::kRobotsDenied || outcome == Outcome::kRobotsUnavailable;
}

Span times(Span span, double factor) {
  return Span(static_cast<Span::rep>(std::ceil(static_cast<double>(span.count()) * factor)));
}

}  // namespace

struct Politeness::State {
  struct Address {
    Time ready{};
    int in_flight = 0;
  };
  struct Name {
    ServerState known;
    Address* address = nullptr;
    int in_flight = 0;
    Time before{};  // known.ready when the request in flight began
  };

  PoliteOptions options;
  std::unordered_map<std::string, Name> names;
  std::unordered_map<std::string, Address> addresses;  // its nodes stay where they are

  Name& at(const std::string& name) {
    const auto [found, fresh] = names.try_emplace(name);
    if (fresh) found->second.known.name = name;
    return found->second;
  }

  const Name* find(const std::string& name) const {
    const auto found = names.find(name);
    return found == names.end() ? nullptr : &found->second;
  }

  void move(Name& name, const std::string& address) {
    if (address.empty() || (name.address != nullptr && name.known.address == address)) return;
    if (name.address != nullptr) name.address->in_flight -= name.in_flight;
    name.known.address = address;
    name.address = &addresses[address];
    name.address->in_flight += name.in_flight;
  }

  Span common_pause(const ServerState& known) const {
    return std::max(options.delay, times(known.latency, options.factor));
  }

  Span pause(const ServerState& known) const {
    return std::max(common_pause(known), known.crawl_delay);
  }

  // Full jitter: anything up to the doubled bound, the same for the same name, seed and count.
  Span backoff(const ServerState& known) const {
    const std::uint32_t doublings = std::min(known.failures - 1, 40u);
    const double most =
        std::min(static_cast<double>(options.backoff.count()) * std::pow(2.0, doublings),
                 static_cast<double>(options.backoff_most.count()));
    const std::uint64_t bits = base::hash64(known.name, options.seed * 1'000'003 + known.failures);
    return Span(static_cast<Span::rep>(most * (static_cast<double>(bits >> 11) * 0x1p-53)));
  }

  void learn_latency(ServerState& known, const Fetched& fetched) const {
    auto sample = std::chrono::ceil<Span>(fetched.times.first_byte);
    if (sample.count() == 0) sample = std::max(Span(0), fetched.ended - fetched.begun);
    sample = std::min(sample, kMostLatency);
    // An answer that is an error is often a quick one: it may not make us faster.
    if (fetched.outcome != Outcome::kOk && fetched.outcome != Outcome::kNotModified)
      sample = std::max(sample, known.latency);
    known.latency = known.latency.count() == 0 ? sample : (3 * known.latency + sample) / 4;
  }
};

Politeness::Politeness(PoliteOptions options) : state_(std::make_unique<State>()) {
  state_->options = options;
}
Politeness::~Politeness() = default;
Politeness::Politeness(Politeness&&) noexcept = default;
Politeness& Politeness::operator=(Politeness&&) noexcept = default;

void Politeness::restore(const ServerState& known) {
  State::Name& name = state_->at(known.name);
  name.known = known;
  name.address = nullptr;
  state_->move(name, known.address);
  if (name.address != nullptr)
    name.address->ready = std::max(name.address->ready, known.address_ready);
}

ServerState Politeness::state(const std::string& name) const {
  const State::Name* found = state_->find(name);
  ServerState known;
  if (found != nullptr) known = found->known;
  known.name = name;
  if (found != nullptr && found->address != nullptr) known.address_ready = found->address->ready;
  return known;
}

std::vector<std::string> Politeness::names() const {
  std::vector<std::string> all;
  all.reserve(state_->names.size());
  for (const auto& [name, known] : state_->names) all.push_back(name);
  std::sort(all.begin(), all.end());
  return all;
}

Time Politeness::ready_at(const std::string& name) const {
  const State::Name* found = state_->find(name);
  if (found == nullptr) return Time{};
  const int most = state_->options.per_server;
  if (found->in_flight >= most) return Time::max();
  if (found->address == nullptr) return found->known.ready;
  if (found->address->in_flight >= most) return Time::max();
  return std::max(found->known.ready, found->address->ready);
}

Span Politeness::pause(const std::string& name) const {
  const State::Name* found = state_->find(name);
  return found == nullptr ? state_->options.delay : state_->pause(found->known);
}

void Politeness::set_crawl_delay(const std::string& name, Span delay) {
  State::Name& found = state_->at(name);
  const Span before = state_->pause(found.known);
  found.known.crawl_delay = std::max(Span(0), delay);
  // robots.txt itself was just fetched: the first page waits as long as the file asks.
  if (found.known.ready != Time{})
    found.known.ready += std::max(Span(0), state_->pause(found.known) - before);
}

void Politeness::begin(const std::string& name, Time now) {
  State::Name& found = state_->at(name);
  ++found.in_flight;
  found.before = found.known.ready;
  found.known.ready = std::max(found.known.ready, now + state_->pause(found.known));
  if (found.address == nullptr) return;
  ++found.address->in_flight;
  found.address->ready = std::max(found.address->ready, now + state_->common_pause(found.known));
}

Time Politeness::end(const std::string& name, const Fetched& fetched) {
  State::Name& found = state_->at(name);
  state_->move(found, fetched.address);
  if (found.in_flight > 0) {
    --found.in_flight;
    if (found.address != nullptr) --found.address->in_flight;
  }
  ServerState& known = found.known;
  if (never_sent(fetched.outcome)) {
    known.ready = found.before;
    return ready_at(name);
  }
  if (fetched.outcome != Outcome::kCancelled) state_->learn_latency(known, fetched);
  known.ready = std::max(found.before, fetched.ended + state_->pause(known));
  if (found.address != nullptr) {
    found.address->ready =
        std::max(found.address->ready, fetched.ended + state_->common_pause(known));
  }
  if (troubles_server(fetched.outcome)) {
    ++known.failures;
    const Span told = fetched.retry_after.value_or(state_->backoff(known));
    known.ready = std::max(known.ready, fetched.ended + told);
  } else if (fetched.outcome != Outcome::kCancelled) {
    known.failures = 0;
  }
  return known.ready;
}

}  // namespace tamis
