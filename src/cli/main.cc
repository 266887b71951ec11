// SPDX-License-Identifier: Apache-2.0
#include "cli/app.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/process.h"
#include "tamis/pipeline.h"

#include <cstdio>
#include <exception>
#include <new>

namespace {

int complain(const char* cause, const char* remedy, int code) {
  std::fprintf(stderr, "tamis: %s\n", cause);
  if (*remedy != '\0') std::fprintf(stderr, "  %s\n", remedy);
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace tamis;
  try {
    cli::prepare_process();
    return cli::run_command(argc, argv);
  } catch (const cli::ReaderGone&) {
    return cli::kDone;  // whoever read standard output has had enough
  } catch (const BadUsage& error) {
    return complain(error.what(), error.remedy().c_str(), cli::kWrongUsage);
  } catch (const Failure& error) {
    return complain(error.what(), error.remedy().c_str(), cli::kBroken);
  } catch (const std::bad_alloc&) {
    return complain("out of memory", "lower --threads or --max-page-bytes", cli::kBroken);
  } catch (const std::exception& error) {
    return complain(error.what(), "", cli::kBroken);
  }
}
