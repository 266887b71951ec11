// SPDX-License-Identifier: Apache-2.0
// One line on standard error that is redrawn: pages, pages/s, MB/s, time left.
#pragma once

#include "tamis/pipeline.h"

#include <chrono>
#include <string>

namespace tamis::cli {

enum class ShowProgress { kAuto, kAlways, kNever };  // kAuto: on a terminal

// The line's text; `seconds` since the run began.
std::string progress_text(const Progress& progress, double seconds);

class ProgressLine {
 public:
  explicit ProgressLine(ShowProgress show);
  ~ProgressLine();  // leaves an empty line
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  bool shown() const { return shown_; }
  void update(const Progress& progress);  // draws at most five times a second
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_, drawn_ = false;
  Clock::time_point begin_ = Clock::now(), last_ = begin_;
};

}  // namespace tamis::cli
