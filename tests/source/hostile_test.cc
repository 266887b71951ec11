// SPDX-License-Identifier: Apache-2.0
// Cut, flipped and spliced archives: whatever comes, reading ends, pages are whole or say why, and
// skip() counts what next() gives.
#include "codec/pack.h"
#include "source/archive.h"
#include "source/folder.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string>
#include <vector>

namespace tamis {
namespace {

// Reads `bytes` as standard input; returns the number of pages.
std::uint64_t read_all(const std::string& bytes, bool skipping) {
  const int fd = ::memfd_create("hostile", MFD_CLOEXEC);
  EXPECT_EQ(::write(fd, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  ::lseek(fd, 0, SEEK_SET);
  SourceOptions options;
  options.standard_input = fd;
  options.max_page_bytes = 1 << 20;
  const auto source = open_source({"-"}, options);
  std::uint64_t count = 0;
  if (skipping) {
    count = source->skip(1000000);
  } else {
    for (Page page; source->next(page); ++count) {
      EXPECT_FALSE(page.id.empty());
      EXPECT_EQ(page.error.has_value(), page.bytes.empty());
    }
  }
  ::close(fd);
  return count;
}

std::vector<std::string> samples() {
  std::string warc, members, lines;
  for (int i = 0; i < 6; ++i) {
    const std::string id = std::to_string(i), body = "<p>" + id + test::noise(40, i + 1);
    const std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    const std::string record =
        i % 3 == 0 ? test::warc_page(id, body)
        : i % 3 == 1
            ? test::warc_response(id, head + "Content-Encoding: gzip\r\n", test::gzip(body))
            : test::warc_response(id, head + "Transfer-Encoding: chunked\r\n",
                                  test::chunked(body, 10));
    warc += record;
    members += test::gzip(record);
    lines += "{\"id\":\"" + id + "\",\"html\":\"<p>" + id + "\"}\n";
  }
  return {warc,
          members,
          test::zstd(warc),
          lines,
          test::gzip(lines) + test::gzip(lines),
          test::zstd(lines) + test::zstd(lines),
          test::gzip("<html>" + test::noise(300)),
          test::gzip(test::zstd(warc))};
}

TEST(Hostile, CutAnywhere) {
  for (const std::string& sample : samples()) {
    for (std::size_t size = 0; size < sample.size(); size += 7) {
      const std::string bytes = sample.substr(0, size);
      ASSERT_EQ(read_all(bytes, false), read_all(bytes, true)) << size;
    }
  }
}

TEST(Hostile, FlippedAnywhere) {
  for (std::string bytes : samples()) {
    for (std::size_t at = 0; at < bytes.size(); at += 5) {
      for (int bit : {0, 5, 7}) {
        const char before = bytes[at];
        bytes[at] = static_cast<char>(before ^ (1 << bit));
        ASSERT_EQ(read_all(bytes, false), read_all(bytes, true)) << at << "." << bit;
        bytes[at] = before;
      }
    }
  }
}

TEST(Hostile, PiecesTakenOutAndDoubled) {
  for (const std::string& sample : samples()) {
    for (std::size_t at = 0; at < sample.size(); at += 31) {
      const std::string out =
          sample.substr(0, at) + sample.substr(std::min(at + 50, sample.size()));
      ASSERT_EQ(read_all(out, false), read_all(out, true)) << at;
      const std::string twice = sample.substr(0, at + 20) + sample.substr(at);
      ASSERT_EQ(read_all(twice, false), read_all(twice, true)) << at;
    }
  }
}

TEST(Hostile, ManyDamagesDoNotCostMuch) {
  std::string marks, members, fields;
  for (int i = 0; i < 200000; ++i) marks += "\nWARC/1.";
  const std::string member = test::gzip("WARC/1.0\r\n").substr(0, 20);
  for (int i = 0; i < 100000; ++i) members += member;
  for (int i = 0; i < 200000; ++i) fields += "\nWARC/1.0\nContent-Length: 1000000\n\n";
  for (const std::string& bytes : {marks, test::gzip("WARC/1.0\r\n\r\n") + members, fields}) {
    EXPECT_EQ(read_all(bytes, false), read_all(bytes, true));
  }
}

}  // namespace
}  // namespace tamis
