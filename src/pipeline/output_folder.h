// SPDX-License-Identifier: Apache-2.0
// OutputFolder: DIR of `-o DIR`, checked, made and locked for as long as the object lives.
#pragma once

#include "base/file.h"

#include <string>
#include <vector>

namespace tamis::pipeline {

inline constexpr char kArticles[] = "articles.jsonl";
inline constexpr char kSummary[] = "summary.json";
inline constexpr char kRelations[] = "relations.jsonl";
inline constexpr char kClusters[] = "clusters.jsonl";
inline constexpr char kDeduplicated[] = "deduplicated.jsonl";
inline constexpr char kPart[] = ".tamis-articles.part";
inline constexpr char kPages[] = ".tamis-pages.part";
inline constexpr char kRounds[] = ".tamis-rounds";
inline constexpr char kMemory[] = "memory";
inline constexpr char kCheckpoint[] = ".tamis-checkpoint.json";
inline constexpr char kLock[] = ".tamis-lock";

// May DIR be one of the inputs? (`dups` adds to what clean wrote.)
enum class Overlap { kRefused, kSameFolder };

class OutputFolder {
 public:
  // Throws BadUsage when DIR is (or lies in) an input folder or holds pages, Failure when it cannot
  // be made or another process writes it. Makes nothing before all checks have passed.
  OutputFolder(std::string directory, const std::vector<std::string>& inputs, Overlap overlap);
  ~OutputFolder();  // gives the lock back
  OutputFolder(const OutputFolder&) = delete;
  OutputFolder& operator=(const OutputFolder&) = delete;

  const std::string& path() const { return directory_; }
  std::string path(const char* name) const { return directory_ + "/" + name; }

 private:
  void lock();

  std::string directory_;
  base::Fd lock_;
};

// True when the two names mean one existing folder.
bool same_folder(const std::string& a, const std::string& b);

}  // namespace tamis::pipeline
