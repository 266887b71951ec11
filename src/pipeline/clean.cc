// SPDX-License-Identifier: Apache-2.0
#include "pipeline/clean_into.h"
#include "pipeline/flow.h"

namespace tamis {

bool clean(const std::vector<std::string>& inputs, const Rules& rules, const CleanOptions& options,
           const std::function<void(const Article&)>& emit, const Watcher& watcher) {
  const std::unique_ptr<Source> source = open_source(inputs, options.source);
  pipeline::FlowOptions flow_options;
  const pipeline::ReadMemory memory(options, rules);
  flow_options.memory = &memory;
  return pipeline::flow(
      *source, rules, options, flow_options,
      [&](pipeline::Record&& record) { emit(record.article); }, watcher);
}

CleanToResult clean_to(const std::string& directory, const std::vector<std::string>& inputs,
                       const Rules& rules, const CleanOptions& options, const Watcher& watcher) {
  const pipeline::OutputFolder out(directory, inputs, pipeline::Overlap::kRefused);
  CleanToResult result = pipeline::clean_into(out, inputs, rules, options, watcher);
  if (result.finished) pipeline::forget(out);
  return result;
}

}  // namespace tamis
