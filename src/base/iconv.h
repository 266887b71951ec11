// SPDX-License-Identifier: Apache-2.0
// The system's charset converter (POSIX iconv), the only place that includes it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tamis::base {

// One converter, closed by its owner. Thread rule: one thread at a time.
class Iconv {
 public:
  // Names as the system has them ("UTF-8", "CP936"); open() is false when it lacks one.
  Iconv(const char* to, std::string_view from);
  ~Iconv();
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  bool open() const;
  // Like iconv(3): 0 or the errno (E2BIG, EILSEQ, EINVAL). A null `input` flushes and `output` gets
  // what was held back.
  int convert(const char** input, std::size_t* left, char** output, std::size_t* room);
  void reset();

 private:
  void* handle_;
};

}  // namespace tamis::base
