// SPDX-License-Identifier: Apache-2.0
#include "memory/header.h"

#include "base/hash.h"
#include "base/mapped.h"
#include "json/json.h"
#include "tamis/result.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace tamis::memory {
namespace {

constexpr std::size_t kChunk = 1u << 20;  // bytes that are summed at a time

std::string name_of(const std::string& kind, std::uint64_t sum) {
  return kind + "-" + base::hex(sum) + ".bin";
}

std::int64_t number_at(const json::Value& object, std::string_view key) {
  const json::Value* value = object.find(key);
  const std::int64_t* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(&value->data);
  return number == nullptr ? -1 : *number;
}

std::uint64_t sum_of(const base::Mapped& file) {
  const std::string_view bytes = file.bytes();
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < bytes.size(); at += kChunk) {
    sum = base::hash64(bytes.substr(at, kChunk), sum);
    file.let_go();
  }
  return sum;
}

}  // namespace

const StoredFile* Header::find(std::string_view kind) const {
  for (const StoredFile& file : files) {
    if (file.name.size() > kind.size() && file.name.starts_with(kind) &&
        file.name[kind.size()] == '-') {
      return &file;
    }
  }
  return nullptr;
}

std::string header_json(const Header& header) {
  json::Writer out;
  out.open_object();
  out.key("tamis_memory");
  out.number(std::uint64_t{kFormat});
  out.key("pages");
  out.number(header.pages);
  out.key("files");
  out.open_array();
  for (const StoredFile& file : header.files) {
    out.open_object();
    out.key("name");
    out.text(file.name);
    out.key("size");
    out.number(file.size);
    out.close_object();
  }
  out.close_array();
  out.close_object();
  return out.take() + "\n";
}

void throw_damaged(const std::string& folder, const std::string& what) {
  throw Failure("the memory in " + folder + " is damaged: " + what,
                "remove that folder to begin a new memory, or go without one (--no-corpus)");
}

Header read_header(const std::string& folder) {
  const std::optional<std::string> text = base::read_file(folder + "/" + kHeader);
  if (!text) {
    throw Failure("there is no memory in " + folder + ": it has no " + kHeader,
                  "name the memory/ folder below the output of an earlier run");
  }
  const Result<json::Value> value = json::parse(*text);
  if (!value) throw_damaged(folder, std::string(kHeader) + " is no JSON");
  const std::int64_t format = number_at(*value, "tamis_memory");
  if (format != kFormat) {
    if (format < 0) throw_damaged(folder, std::string(kHeader) + " names no format");
    throw Failure("the memory in " + folder + " is of format " + std::to_string(format) +
                      "; this tamis reads format " + std::to_string(kFormat),
                  "remove that folder to begin a new memory, or go without one (--no-corpus)");
  }
  Header header;
  const std::int64_t pages = number_at(*value, "pages");
  const json::Value* files = value->find("files");
  if (pages < 0 || pages > 0xffffffff || files == nullptr || files->array() == nullptr)
    throw_damaged(folder, std::string(kHeader) + " lacks a key");
  header.pages = static_cast<std::uint64_t>(pages);
  for (const json::Value& file : *files->array()) {
    const std::string name(file.text_at("name"));
    const std::int64_t size = number_at(file, "size");
    if (size < 0 || name.empty() || name.find('/') != std::string::npos)
      throw_damaged(folder, std::string(kHeader) + " lists a file without name or size");
    header.files.push_back({name, static_cast<std::uint64_t>(size)});
  }
  return header;
}

void check_files(const std::string& folder, const Header& header) {
  for (const StoredFile& file : header.files) {
    const std::string path = folder + "/" + file.name;
    if (!base::file_exists(path)) throw_damaged(folder, file.name + " is gone");
    const base::Mapped mapped(path);
    if (mapped.bytes().size() != file.size)
      throw_damaged(folder, file.name + " has " + std::to_string(mapped.bytes().size()) +
                                " bytes, not " + std::to_string(file.size));
    const std::string kind = file.name.substr(0, file.name.rfind('-'));
    if (name_of(kind, sum_of(mapped)) != file.name)
      throw_damaged(folder, file.name + " has other bytes than were written");
  }
}

NewFile::NewFile(std::string folder, std::string kind)
    : folder_(std::move(folder)),
      kind_(std::move(kind)),
      path_(folder_ + "/.new-" + kind_),
      fd_(base::open_file(path_, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)) {}

NewFile::~NewFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

void NewFile::write(std::string_view bytes) {
  size_ += bytes.size();
  while (!bytes.empty()) {
    const std::size_t part = std::min(bytes.size(), kChunk - buffer_.size());
    buffer_.append(bytes.substr(0, part));
    bytes.remove_prefix(part);
    if (buffer_.size() == kChunk) flush();
  }
}

void NewFile::flush() {
  if (buffer_.empty()) return;
  sum_ = base::hash64(buffer_, sum_);
  base::write_all(fd_.get(), buffer_, path_);
  buffer_.clear();
}

StoredFile NewFile::finish() {
  flush();
  base::sync_file(fd_.get(), path_);
  StoredFile file{name_of(kind_, sum_), size_};
  base::rename_file(path_, folder_ + "/" + file.name);
  path_.clear();
  return file;
}

}  // namespace tamis::memory
