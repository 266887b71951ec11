// SPDX-License-Identifier: Apache-2.0
// Lines that are one stanza rather than paragraphs.
#pragma once

#include "tamis/assemble.h"

#include <cstddef>
#include <span>

namespace tamis::report {

// `lines` of one element that single line breaks part: a stanza when all of them are short and they
// are not the turns of a conversation ("Anna: ...").
bool is_stanza(std::span<const BlockRecord* const> lines);

// How many paragraphs from the first on are lines of one regular poem (at least four, each as many
// Chinese characters as the next); 0 when they are not.
std::size_t regular_verse(std::span<const BlockRecord* const> lines);

}  // namespace tamis::report
