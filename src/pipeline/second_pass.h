// SPDX-License-Identifier: Apache-2.0
// The second pass of a run into a folder: labels and digests with what all of its pages (and those
// of the memory it goes on from) show. From kPart and kPages to articles.jsonl, summary and memory.
//
//   round 0  sightings of every page as the first pass left it
//   round 1  labels with these; sightings of the bodies as they are now
//   round 2  labels (from the first ones again) with those; records, digests and their articles
//
// Bodies without the teasers of round 0 no longer pass for the articles of these teasers: that is
// what round 2 gains. Every round goes over the pages in order of id, so the files of the memory
// are the same whatever the order of the input was.
#pragma once

#include "pipeline/cleaned_pages.h"
#include "pipeline/output_folder.h"
#include "tamis/pipeline.h"

namespace tamis::pipeline {

// False when watcher.stop ended it; nothing has changed then. `summary` is made anew.
// `earlier`: the pages of the memory that the run goes on from; those that it has read itself count
// as it has read them.
bool second_pass(const OutputFolder& out, const CleanedPages& earlier, const Rules& rules,
                 const CleanOptions& options, const Watcher& watcher, Summary& summary);

}  // namespace tamis::pipeline
