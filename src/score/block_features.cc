// SPDX-License-Identifier: Apache-2.0
#include "score/feature_groups.h"

namespace tamis {

using namespace score_detail;  // NOLINT(google-build-using-namespace): the groups below

FeatureTable block_features(const Blocks& blocks, const Head& head, const PageEvidence& evidence) {
  const Layout layout = lay_out(blocks, head, evidence);
  FeatureColumns columns(layout.count);
  add_text(layout, columns);
  if (blocks.from_text) {
    add_lines(layout, columns);
    add_position(layout, columns);
    add_seed(layout, columns);
    add_phrases(layout, columns);
    add_page(layout, columns);
    add_topic(layout, columns);
    add_neighbours(layout, columns);
    return columns.take();
  }
  add_element(layout, columns);
  add_names(layout, columns);
  add_siblings(layout, columns);
  add_position(layout, columns);
  add_seed(layout, columns);
  add_phrases(layout, columns);
  add_containers(layout, columns);
  add_candidates(layout, columns);
  add_page(layout, columns);
  add_topic(layout, columns);
  add_neighbours(layout, columns);
  return columns.take();
}

}  // namespace tamis
