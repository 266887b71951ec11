// SPDX-License-Identifier: Apache-2.0
#include "codec/byte_reader.h"

#include "codec/pack.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <thread>

namespace tamis::codec {
namespace {

using Line = ByteReader::Line;

ByteReader reading(std::string bytes, std::size_t step, bool fault = false) {
  return ByteReader(std::make_unique<test::Trickle>(std::move(bytes), step, fault));
}

TEST(ByteReader, PeeksWithoutTaking) {
  ByteReader reader = reading("abcdef", 2);
  EXPECT_EQ(reader.peek(3).substr(0, 3), "abc");
  reader.advance(1);
  EXPECT_EQ(reader.peek(100), "bcdef");
  std::string out;
  EXPECT_EQ(reader.read(out, 2), 2u);
  EXPECT_EQ(reader.skip(1), 1u);
  EXPECT_EQ(reader.read(out, 100), 2u);
  EXPECT_EQ(out, "bcef");
  EXPECT_EQ(reader.peek(1), "");
  EXPECT_FALSE(reader.error());
}

TEST(ByteReader, LinesOfAnyLength) {
  const std::string longest(200000, 'x');
  ByteReader reader = reading("a\n\n" + longest + "\nlast", 70000);
  std::string line;
  EXPECT_EQ(reader.read_line(line, 10), Line::kWhole);
  EXPECT_EQ(line, "a");
  EXPECT_EQ(reader.read_line(line, 10), Line::kWhole);
  EXPECT_EQ(line, "");
  EXPECT_EQ(reader.read_line(line, longest.size() - 1), Line::kTooLong);
  EXPECT_EQ(line, "");
  EXPECT_EQ(reader.read_line(line, 10), Line::kWhole);
  EXPECT_EQ(line, "last");
  EXPECT_EQ(reader.read_line(line, 10), Line::kNone);

  ByteReader exact = reading(longest, 999);
  EXPECT_EQ(exact.read_line(line, longest.size()), Line::kWhole);
  EXPECT_EQ(line.size(), longest.size());
}

TEST(ByteReader, ALineThatTheStreamBreaksIsCut) {
  ByteReader reader = reading("whole\nhal", 3, true);
  std::string line;
  EXPECT_EQ(reader.read_line(line, 10), Line::kWhole);
  EXPECT_EQ(reader.read_line(line, 10), Line::kCut);
  EXPECT_EQ(reader.read_line(line, 10), Line::kNone);
  EXPECT_EQ(reader.error()->kind, ErrorKind::kUnreadable);
  EXPECT_FALSE(reader.recover({}));
}

TEST(ByteReader, PutsBackMoreThanItsBuffer) {
  ByteReader reader = reading("0123456789tail", 14);
  reader.advance(reader.peek(5).size() - 9);
  const std::string back(300000, 'b');
  reader.push_front(back);
  std::string out;
  EXPECT_EQ(reader.read(out, ~std::uint64_t{0}), back.size() + 9);
  EXPECT_TRUE(out == back + "56789tail");
}

TEST(FdStream, ReadsAPipeThatIsWrittenSlowlyAndCounts) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  std::thread writer([fd = ends[1]] {
    for (int i = 0; i < 50; ++i) base::write_all(fd, "0123456789", "pipe");
    ::close(fd);
  });
  std::uint64_t consumed = 0;
  ByteReader reader(std::make_unique<FdStream>(base::Fd(ends[0]), &consumed));
  EXPECT_EQ(reader.skip(1000), 500u);
  writer.join();
  EXPECT_EQ(consumed, 500u);
  EXPECT_FALSE(reader.error());
}

TEST(FdStream, AnInterruptedReadIsGoneOnWith) {
  struct sigaction quiet = {}, before;
  quiet.sa_handler = [](int) {};  // no SA_RESTART: read() gives EINTR
  ASSERT_EQ(::sigaction(SIGUSR1, &quiet, &before), 0);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const pthread_t reader_thread = ::pthread_self();
  std::thread writer([fd = ends[1], reader_thread] {
    for (int i = 0; i < 20; ++i) {
      ::pthread_kill(reader_thread, SIGUSR1);
      ::usleep(1000);
    }
    base::write_all(fd, "done", "pipe");
    ::close(fd);
  });
  base::Fd end(ends[0]);
  FdStream stream(std::move(end), nullptr);
  std::string buffer(10, '\0');
  EXPECT_EQ(stream.read(buffer), 4u);
  writer.join();
  ::sigaction(SIGUSR1, &before, nullptr);
}

TEST(FdStream, WhatCannotBeReadSaysWhy) {
  FdStream stream(base::Fd(::open("/", O_RDONLY | O_CLOEXEC)), nullptr);  // a folder: EISDIR
  std::string buffer(10, '\0');
  EXPECT_EQ(stream.read(buffer), 0u);
  ASSERT_TRUE(stream.error());
  EXPECT_EQ(stream.error()->kind, ErrorKind::kUnreadable);
  EXPECT_EQ(stream.error()->message, "cannot be read: Is a directory");
}

}  // namespace
}  // namespace tamis::codec
