// SPDX-License-Identifier: Apache-2.0
// Mapped: the bytes of a file as they are asked for. The file must not be cut while it is mapped:
// map what nobody writes again.
#pragma once

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

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace tamis::base
