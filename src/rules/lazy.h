// SPDX-License-Identifier: Apache-2.0
// A value that is made on first need and then never changes: the language data of one Rules.
#pragma once

#include <memory>
#include <mutex>

namespace tamis::rules {

// Any number of threads may call get(); `make` runs once, and again only when it threw. Every call
// must ask for the same T.
class Lazy {
 public:
  template <class T, class Make>
  const T& get(Make make) const {
    std::call_once(once_, [&] { value_ = std::make_shared<const T>(make()); });
    return *static_cast<const T*>(value_.get());
  }

 private:
  mutable std::once_flag once_;
  mutable std::shared_ptr<const void> value_;
};

}  // namespace tamis::rules
