// SPDX-License-Identifier: Apache-2.0
#include "cli/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>

namespace tamis::cli {
namespace {

std::atomic<bool> stop{false};
std::atomic<int> first_signal{0};
int end_of_input = -1;  // a descriptor on /dev/null
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void on_signal(int signal) {
  if (stop.exchange(true)) ::_exit(128 + signal);
  first_signal = signal;
  // A read of standard input that waits for bytes is restarted by the kernel, and finds the end.
  ::dup2(end_of_input, STDIN_FILENO);
}

void catch_signal(int signal) {
  struct sigaction before {};
  ::sigaction(signal, nullptr, &before);
  if (before.sa_handler == SIG_IGN) return;  // nohup and background jobs of a plain shell
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESTART;
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

void prepare_process() {
  // A closed standard output stays an error: it is opened for reading only.
  for (int fd = 0; fd <= 2; ++fd) {
    if (::fcntl(fd, F_GETFD) < 0) ::open("/dev/null", fd == 2 ? O_WRONLY : O_RDONLY);
  }
  end_of_input = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);
  catch_signal(SIGINT);
  catch_signal(SIGTERM);
}

const std::atomic<bool>* stop_flag() {
  return &stop;
}
int stop_signal() {
  return first_signal;
}

const char* how_stopped() {
  return first_signal == SIGTERM ? "terminated" : "interrupted";
}

std::int64_t clock_seconds() {
  namespace chrono = std::chrono;
  const auto now = chrono::floor<chrono::seconds>(chrono::system_clock::now());
  return now.time_since_epoch().count();
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

std::size_t terminal_width(int descriptor, std::size_t otherwise) {
  struct winsize size {};
  if (!is_terminal(descriptor) || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0) return otherwise;
  return size.ws_col >= 40 ? size.ws_col : otherwise;
}

}  // namespace tamis::cli
