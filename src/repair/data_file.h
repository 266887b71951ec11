// SPDX-License-Identifier: Apache-2.0
// The files *.dat of rules/: 64 bytes of header (magic, kind, version, size and FNV-1a of the
// rest), the source as text, then arrays, little-endian, each on a boundary of 4 (rules/README.md).
#pragma once

#include "tamis/result.h"

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace tamis::repairing {

// Reads a file whole and its arrays one after the other. Throws Failure naming the file when it is
// missing, of another kind or version, or broken.
class DataFile {
 public:
  DataFile(const std::string& directory, const std::string& name, std::string_view kind);

  template <class T>
  std::vector<T> array(std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    std::vector<T> out(count <= bytes_.size() ? count : 0);
    const std::string_view from = take(count, sizeof(T));
    if (!from.empty()) std::memcpy(out.data(), from.data(), from.size());
    return out;
  }
  std::string_view text(std::size_t bytes) { return take(bytes, 1); }

  // Offsets into an array of `size` elements: `count` + 1 of them, rising, the last is `size`.
  std::vector<std::uint32_t> offsets(std::size_t count, std::size_t size);
  void require(bool good) const;  // throws "is broken"

 private:
  [[noreturn]] void fail(const std::string& what) const;
  std::string_view take(std::size_t count, std::size_t size);
  std::string path_, bytes_;
  std::size_t at_ = 0;
};

}  // namespace tamis::repairing
