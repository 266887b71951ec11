// SPDX-License-Identifier: Apache-2.0
#include "fetch/transfer.h"

#include "fetch/judge.h"

#include <sys/socket.h>

#include <algorithm>
#include <new>
#include <utility>

namespace tamis::fetch {
namespace {

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  curl_easy_setopt(easy, option, value);
}

}  // namespace

Transfer::Transfer(Shared& shared) : shared_(shared), easy_(curl_easy_init()) {
  if (easy_ == nullptr) throw std::bad_alloc();
  set_once();
}

Transfer::~Transfer() {
  release();
  curl_easy_cleanup(easy_);
}

void Transfer::set_once() {
  const FetchOptions& options = shared_.options;
  set(easy_, CURLOPT_PRIVATE, static_cast<void*>(this));
  set(easy_, CURLOPT_ERRORBUFFER, error_.data());
  set(easy_, CURLOPT_NOSIGNAL, 1L);
  set(easy_, CURLOPT_SHARE, shared_.share);
  set(easy_, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy_, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  set(easy_, CURLOPT_PATH_AS_IS, 1L);
  set(easy_, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy_, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  // An empty string, not NULL: NULL would let the environment choose.
  set(easy_, CURLOPT_PROXY, options.proxy.c_str());
  set(easy_, CURLOPT_NOPROXY, "");
  set(easy_, CURLOPT_HTTP_VERSION,
      static_cast<long>(options.http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
  // A CApath would switch off libcurl's cache of the parsed bundle: 44 ms a connection, not 1.5.
  set(easy_, CURLOPT_CAINFO, shared_.ca_bundle.c_str());
  set(easy_, CURLOPT_CAPATH, static_cast<char*>(nullptr));
  set(easy_, CURLOPT_SSL_VERIFYPEER, 1L);
  set(easy_, CURLOPT_SSL_VERIFYHOST, 2L);
  set(easy_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect.count()));
  set(easy_, CURLOPT_TIMEOUT_MS, static_cast<long>(options.total.count()));
  set(easy_, CURLOPT_HEADERFUNCTION, &Transfer::on_header);
  set(easy_, CURLOPT_HEADERDATA, static_cast<void*>(this));
  set(easy_, CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  set(easy_, CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(easy_, CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_socket);
  set(easy_, CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
  set(easy_, CURLOPT_PREREQFUNCTION, &Transfer::on_request);
  set(easy_, CURLOPT_PREREQDATA, static_cast<void*>(this));
  // For the proxy. Servers get it as a line of ours: libcurl prints its own lines twice, character
  // by character, which for agent and codings alone is a tenth of what a request costs it.
  if (!options.proxy.empty()) set(easy_, CURLOPT_USERAGENT, options.agent.c_str());
  set(easy_, CURLOPT_HTTP_CONTENT_DECODING, 0L);
}

void Transfer::set_headers() {
  const bool plain = is_plain(request_);
  RequestLines own;
  if (!plain) own = RequestLines(shared_.options, request_);
  curl_slist* lines = plain ? shared_.plain.list() : own.list();
  if (lines != lines_) set(easy_, CURLOPT_HTTPHEADER, lines);
  lines_ = lines;
  own_ = std::move(own);
}

// The whole as well: libcurl would make one of the parts.
void Transfer::set_url() {
  ParsedUrl parsed = shared_.urls.of(url_);
  set(easy_, CURLOPT_URL, url_.whole.c_str());
  set(easy_, CURLOPT_CURLU, parsed.get());
  parsed_ = std::move(parsed);
}

void Transfer::prepare(FetchRequest request, WireUrl url, Time now) {
  request_ = std::move(request);
  url_ = std::move(url);
  begun_ = heard_ = now;
  head_.clear();
  body_.clear();
  error_[0] = '\0';
  stop_ = Stop::kNone;
  has_address_ = false;
  set_url();
  // Worth waiting for a connection that may take many only where there may be many.
  const bool many = shared_.options.http2 && !shared_.options.one_per_address && url_.https;
  set(easy_, CURLOPT_PIPEWAIT, many ? 1L : 0L);
  set_headers();
}

std::size_t Transfer::on_header(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::string_view line(bytes, size * count);
  transfer.heard_ = transfer.shared_.now;
  if (transfer.head_.add_line(line, transfer.shared_.options.max_header_bytes)) return line.size();
  transfer.stop_ = Stop::kHeadersTooBig;
  return 0;
}

std::size_t Transfer::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::size_t most = transfer.shared_.options.max_wire_bytes;
  transfer.heard_ = transfer.shared_.now;
  if (transfer.body_.size() + size * count > most) {
    transfer.stop_ = Stop::kTooBig;
    transfer.body_.append(bytes, most - transfer.body_.size());
    return 0;
  }
  transfer.body_.append(bytes, size * count);
  return size * count;
}

// Whether this transfer may talk to the address: the guard, and one transfer an address.
bool Transfer::may_use(const Address& address) {
  const bool good = !shared_.options.proxy.empty() ||  // the proxy is the user's choice
                    may_connect(address, shared_.allowed);
  // Of several addresses of a name, the one that will be free again counts.
  if (!good && stop_ == Stop::kTaken) return false;
  last_address_ = address;
  has_address_ = true;
  if (!good) {
    stop_ = Stop::kForbidden;
    return false;
  }
  if (!shared_.options.one_per_address) return true;
  if (std::find(holds_.begin(), holds_.end(), address) != holds_.end()) return true;
  if (shared_.taken.contains(address)) {
    stop_ = Stop::kTaken;
    return false;
  }
  shared_.taken[address] = 1;
  holds_.push_back(address);
  return true;
}

void Transfer::release() {
  for (const Address& address : holds_) shared_.taken.erase(address);
  holds_.clear();
}

// After the name was resolved, before anything is sent: no second look-up can slip in between.
curl_socket_t Transfer::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
  const auto parsed = address_of(&address->addr);
  auto& transfer = *static_cast<Transfer*>(self);
  if (!parsed) {
    transfer.stop_ = Stop::kForbidden;
    return CURL_SOCKET_BAD;
  }
  if (!transfer.may_use(*parsed)) return CURL_SOCKET_BAD;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Before each request, on kept connections as well.
int Transfer::on_request(void* self, char* to, char*, int, int) {
  auto& transfer = *static_cast<Transfer*>(self);
  const auto parsed = parse_address(to);
  if (parsed && transfer.may_use(*parsed)) {
    transfer.stop_ = Stop::kNone;  // an earlier address of the name was refused, this one is good
    return CURL_PREREQFUNC_OK;
  }
  if (!parsed) transfer.stop_ = Stop::kForbidden;
  return CURL_PREREQFUNC_ABORT;
}

// The lines of HTTP/1.1 as libcurl writes them; over HTTP/2 what they would have been.
std::string Transfer::request_text() const {
  std::string text = "GET " + url_.target() + " HTTP/1.1\r\nHost: ";
  text.append(url_.host()).append("\r\n");
  for (const curl_slist* line = lines_; line != nullptr; line = line->next)
    text.append(line->data).append("\r\n");
  return text.append("\r\n");
}

void Transfer::read_times(Fetched& out) const {
  const auto read = [this](CURLINFO info) {
    curl_off_t value = 0;
    curl_easy_getinfo(easy_, info, &value);
    return std::chrono::microseconds(value);
  };
  out.times.dns = read(CURLINFO_NAMELOOKUP_TIME_T);
  out.times.connect = read(CURLINFO_CONNECT_TIME_T);
  out.times.tls = read(CURLINFO_APPCONNECT_TIME_T);
  out.times.first_byte = read(CURLINFO_STARTTRANSFER_TIME_T);
  out.times.total = read(CURLINFO_TOTAL_TIME_T);
}

Fetched Transfer::finish(CURLcode code, Time now, Spare spare) {
  Fetched out;
  out.id = request_.id;
  out.url = std::move(request_.url);
  out.begun = begun_;
  out.ended = now;
  read_times(out);
  long connections = 0, status = 0;
  curl_easy_getinfo(easy_, CURLINFO_NUM_CONNECTS, &connections);
  curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
  out.new_connection = connections > 0;
  head_.headers = std::move(spare.headers);
  head_.read();
  if (!head_.status_line.empty()) out.status = static_cast<int>(status);
  if (has_address_) out.address = address_text(last_address_);
  if (shared_.options.keep_request && out.status != 0) out.request = request_text();
  Ending ending{code,          stop_,
                error_.data(), head_.contradicts_itself(),
                head_.ended(), !request_.etag.empty() || !request_.modified.empty()};
  out.status_line = std::move(head_.status_line);
  out.headers = std::move(head_.headers);
  out.wire = std::exchange(body_, std::move(spare.wire));
  release();
  judge(ending, shared_.options, out);
  return out;
}

}  // namespace tamis::fetch
