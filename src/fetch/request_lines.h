// SPDX-License-Identifier: Apache-2.0
// RequestLines: the header lines of a request as libcurl takes them. Nearly all requests have the
// same ones.
#pragma once

#include "tamis/fetch.h"

#include <curl/curl.h>

#include <string_view>
#include <utility>

namespace tamis::fetch {

// Whether a request brings no line of its own.
bool is_plain(const FetchRequest& request);

class RequestLines {
 public:
  RequestLines() = default;
  RequestLines(const FetchOptions& options, const FetchRequest& request);
  RequestLines(RequestLines&& other) noexcept : list_(std::exchange(other.list_, nullptr)) {}
  RequestLines& operator=(RequestLines&& other) noexcept {
    std::swap(list_, other.list_);
    return *this;
  }
  ~RequestLines() { curl_slist_free_all(list_); }

  curl_slist* list() const { return list_; }  // lives as long as this

 private:
  void add(std::string_view name, std::string_view value);

  curl_slist* list_ = nullptr;
};

}  // namespace tamis::fetch
