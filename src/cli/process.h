// SPDX-License-Identifier: Apache-2.0
// The process around the command: signals, descriptors, terminals.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace tamis::cli {

// Opens what is closed of descriptors 0 to 2 (so that no file of ours takes their numbers), makes a
// closed pipe and a file size limit errors of write() instead of deaths, and catches SIGINT and
// SIGTERM: the first one sets stop_flag(), a second one ends the process at once. Call it once.
void prepare_process();

const std::atomic<bool>* stop_flag();
int stop_signal();          // the first one caught; 0: none
const char* how_stopped();  // "interrupted" or "terminated", for messages

std::int64_t clock_seconds();  // since 1970, UTC

bool is_terminal(int descriptor);
std::size_t terminal_width(int descriptor, std::size_t otherwise);

}  // namespace tamis::cli
