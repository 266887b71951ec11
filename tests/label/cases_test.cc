// SPDX-License-Identifier: Apache-2.0
// A folder under cases/ is a case: page.html or page.txt, and expected.tsv with the label and the
// beginning of each block that the case is about, in page order.
#include "label/label_page.h"

#include <algorithm>

namespace tamis::label_test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(TAMIS_TESTS_DIR) / "label/cases")) {
    found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

class LabelCase : public testing::TestWithParam<fs::path> {};

TEST_P(LabelCase, EveryExpectedBlockHasItsLabel) {
  const fs::path& folder = GetParam();
  const Labelled page = fs::exists(folder / "page.html")
                            ? label_html(read_file(folder / "page.html"))
                            : label_text(read_file(folder / "page.txt"));
  std::istringstream expected(read_file(folder / "expected.tsv"));
  std::string line;
  BlockId from = 0;
  int checked = 0;
  while (std::getline(expected, line)) {
    const std::size_t tab = line.find('\t');
    const std::string label = line.substr(0, tab), begins = line.substr(tab + 1);
    BlockId b = from;
    while (b < page.labels.size() && !page.blocks.blocks[b].text.starts_with(begins)) ++b;
    ASSERT_LT(b, page.labels.size()) << "no block begins with " << begins;
    EXPECT_EQ(label_name(page.labels[b].name), label)
        << begins << ", because of " << page.labels[b].reason;
    EXPECT_FALSE(page.labels[b].reason.empty());
    from = b + 1;
    ++checked;
  }
  EXPECT_GT(checked, 0);
}

std::string name_of(const testing::TestParamInfo<fs::path>& one) {
  std::string name = one.param.filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Cases, LabelCase, testing::ValuesIn(cases()), name_of);

}  // namespace
}  // namespace tamis::label_test
