// SPDX-License-Identifier: Apache-2.0
// Collections: pages whose lines are items, each the whole or the head of some article.
#pragma once

#include "relate/alike.h"

namespace tamis::relating {

// Does `list` look like a collection: at least three numbered or marked lines?
bool has_items(const Profile& list);

// Is there an item that may be in the article? A filter's answer, false is sure: most articles have
// none.
bool may_have_item(const Profile& list, const Profile& article);

// Is an item of `list` a piece of `article`, while most others are not? The item's line.
const TextLine* item_of(const Profile& list, const Profile& article);

}  // namespace tamis::relating
