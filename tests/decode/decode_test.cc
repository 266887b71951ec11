// SPDX-License-Identifier: Apache-2.0
#include "tamis/decode.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace tamis {
namespace {

using namespace std::string_literals;

// 国家主席发表重要讲话，强调经济发展 in GBK.
const std::string kGbk =
    "\xB9\xFA\xBC\xD2\xD6\xF7\xCF\xAF\xB7\xA2\xB1\xED\xD6\xD8\xD2\xAA\xBD\xB2\xBB\xB0\xA3\xAC"
    "\xC7\xBF\xB5\xF7\xBE\xAD\xBC\xC3\xB7\xA2\xD5\xB9";
const std::string kUtf8 = "国家主席发表重要讲话，强调经济发展";

Text read(std::string bytes, std::string content_type = {}) {
  Page page;
  page.bytes = std::move(bytes);
  if (!content_type.empty()) page.headers.emplace_back("content-type", std::move(content_type));
  return decode(page);
}

void expect(const Text& text, const std::string& name, const std::string& by,
            std::uint32_t errors = 0) {
  EXPECT_EQ(text.charset.name, name);
  EXPECT_EQ(text.charset.by, by);
  EXPECT_EQ(text.charset.errors, errors);
}

TEST(Decode, EvidenceInOrder) {
  expect(read("\xEF\xBB\xBF" + kUtf8), "utf-8", "bom");
  expect(read(kUtf8, "text/html; charset=utf-8"), "utf-8", "http");
  expect(read("<meta charset=utf-8>" + kUtf8), "utf-8", "meta");
  expect(read(kUtf8), "utf-8", "valid");
  expect(read(kGbk, "text/html; charset=gbk"), "gb18030", "http");
  expect(read("<meta charset=gb2312>" + kGbk), "gb18030", "meta");
  expect(read(kGbk), "gb18030", "frequency");
  expect(read(""), "utf-8", "valid");
}

TEST(Decode, GbkTextIsRead) {
  EXPECT_EQ(read(kGbk).utf8, kUtf8);
}

TEST(Decode, DeclarationThatTheBytesContradictLoses) {
  expect(read("<meta charset=utf-8>" + kGbk), "gb18030", "frequency");
  expect(read(kGbk, "text/html; charset=utf-8"), "gb18030", "frequency");
  expect(read("<meta charset=gb2312>" + kUtf8), "utf-8", "valid");
  expect(read("<meta charset=big5>" + kGbk), "gb18030", "frequency");
  expect(read("<meta charset=iso-8859-1>" + kGbk), "gb18030", "frequency");
  expect(read("\xEF\xBB\xBF" + kGbk), "gb18030", "frequency");
}

TEST(Decode, MetaCorrectsTheServer) {
  expect(read("<meta charset=gbk>" + kGbk, "text/html; charset=iso-8859-1"), "gb18030", "meta");
}

TEST(Decode, ShortGbkThatHappensToBeUtf8IsReadAsDeclared) {
  const std::string bytes = "\xD6\xB7\xCE\xAA";  // 址为, or two rare letters
  EXPECT_EQ(read("<meta charset=gbk>" + bytes).utf8, "<meta charset=gbk>址为");
  expect(read(bytes), "utf-8", "valid");
}

TEST(Decode, CutTailIsStillUtf8) {
  const Text text = read(kUtf8.substr(0, kUtf8.size() - 1));
  expect(text, "utf-8", "valid", 1);
  EXPECT_TRUE(text.utf8.ends_with("\uFFFD"));
}

TEST(Decode, FewBadBytesDoNotMakeItAnotherCharset) {
  std::string bytes;
  for (int i = 0; i < 200; ++i) bytes += kUtf8;
  bytes.insert(0, "\xFF");
  bytes.insert(bytes.size() / 2 / 3 * 3 + 1, "\xB9\xFA");
  const Text text = read(bytes);
  expect(text, "utf-8", "valid", 3);
}

TEST(Decode, Utf16WithAndWithoutMark) {
  const std::string wide = "<\0p\0>\0-N\x87\x65<\0/\0p\0>\0"s;
  EXPECT_EQ(read(wide).utf8, "<p>中文</p>");
  expect(read(wide), "utf-16le", "detector");
  EXPECT_EQ(read("\xFF\xFE"s + wide).utf8, "<p>中文</p>");
  expect(read("\xFF\xFE"s + wide), "utf-16le", "bom");
}

TEST(Decode, OtherScriptsAreLeftToTheDetector) {
  // Всем привет, это русский текст для проверки in windows-1251.
  const std::string cyrillic =
      "\xC2\xF1\xE5\xEC \xEF\xF0\xE8\xE2\xE5\xF2, \xFD\xF2\xEE \xF0\xF3\xF1\xF1\xEA\xE8\xE9 "
      "\xF2\xE5\xEA\xF1\xF2 \xE4\xEB\xFF \xEF\xF0\xEE\xE2\xE5\xF0\xEA\xE8";
  const Text text = read(cyrillic);
  expect(text, "windows-1251", "detector");
  EXPECT_TRUE(text.utf8.starts_with("Всем привет"));
  expect(read("It\x92s caf\xE9 time", "text/html; charset=latin1"), "windows-1252", "http");
}

TEST(Decode, TextHasNoNulAndOneKindOfLineEnd) {
  EXPECT_EQ(read("a\0b\r\nc\rd"s).utf8, "ab\nc\nd");
}

TEST(Decode, JsonIsUtf8ByItsWord) {
  Page page;
  page.decoded = true;
  page.bytes = "<meta charset=gbk>" + kUtf8;
  expect(decode(page), "utf-8", "json");
  EXPECT_EQ(decode(page).utf8, page.bytes);
}

TEST(Decode, PlainTextHasNoMeta) {
  Page page;
  page.kind = PageKind::kText;
  page.bytes = "<meta charset=utf-8>" + kUtf8;
  expect(decode(page), "utf-8", "valid");
}

TEST(Decode, AnyBytesGiveText) {
  std::string bytes;
  for (int i = 0; i < 256 * 8; ++i) bytes += static_cast<char>(i * 167 % 256);
  EXPECT_FALSE(read(bytes).utf8.empty());
}

}  // namespace
}  // namespace tamis
