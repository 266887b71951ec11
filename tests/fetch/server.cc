// SPDX-License-Identifier: Apache-2.0
#include "fetch/server.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tamis::test {

ServerProcess::ServerProcess(const std::vector<std::string>& command) {
  int in[2], out[2];
  if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0) return;
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ == 0) {
    ::dup2(in[0], 0);
    ::dup2(out[1], 1);
    ::execvp(words[0], words.data());
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  input_ = in[1];
  char c = 0;
  while (::read(out[0], &c, 1) == 1 && c != '\n') line_ += c;
  ::close(out[0]);
}

ServerProcess::~ServerProcess() {
  if (input_ >= 0) ::close(input_);  // it ends with its input
  if (pid_ <= 0) return;
  for (int i = 0; i < 500; ++i) {
    if (::waitpid(pid_, nullptr, WNOHANG) != 0) return;
    ::usleep(10'000);
  }
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

std::vector<std::string> fault_server(const std::string& log) {
  return {"python3", std::string(TAMIS_TESTS_DIR) + "/fetch/fault_server.py", log};
}

}  // namespace tamis::test
