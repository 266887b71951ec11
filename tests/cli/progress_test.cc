// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include <gtest/gtest.h>

namespace tamis::cli {
namespace {

TEST(ProgressText, SaysHowFastAndHowLong) {
  const struct {
    Progress progress;
    double seconds;
    const char* text;
  } cases[] = {
      {{1500, 30'000'000, 120'000'000}, 10, "1500 pages  150 pages/s  3.0 MB/s  25 %  0:30 left"},
      {{1500, 30'000'000, 0}, 10, "1500 pages  150 pages/s  3.0 MB/s"},
      {{10, 1, 1'000'000}, 1, "10 pages  10 pages/s  0.0 MB/s  0 %  99:59:59 left"},
      {{10, 500, 250}, 1, "10 pages  10 pages/s  0.0 MB/s  100 %  0:00 left"},
      {{7200, 1'000'000, 3'000'000}, 3600, "7200 pages  2 pages/s  0.0 MB/s  33 %  2:00:00 left"},
  };
  for (const auto& one : cases) EXPECT_EQ(progress_text(one.progress, one.seconds), one.text);
}

TEST(ProgressText, TheFirstMomentDividesByNoZero) {
  EXPECT_EQ(progress_text({1, 0, 100}, 0), "1 pages  1000 pages/s  0.0 MB/s");
}

}  // namespace
}  // namespace tamis::cli
