// SPDX-License-Identifier: Apache-2.0
#include "tamis/fetch.h"

#include <algorithm>
#include <iterator>

namespace tamis {
namespace {

struct Row {
  Outcome outcome;
  const char* name;
  bool server;     // troubles_server
  bool transient;  // is_transient
};

// In the order of the enumeration.
constexpr Row kRows[] = {
    {Outcome::kOk, "ok", false, false},
    {Outcome::kNotModified, "not-modified", false, false},
    {Outcome::kRedirect, "redirect", false, false},
    {Outcome::kGone, "gone", false, false},
    {Outcome::kClientError, "client-error", false, false},
    {Outcome::kBusy, "busy", true, true},
    {Outcome::kServerError, "server-error", true, true},
    {Outcome::kDnsFailure, "dns-failure", true, true},
    {Outcome::kRefused, "refused", true, true},
    {Outcome::kConnectTimeout, "connect-timeout", true, true},
    {Outcome::kBadCertificate, "bad-certificate", true, true},
    {Outcome::kTlsFailure, "tls-failure", true, true},
    {Outcome::kReset, "reset", true, true},
    {Outcome::kStalled, "stalled", true, true},
    {Outcome::kTimeout, "timeout", true, true},
    {Outcome::kTruncated, "truncated", false, true},
    {Outcome::kBadCoding, "bad-coding", false, true},
    {Outcome::kBadResponse, "bad-response", false, true},
    {Outcome::kHeadersTooBig, "headers-too-big", false, false},
    {Outcome::kTooBig, "too-big", false, false},
    {Outcome::kTooBigDecoded, "too-big-decoded", false, false},
    {Outcome::kBomb, "bomb", false, false},
    {Outcome::kBadRedirect, "bad-redirect", false, false},
    {Outcome::kRedirectLoop, "redirect-loop", false, false},
    {Outcome::kTooManyRedirects, "too-many-redirects", false, false},
    {Outcome::kBadUrl, "bad-url", false, false},
    {Outcome::kForbiddenAddress, "forbidden-address", false, false},
    {Outcome::kServerTaken, "server-taken", false, true},
    {Outcome::kRobotsDenied, "robots-denied", false, false},
    {Outcome::kRobotsUnavailable, "robots-unavailable", false, true},
    {Outcome::kOutOfScope, "out-of-scope", false, false},
    {Outcome::kCancelled, "cancelled", false, true},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    if (kRows[i].outcome != static_cast<Outcome>(i)) return false;
  }
  return kRows[std::size(kRows) - 1].outcome == Outcome::kCancelled;
}
static_assert(in_order());

const Row& row(Outcome outcome) {
  return kRows[static_cast<std::size_t>(outcome)];
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace

const char* outcome_name(Outcome outcome) {
  return row(outcome).name;
}

std::optional<Outcome> outcome_from_name(std::string_view name) {
  for (const Row& known : kRows) {
    if (name == known.name) return known.outcome;
  }
  return std::nullopt;
}

bool troubles_server(Outcome outcome) {
  return row(outcome).server;
}

bool is_transient(Outcome outcome) {
  return row(outcome).transient;
}

std::string_view Fetched::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (key.size() == name.size() &&
        std::equal(key.begin(), key.end(), name.begin(),
                   [](char a, char b) { return lower(a) == lower(b); })) {
      return value;
    }
  }
  return {};
}

}  // namespace tamis
