// SPDX-License-Identifier: Apache-2.0
#include "source/sniff.h"

#include "codec/pack.h"

#include <gtest/gtest.h>

#include <string>

namespace tamis::source {
namespace {

using namespace std::literals;

std::string utf16(std::string_view ascii, bool big) {
  std::string out;
  for (char c : ascii) out += big ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

TEST(Sniff, ByContentFirstByNameSecond) {
  const std::string comment = "<!--" + std::string(3000, 'x') + "-->\n<p>a";
  const struct {
    std::string head, name;
    Content expected;
  } cases[] = {
      {"WARC/1.0\r\n", "x.html", Content::kWarc},
      {"\r\nWARC/1.1\r\n", "x", Content::kWarc},
      {"WARC/ is a format", "x.txt", Content::kText},
      {"<!DOCTYPE html><html>", "x.txt", Content::kHtml},
      {" \n\xEF\xBB\xBF <HTML lang=zh>", "x.txt", Content::kHtml},
      {"\xEF\xBB\xBF\n<body\n>", "x.txt", Content::kHtml},
      {"<?xml version='1.0'?><!DOCTYPE html>", "x.txt", Content::kHtml},
      {comment, "x.txt", Content::kHtml},
      {"<p>one", "x.txt", Content::kHtml},
      {"<pre-release> is out", "x.txt", Content::kText},
      {"<b and c", "x.txt", Content::kHtml},
      {"title\n<div>a</div><p>b<br>", "x.txt", Content::kHtml},
      {"a < b and <p> is a tag", "x.txt", Content::kText},
      {"plain words", "x.html", Content::kHtml},
      {"plain words", "x.HTM.gz", Content::kHtml},
      {"plain words", "a.html/x.txt", Content::kText},
      {"plain words", "x", Content::kText},
      {"{\"id\":1,\"text\":\"a\"}\n", "x.txt", Content::kJsonLines},
      {"\xEF\xBB\xBF{\"url\":\"u\",\"html\":\"<p>\"}", "x.html", Content::kJsonLines},
      {"\n\n {\"status\":\"ok\"}\nbroken", "x", Content::kJsonLines},
      {"{\"other\":1}\n", "x", Content::kText},
      {"{\"other\":1}\n", "x.jsonl.gz", Content::kJsonLines},
      {"{broken\n", "x.ndjson", Content::kJsonLines},
      {"{\n \"text\": 1}", "x.json", Content::kText},
      {"[{\"text\": 1}]", "x.json", Content::kText},
      {"{\"a\":{\"b\":\"}\\\"\"},\"html\":\"" + std::string(9000, 'h'), "x", Content::kJsonLines},
      {"{\"a\":{\"html\":\"" + std::string(9000, 'h'), "x", Content::kText},
      {"{\"" + std::string(9000, '\\'), "x", Content::kText},
      {"\xFF\xFE" + utf16("<html><head>", false), "x.txt", Content::kHtml},
      {"\xFE\xFF" + utf16("plain words", true), "x.txt", Content::kText},
      {utf16("  <!doctype html>", false), "x.txt", Content::kHtml},
      {utf16("plain words of no mark", true), "x.txt", Content::kText},
      {"\xFF\xFE\x2d\x4e\x87\x65\x02\x30", "x.txt", Content::kText},
      {"\x89PNG\r\n\x1a\n<html><body><p>", "x.html", Content::kBinary},
      {"%PDF-1.4 <p><p><p>", "x.html", Content::kBinary},
      {"GIF89a", "x.html", Content::kBinary},
      {"\xFF\xD8\xFF\xE0", "x.html", Content::kBinary},
      {"PK\3\4", "x", Content::kBinary},
      {"\x7F"s + "ELF", "x", Content::kBinary},
      {"\0\0\0\x20"s + "ftypisom", "x", Content::kBinary},
      {"\x1F\x8B\x08\0"s, "x", Content::kBinary},
      {test::noise(4000), "x.html", Content::kBinary},
      {std::string(2000, '\1'), "x", Content::kBinary},
      {"words with one \0 NUL in a line that is long enough"s, "x", Content::kText},
      {"<p>\0\0\0\0\0\0\0\0\0\0\0"s, "x", Content::kHtml},
      {"", "x.html", Content::kUndecided},
      {" \n\t\0"s, "x", Content::kUndecided},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(static_cast<int>(sniff(c.head, c.name).content), static_cast<int>(c.expected))
        << c.name << ": " << c.head.substr(0, 60);
  }
}

TEST(Sniff, SaysWhatABinaryIs) {
  EXPECT_EQ(sniff("%PDF-1.7", "x").what, "a PDF document");
  EXPECT_EQ(sniff(test::noise(500), "x").what, "bytes that are no text");
}

TEST(Sniff, Utf16WithoutAMarkIsText) {
  // Chinese with line ends, little endian: 新闻报道 and LF, many times.
  std::string text;
  for (int i = 0; i < 60; ++i) text += "\xb0\x65\xfb\x95\xa5\x62\x53\x90\n\0"s;
  EXPECT_TRUE(looks_utf16_or_32(text));
  EXPECT_EQ(sniff(text, "x.txt").content, Content::kText);
  EXPECT_FALSE(looks_utf16_or_32("plain ASCII text, nothing more"));
  EXPECT_FALSE(looks_utf16_or_32(std::string(1000, '\0')));
}

}  // namespace
}  // namespace tamis::source
