// SPDX-License-Identifier: Apache-2.0
#include "tamis/label.h"

#include "label/draft.h"

namespace tamis {

using namespace label_detail;  // NOLINT(google-build-using-namespace): the passes below

namespace {

TitleFound title_of(const Page& page, const MainText& main) {
  // The headline stands before the first paragraph, inside the main container or above it.
  BlockId first = main.first;
  while (first < main.last && !page.evidence[first].prose) ++first;
  return find_title(page, first < main.last ? first : main.first, main.last);
}

}  // namespace

std::vector<Label> label(const Blocks& blocks, const Head& head, const Rules& rules) {
  const Page page = gather(blocks, head, rules);
  const MainText main = find_main_text(page);
  const TitleFound title = title_of(page, main);
  Drafts drafts(blocks.blocks.size());
  label_title(page, title, drafts);
  if (blocks.from_text) {
    label_lines(page, main, drafts);
  } else {
    label_tree(page, main, drafts);
  }
  end_article(page, main, drafts);
  smooth(page, main, drafts);
  name_teasers(page, drafts);
  guard(page, main, drafts);
  return drafts.take();
}

}  // namespace tamis
