// SPDX-License-Identifier: Apache-2.0
// Mapped: the bytes of a file as they are asked for. The file must not be cut while it is mapped:
// map what nobody writes again.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace tamis::base {

class Mapped {
 public:
  Mapped() = default;
  explicit Mapped(const std::string& path);  // Failure when it cannot be opened
  ~Mapped();
  Mapped(Mapped&& other) noexcept;
  Mapped& operator=(Mapped&& other) noexcept;

  std::string_view bytes() const { return {data_, size_}; }

  // To be called before `part` of bytes() is read, by any thread: of a large file at most some
  // 16 MiB stay resident. What is let go lies in the page cache and comes back when it is read.
  // What lies elsewhere is not counted.
  void touch(std::string_view part) const;
  void let_go() const;  // all of it

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  mutable std::atomic<std::size_t> touched_ = 0;  // bytes that have come in, at most
};

}  // namespace tamis::base
