// SPDX-License-Identifier: Apache-2.0
// Standard output, buffered, with every error seen.
#pragma once

#include <string>
#include <string_view>

namespace tamis::cli {

// The reader of our pipe has closed it: no reason to complain, none to go on.
struct ReaderGone {};

class Output {
 public:
  Output();
  void write(std::string_view bytes);  // on a terminal at once, else in pieces of 64 KiB
  void flush();                        // call it at the end: the destructor does not

 private:
  std::string buffer_;
  bool at_once_;
};

}  // namespace tamis::cli
