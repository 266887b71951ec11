// SPDX-License-Identifier: Apache-2.0
#include "crawl/frontier.h"

#include "base/url.h"

#include <algorithm>

namespace tamis::crawling {

std::string_view authority_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  return url.substr(0, base::authority_end(url, scheme + 3));
}

std::string host_of_authority(std::string_view authority) {
  return base::host_of(authority);
}

Authority& Frontier::at(std::string_view url) {
  const std::string name(authority_of(url));
  std::unique_ptr<Authority>& found = authorities_[name];
  if (!found) {
    found = std::make_unique<Authority>();
    found->name = name;
    found->host = host_of_authority(name);
  }
  return *found;
}

Authority* Frontier::find(const std::string& name) {
  const auto found = authorities_.find(name);
  return found == authorities_.end() ? nullptr : found->second.get();
}

void Frontier::push(std::unique_ptr<Task> task, bool first) {
  Authority& authority = at(task->url());
  task->authority = &authority;
  if (first) {
    authority.tasks.push_front(std::move(task));
  } else {
    authority.tasks.push_back(std::move(task));
  }
  ++waiting_;
  if (!authority.queued) schedule(authority, Time{});
}

std::unique_ptr<Task> Frontier::pop(Authority& authority) {
  std::unique_ptr<Task> task = std::move(authority.tasks.front());
  authority.tasks.pop_front();
  --waiting_;
  return task;
}

Authority* Frontier::next(Time now) {
  if (turns_.empty() || turns_.top().at > now) return nullptr;
  Authority* authority = turns_.top().authority;
  turns_.pop();
  authority->queued = false;
  return authority;
}

Time Frontier::next_turn() const {
  return turns_.empty() ? Time::max() : turns_.top().at;
}

void Frontier::schedule(Authority& authority, Time at) {
  authority.queued = true;
  turns_.push({at, number_++, &authority});
}

void Frontier::park(Authority& authority) {
  authority.queued = true;
  parked_[authority.host].push_back(&authority);
}

void Frontier::unpark(const std::string& host, Time at) {
  const auto found = parked_.find(host);
  if (found == parked_.end()) return;
  for (Authority* authority : found->second) schedule(*authority, at);
  parked_.erase(found);
}

}  // namespace tamis::crawling
