// SPDX-License-Identifier: Apache-2.0
// What the containers around the article's blocks are to a reader: quotes, list items, table cells,
// code; and which of them only lay the page out.
#pragma once

#include "assemble/view.h"

#include <cstdint>
#include <vector>

namespace tamis::assembly {

class Layout {
 public:
  explicit Layout(const View& view);

  // Fills what markdown reads of the record of block `n`.
  void place(BlockId n, BlockRecord& record) const;

 private:
  enum class Role : std::uint8_t { kNone, kQuote, kItem, kCell, kCode };
  struct Cell {
    ContainerId container, table;
    std::uint32_t row, column;
  };

  void find_captions(const View& view);
  void find_roles();
  bool add_table(ContainerId table);
  bool is_code(ContainerId pre) const;
  void give(ContainerId container, Role role);
  void find_whole();
  Frame frame_of(ContainerId container) const;
  const std::string* code_of(ContainerId pre) const;
  std::uint32_t kept_in(const Container& container) const;

  const Blocks& blocks_;
  std::vector<std::uint32_t> kept_;  // characters kept (captions too) before each block
  std::vector<Role> roles_;          // a container
  std::vector<ContainerId> up_;      // a container: the innermost one with a role, itself included
  std::vector<std::uint8_t> level_;  // a container: how many with a role it stands in
  std::vector<Cell> cells_;          // by container
  std::vector<bool> shown_;          // a block
};

}  // namespace tamis::assembly
