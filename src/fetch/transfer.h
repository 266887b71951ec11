// SPDX-License-Identifier: Apache-2.0
// Transfer: one libcurl handle, used for one request after another, and what its callbacks gather.
#pragma once

#include "fetch/address.h"
#include "fetch/parsed_urls.h"
#include "fetch/request_lines.h"
#include "fetch/response_head.h"
#include "fetch/url_check.h"
#include "tamis/fetch.h"

#include <curl/curl.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tamis::fetch {

// Which addresses have a request or a connection attempt, and of how many transfers.
using TakenAddresses = std::map<Address, int>;

// What all transfers of a network share. Outlives them.
struct Shared {
  FetchOptions options;
  AllowList allowed;
  ParsedUrls urls;
  RequestLines plain;  // one for all: a hundred copies would fill the caches
  TakenAddresses taken;
  Time now{};  // of the round that is going on
  CURLSH* share = nullptr;
  std::string ca_bundle;
};

// Why a callback of ours ended a transfer.
enum class Stop : std::uint8_t { kNone, kForbidden, kTaken, kTooBig, kHeadersTooBig, kStalled };

// Memory of an earlier answer, for the next one.
struct Spare {
  HttpHeaders headers;
  std::string wire;
};

class Transfer {
 public:
  explicit Transfer(Shared& shared);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  CURL* handle() const { return easy_; }
  void prepare(FetchRequest request, WireUrl url, Time now);
  // Whether nothing was heard for so long that it is to be finished.
  bool stalls(Time now) const { return now - heard_ >= shared_.options.stall; }
  void set_stalled() { stop_ = Stop::kStalled; }
  // What became of it; the transfer can then be prepared again.
  Fetched finish(CURLcode code, Time now, Spare spare);

  std::size_t place = 0;  // the network's

 private:
  static std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
  static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  static int on_request(void* self, char* to, char* from, int to_port, int from_port);

  void set_once();
  void set_url();
  void set_headers();
  bool may_use(const Address& address);
  void release();
  std::string request_text() const;
  void read_times(Fetched& out) const;

  Shared& shared_;
  CURL* easy_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  FetchRequest request_;
  WireUrl url_;
  ParsedUrl parsed_;             // of url_, for libcurl
  RequestLines own_;             // of a request that is not plain
  curl_slist* lines_ = nullptr;  // those that libcurl has: of own_, or shared
  ResponseHead head_;
  std::string body_;
  std::vector<Address> holds_;  // in shared_.taken
  Address last_address_{};
  bool has_address_ = false;
  Stop stop_ = Stop::kNone;
  Time begun_{}, heard_{};  // heard_: when the last byte came
};

}  // namespace tamis::fetch
