// SPDX-License-Identifier: Apache-2.0
#include "fetch/judge.h"

#include "base/url.h"
#include "fetch/content_coding.h"

#include <string_view>

namespace tamis::fetch {
namespace {

constexpr int kTooLarge = 100;  // CURLE_TOO_LARGE, of libcurl 8.6

Outcome of_stop(Stop stop, Outcome otherwise) {
  switch (stop) {
    case Stop::kForbidden: return Outcome::kForbiddenAddress;
    case Stop::kTaken: return Outcome::kServerTaken;
    case Stop::kTooBig: return Outcome::kTooBig;
    case Stop::kHeadersTooBig: return Outcome::kHeadersTooBig;
    case Stop::kStalled:
    case Stop::kNone: break;
  }
  return otherwise;
}

bool mentions(std::string_view words, std::string_view word) {
  return words.find(word) != words.npos;
}

// Slow in which of its stages?
Outcome of_timeout(const Ending& ending, const FetchOptions& options, const Fetched& out) {
  constexpr Span kEarly{50};  // a timer that fires a little before its time
  const bool stalled = ending.stop == Stop::kStalled;
  if (!stalled && out.times.total + kEarly >= options.total) return Outcome::kTimeout;
  if (out.times.dns.count() == 0) return Outcome::kDnsFailure;
  const bool https = out.url.size() > 4 && (out.url[4] == 's' || out.url[4] == 'S');
  const auto ready = https ? out.times.tls : out.times.connect;
  return ready.count() == 0 && out.status == 0 ? Outcome::kConnectTimeout : Outcome::kStalled;
}

// The connection broke, or what came over it made no sense.
Outcome of_broken(const Ending& ending, const Fetched& out) {
  if (mentions(ending.words, "chunked-encoding") || mentions(ending.words, "chunk"))
    return Outcome::kBadResponse;
  return out.status != 0 && ending.code == CURLE_HTTP2_STREAM ? Outcome::kTruncated
                                                              : Outcome::kReset;
}

Outcome of_code(const Ending& ending, const FetchOptions& options, const Fetched& out) {
  if (static_cast<int>(ending.code) == kTooLarge) return Outcome::kHeadersTooBig;
  switch (ending.code) {
    case CURLE_OK: return Outcome::kOk;
    case CURLE_URL_MALFORMAT:
    case CURLE_LOGIN_DENIED: return Outcome::kBadUrl;
    // Without a connection: the scheme. With one: an answer of HTTP/0.9.
    case CURLE_UNSUPPORTED_PROTOCOL:
      return out.address.empty() ? Outcome::kBadUrl : Outcome::kBadResponse;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return Outcome::kDnsFailure;
    case CURLE_COULDNT_CONNECT: return Outcome::kRefused;
    case CURLE_PARTIAL_FILE: return Outcome::kTruncated;
    case CURLE_OPERATION_TIMEDOUT: return of_timeout(ending, options, out);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR: return Outcome::kBadCertificate;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_USE_SSL_FAILED: return Outcome::kTlsFailure;
    case CURLE_WEIRD_SERVER_REPLY: return Outcome::kBadResponse;
    case CURLE_OUT_OF_MEMORY: return Outcome::kHeadersTooBig;  // one line of over 100 KB
    default: return of_broken(ending, out);
  }
}

Outcome of_status(int status, bool conditional) {
  if (status >= 200 && status < 300) return Outcome::kOk;
  switch (status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308: return Outcome::kRedirect;
    case 304: return conditional ? Outcome::kNotModified : Outcome::kClientError;
    case 404:
    case 410: return Outcome::kGone;
    case 429:
    case 503: return Outcome::kBusy;
    default: return status >= 500 ? Outcome::kServerError : Outcome::kClientError;
  }
}

void judge_redirect(Fetched& out) {
  const std::string_view location = out.header("Location");
  if (!location.empty()) out.location = base::resolve_url(out.url, location);
  if (!out.location.empty() && wire_url(out.location)) return;
  out.outcome = Outcome::kBadRedirect;
  out.reason = location.empty() ? "no Location" : "Location is no http or https URL";
  out.location.clear();
}

void judge_body(const FetchOptions& options, Fetched& out) {
  DecodedBody body =
      decode_body(out.wire, out.headers, {options.max_body_bytes, options.max_ratio});
  out.outcome = body.outcome;
  out.reason = std::move(body.reason);
  out.decoded = std::move(body.bytes);
  out.coded = body.coded;
  if (out.outcome == Outcome::kOk && out.body().size() > options.max_body_bytes) {
    out.outcome = Outcome::kTooBigDecoded;
    out.reason = "more than " + std::to_string(options.max_body_bytes) + " bytes";
  }
}

}  // namespace

void judge(const Ending& ending, const FetchOptions& options, Fetched& out) {
  out.outcome =
      ending.code == CURLE_OK ? Outcome::kOk : of_stop(ending.stop, of_code(ending, options, out));
  if (const auto told = out.header("Retry-After"); !told.empty())
    out.retry_after = parse_retry_after(told, out.ended);
  if (out.outcome != Outcome::kOk) {
    out.reason = *ending.words != '\0' ? ending.words : curl_easy_strerror(ending.code);
    return;
  }
  if (ending.contradiction || out.status_line.empty()) {
    out.outcome = Outcome::kBadResponse;
    out.reason = ending.contradiction ? "two values of Content-Length" : "no status line";
    return;
  }
  if (!ending.head_whole) {
    out.outcome = Outcome::kTruncated;
    out.reason = "the headers do not end";
    return;
  }
  out.outcome = of_status(out.status, ending.conditional);
  if (out.outcome == Outcome::kRedirect) judge_redirect(out);
  if (out.outcome == Outcome::kOk) judge_body(options, out);
}

}  // namespace tamis::fetch
