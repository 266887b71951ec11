// SPDX-License-Identifier: Apache-2.0
// LetterStore: the canonical letters of the articles, in a file without a name: made once, read
// each time that two articles are compared.
#pragma once

#include "pipeline/spool.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::pipeline {

class LetterStore {
 public:
  explicit LetterStore(const std::string& folder);
  void append(std::u16string_view letters);          // of the next article
  void flush() { spool_.flush(); }                   // before read()
  std::u16string read(std::uint32_t article) const;  // any thread

 private:
  Spool spool_;
  std::vector<std::uint64_t> ends_;  // bytes
};

}  // namespace tamis::pipeline
