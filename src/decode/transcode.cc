// SPDX-License-Identifier: Apache-2.0
#include "decode/transcode.h"

#include "base/iconv.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>

namespace tamis::decoding {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// What the system calls them, where that is not our name.
std::string_view system_name(std::string_view charset) {
  if (charset == "big5") return "BIG5-HKSCS";
  if (charset == "windows-874") return "CP874";
  if (charset == "euc-jp") return "EUC-JP-MS";
  if (charset == "shift_jis") return "CP932";
  if (charset == "euc-kr") return "CP949";
  return charset;
}

Transcoded from_utf8(std::string_view bytes) {
  Transcoded out;
  if (base::valid_utf8(bytes)) {
    out.utf8.assign(bytes);
    return out;
  }
  out.utf8.reserve(bytes.size() + 64);
  std::size_t copied = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    // U+FFFD that stands in the source is three bytes long: only one byte is an error.
    if (base::next_code_point(bytes, at) != base::kReplacement || at - begin != 1) continue;
    out.utf8.append(bytes, copied, begin - copied).append(kReplacement);
    ++out.errors;
    // The rest of a sequence that broke off is one error with its lead byte.
    while (at < bytes.size() && base::is_continuation(bytes[at])) ++at;
    copied = at;
  }
  out.utf8.append(bytes, copied);
  return out;
}

// What iconv refuses although browsers read it: 0x80 is the euro sign in GBK.
std::string_view own_reading(unsigned char byte, std::string_view charset) {
  return byte == 0x80 && charset == "gb18030" ? "\xE2\x82\xAC" : std::string_view{};
}

Transcoded from_iconv(std::string_view bytes, base::Iconv& converter, std::string_view charset) {
  const std::size_t unit = charset.starts_with("utf-16")   ? 2
                           : charset.starts_with("utf-32") ? 4
                                                           : 1;
  Transcoded out;
  out.utf8.reserve(bytes.size() + bytes.size() / 2);
  const char* input = bytes.data();
  std::size_t left = bytes.size();
  std::array<char, 16384> buffer;
  for (bool more = true; more;) {
    more = left > 0;  // the last round gives what the converter holds back
    char* output = buffer.data();
    std::size_t room = buffer.size();
    const int error = converter.convert(more ? &input : nullptr, &left, &output, &room);
    if (error != 0 && error != E2BIG) converter.convert(nullptr, nullptr, &output, &room);
    out.utf8.append(buffer.data(), buffer.size() - room);
    if (error == 0 || error == E2BIG) continue;
    const std::string_view own = own_reading(static_cast<unsigned char>(*input), charset);
    out.utf8.append(own.empty() ? kReplacement : own);
    out.errors += own.empty();
    const std::size_t step = error == EINVAL ? left : std::min(left, unit);
    input += step;
    left -= step;
  }
  return out;
}

}  // namespace

Transcoded transcode(std::string_view bytes, std::string_view charset) {
  if (charset == "utf-8") return from_utf8(bytes);
  base::Iconv converter("UTF-8", system_name(charset));
  if (!converter.open()) return from_utf8(bytes);
  return from_iconv(bytes, converter, charset);
}

bool can_transcode(std::string_view charset) {
  return charset == "utf-8" || base::Iconv("UTF-8", system_name(charset)).open();
}

void normalise(std::string& utf8) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.erase(0, 3);
  if (utf8.find('\0') != std::string::npos) std::erase(utf8, '\0');
  std::size_t from = utf8.find('\r');
  if (from == std::string::npos) return;
  std::size_t to = from;
  while (from < utf8.size()) {  // at a CR
    utf8[to++] = '\n';
    from += from + 1 < utf8.size() && utf8[from + 1] == '\n' ? 2 : 1;
    const std::size_t next = std::min(utf8.find('\r', from), utf8.size());
    std::memmove(utf8.data() + to, utf8.data() + from, next - from);
    to += next - from;
    from = next;
  }
  utf8.resize(to);
}

}  // namespace tamis::decoding
