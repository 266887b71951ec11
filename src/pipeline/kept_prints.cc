// SPDX-License-Identifier: Apache-2.0
#include "pipeline/kept_prints.h"

#include <algorithm>
#include <cstring>

namespace tamis::pipeline {
namespace {

class FileShelf : public Shelf {
 public:
  explicit FileShelf(const std::string& folder) : spool_(Spool::unnamed(folder)) {}

  std::uint64_t append(std::string_view bytes) override {
    const std::uint64_t at = spool_.size();
    spool_.append(bytes);
    return at;
  }
  void read(std::uint64_t at, std::size_t size, char* to) override {
    constexpr std::size_t kPiece = 4u << 20;
    spool_.flush();
    for (std::size_t done = 0; done < size; done += kPiece) {
      const auto piece = static_cast<std::uint32_t>(std::min(kPiece, size - done));
      std::memcpy(to + done, spool_.read({at + done, piece}).data(), piece);
    }
  }

 private:
  Spool spool_;
};

}  // namespace

void KeptPrints::append(std::u16string_view letters, Entry& entry) {
  letters_.append(letters);
  minima_.append(entry.print.minima);
  entry.print.minima = std::vector<std::uint64_t>();
}

void KeptPrints::flush() {
  letters_.flush();
  minima_.flush();
}

Texts KeptPrints::texts() const {
  Texts texts;
  texts.letters = [this](std::uint32_t entry) { return letters_.read<std::u16string>(entry); };
  texts.minima = [this](std::uint32_t entry) {
    return minima_.read<std::vector<std::uint64_t>>(entry);
  };
  texts.shelf = [this] { return std::make_unique<FileShelf>(folder_); };
  return texts;
}

}  // namespace tamis::pipeline
