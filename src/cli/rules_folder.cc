// SPDX-License-Identifier: Apache-2.0
#include "cli/rules_folder.h"

#include "tamis/result.h"

#include <filesystem>
#include <system_error>

namespace tamis::cli {

std::string rules_folder(const std::string& given) {
  namespace fs = std::filesystem;
  if (!given.empty()) return given;
  std::error_code error;
  const fs::path command = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = (command.parent_path() / TAMIS_RULES_FROM_BIN).lexically_normal();
  for (const fs::path& folder : {installed, fs::path(TAMIS_RULES_IN_SOURCE)}) {
    if (fs::is_directory(folder, error)) return folder.string();
  }
  throw Failure("cannot find the rules: there is no " + installed.string(),
                "install them there or name their folder with --rules");
}

}  // namespace tamis::cli
