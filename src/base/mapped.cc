// SPDX-License-Identifier: Apache-2.0
#include "base/mapped.h"

#include "base/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <functional>
#include <utility>

namespace tamis::base {

namespace {

constexpr std::size_t kResident = 16u << 20;
// That a fault maps at once: 64 KiB, and on newer kernels the whole folio, which was seen to be
// some 400 KiB.
constexpr std::size_t kAround = 256u << 10;

}  // namespace

Mapped::Mapped(const std::string& path) {
  const base::Fd fd = base::open_file(path, O_RDONLY);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) base::throw_io("read", path, errno);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* at = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, fd.get(), 0);
  if (at == MAP_FAILED) base::throw_io("read", path, errno);
  data_ = static_cast<const char*>(at);
}

Mapped::~Mapped() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

void Mapped::touch(std::string_view part) const {
  const std::less_equal<> up_to;
  if (size_ <= kResident || !up_to(data_, part.data()) || !up_to(part.data(), data_ + size_))
    return;
  const std::size_t more = (part.size() / kAround + 2) * kAround;  // it may lie across their edges
  if (touched_.fetch_add(more, std::memory_order_relaxed) + more < kResident) return;
  touched_.store(0, std::memory_order_relaxed);
  let_go();
}

// Of a private mapping that nobody writes, nothing is lost: other threads read the same bytes
// again.
void Mapped::let_go() const {
  if (data_ != nullptr) ::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

Mapped::Mapped(Mapped&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Mapped& Mapped::operator=(Mapped&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

}  // namespace tamis::base
