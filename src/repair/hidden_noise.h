// SPDX-License-Identifier: Apache-2.0
// Elements that mirror sites put between the words of a copied page so that it looks original to
// search engines: class pl_css_ganrao ("interference"), hidden from readers, full of random tags.
#pragma once

#include "repair/edits.h"

#include <string_view>
#include <vector>

namespace tamis::repairing {

struct HiddenNoise {
  RepairGate gate;
  std::vector<Edit> edits;  // one an element, which goes whole
};

HiddenNoise find_hidden_noise(std::string_view html);

}  // namespace tamis::repairing
