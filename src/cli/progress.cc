// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include "cli/process.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace tamis::cli {
namespace {

std::string decimal(double value, const char* format) {
  char text[64];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

std::string duration(double seconds) {
  const long all = std::lround(std::min(seconds, 359999.0));
  char text[64];
  if (all >= 3600) {
    std::snprintf(text, sizeof text, "%u:%02u:%02u", static_cast<unsigned>(all / 3600),
                  static_cast<unsigned>(all / 60 % 60), static_cast<unsigned>(all % 60));
  } else {
    std::snprintf(text, sizeof text, "%u:%02u", static_cast<unsigned>(all / 60),
                  static_cast<unsigned>(all % 60));
  }
  return text;
}

}  // namespace

std::string progress_text(const Progress& progress, double seconds) {
  const double elapsed = std::max(seconds, 1e-3);
  std::string text = std::to_string(progress.pages) + " pages  " +
                     decimal(static_cast<double>(progress.pages) / elapsed, "%.0f pages/s  ") +
                     decimal(static_cast<double>(progress.bytes) / elapsed / 1e6, "%.1f MB/s");
  if (progress.bytes_total > 0 && progress.bytes > 0) {
    const auto total = static_cast<double>(progress.bytes_total);
    const double share = std::min(1.0, static_cast<double>(progress.bytes) / total);
    text += decimal(100 * share, "  %.0f %%") + "  " + duration(elapsed * (1 - share) / share) +
            " left";
  }
  return text;
}

ProgressLine::ProgressLine(ShowProgress show)
    : shown_(show == ShowProgress::kAlways || (show == ShowProgress::kAuto && is_terminal(2))) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::update(const Progress& progress) {
  using std::chrono::duration;
  const Clock::time_point now = Clock::now();
  if (!shown_ || (drawn_ && now - last_ < std::chrono::milliseconds(200))) return;
  last_ = now;
  drawn_ = true;
  const std::string text = progress_text(progress, duration<double>(now - begin_).count());
  std::fprintf(stderr, "\r\033[K%s", text.c_str());
  std::fflush(stderr);
}

void ProgressLine::clear() {
  if (!drawn_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace tamis::cli
