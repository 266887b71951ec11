// SPDX-License-Identifier: Apache-2.0
#include "repair/data_file.h"

#include "base/file.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace tamis::repairing {

namespace {

static_assert(std::endian::native == std::endian::little, "the files are little-endian");

constexpr std::size_t kHeader = 64;
constexpr std::string_view kMagic = "TAMISDAT";
constexpr std::uint32_t kVersion = 1;

struct Header {
  char magic[8];
  char kind[4];
  std::uint32_t version;
  std::uint64_t size, check;
};

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t value = 0xCBF29CE484222325;
  for (const char c : bytes) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return value;
}

}  // namespace

DataFile::DataFile(const std::string& directory, const std::string& name, std::string_view kind)
    : path_(directory + "/" + name) {
  std::optional<std::string> bytes = base::read_file(path_);
  if (!bytes) fail("is missing");
  bytes_ = *std::move(bytes);
  Header header;
  if (bytes_.size() < kHeader) fail("is broken: it ends in its header");
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (std::string_view(header.magic, 8) != kMagic || std::string_view(header.kind, 4) != kind) {
    fail("is no data file of this kind");
  }
  if (header.version != kVersion) {
    fail("has version " + std::to_string(header.version) + "; this tamis reads version " +
         std::to_string(kVersion));
  }
  const std::string_view rest = std::string_view(bytes_).substr(kHeader);
  if (rest.size() != header.size) fail("is broken: it ends too early or too late");
  if (fnv1a(rest) != header.check) fail("is broken: its checksum is another");
  at_ = kHeader;
  const auto size = array<std::uint32_t>(1);
  text(size[0]);  // the source, for people
}

std::vector<std::uint32_t> DataFile::offsets(std::size_t count, std::size_t size) {
  std::vector<std::uint32_t> out = array<std::uint32_t>(count + 1);
  require(std::is_sorted(out.begin(), out.end()) && out.front() == 0 && out.back() == size);
  return out;
}

void DataFile::require(bool good) const {
  if (!good) fail("is broken");
}

void DataFile::fail(const std::string& what) const {
  throw Failure(path_ + " " + what,
                "install tamis again, or write it with scripts/make_language_data");
}

std::string_view DataFile::take(std::size_t count, std::size_t size) {
  const std::size_t left = bytes_.size() - at_;
  if (count > left / size) fail("is broken: an array ends too early");
  const std::string_view out = std::string_view(bytes_).substr(at_, count * size);
  at_ = std::min(bytes_.size(), at_ + (out.size() + 3) / 4 * 4);
  return out;
}

}  // namespace tamis::repairing
