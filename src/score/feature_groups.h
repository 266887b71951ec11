// SPDX-License-Identifier: Apache-2.0
// The groups of features, a file each. Every one adds its columns in a fixed order.
#pragma once

#include "score/feature_columns.h"
#include "score/layout.h"

namespace tamis::score_detail {

void add_text(const Layout& at, FeatureColumns& out);        // what the block's text is made of
void add_element(const Layout& at, FeatureColumns& out);     // tag, contexts
void add_names(const Layout& at, FeatureColumns& out);       // elements and class names around it
void add_siblings(const Layout& at, FeatureColumns& out);    // repetition: alike siblings, paths
void add_position(const Layout& at, FeatureColumns& out);    // place on the page and to the title
void add_seed(const Layout& at, FeatureColumns& out);        // what came since the first paragraph
void add_phrases(const Layout& at, FeatureColumns& out);     // rules/phrases.tsv, and since when
void add_containers(const Layout& at, FeatureColumns& out);  // figures of its ancestors
void add_candidates(const Layout& at, FeatureColumns& out);  // nodes that known scorers choose
void add_page(const Layout& at, FeatureColumns& out);        // figures of the whole page
void add_topic(const Layout& at, FeatureColumns& out);       // words shared with title and lead
void add_lines(const Layout& at, FeatureColumns& out);       // indents, blanks, forms: plain text
void add_neighbours(const Layout& at, FeatureColumns& out);  // blocks and windows around it

}  // namespace tamis::score_detail
