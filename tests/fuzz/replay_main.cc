// SPDX-License-Identifier: Apache-2.0
// Feeds every file of a folder, and every prefix of a small one, to a fuzzer without libFuzzer.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {
constexpr std::size_t kSmall = 256;

void feed(const std::string& bytes) {
  const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());  // its end is its own
  LLVMFuzzerTestOneInput(copy.data(), copy.size());
}
}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1]))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    feed(bytes);
    for (std::size_t size = 0; size < bytes.size() && bytes.size() <= kSmall; ++size) {
      feed(bytes.substr(0, size));
    }
  }
  std::printf("%zu files\n", files.size());
  return files.empty() ? 1 : 0;
}
