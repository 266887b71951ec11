// SPDX-License-Identifier: Apache-2.0
#include "base/iconv.h"

#include <iconv.h>

#include <cerrno>

namespace tamis::base {

Iconv::Iconv(const char* to, std::string_view from)
    : handle_(iconv_open(to, std::string(from).c_str())) {}

Iconv::~Iconv() {
  if (open()) iconv_close(handle_);
}

bool Iconv::open() const {
  return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT: iconv's own sign of failure
}

int Iconv::convert(const char** input, std::size_t* left, char** output, std::size_t* room) {
  // NOLINTNEXTLINE: iconv's signature; it only reads
  char** from = input == nullptr ? nullptr : const_cast<char**>(input);
  const std::size_t result = iconv(handle_, from, left, output, room);
  return result == static_cast<std::size_t>(-1) ? errno : 0;
}

void Iconv::reset() {
  iconv(handle_, nullptr, nullptr, nullptr, nullptr);
}

}  // namespace tamis::base
