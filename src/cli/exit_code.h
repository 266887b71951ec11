// SPDX-License-Identifier: Apache-2.0
// What the command's exit says; part of the contract with scripts.
#pragma once

namespace tamis::cli {

enum ExitCode : int {
  kDone = 0,        // bad pages are counted and have a record of their own
  kBroken = 1,      // the run broke; with --strict also: a page could not be read
  kWrongUsage = 2,  //
  kBySignal = 128,  // + the signal: 130 interrupted, 143 terminated; a valid partial result stands
};

}  // namespace tamis::cli
