// SPDX-License-Identifier: Apache-2.0
// ordered_map: many items through a slow function on N threads, results in input order.
//
// The calling thread produces and consumes (so neither needs a lock), N workers map. At most
// `Window` items are between the two, so memory does not grow with the input; an item that is slow
// makes the producer wait, never the queue grow. Nobody polls: two condition variables.
// threads <= 1 runs inline, without a thread or a lock.
//
// An exception of any of the three stops everything: the consumer has then had exactly the results
// that a plain loop would have given it before the same exception, which is rethrown once.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace tamis::base {

struct Window {
  std::size_t items = 0;          // 0: four a thread
  std::size_t bytes = 64u << 20;  // by Steps::weigh; one item may go over
};

template <class In, class Out>
struct Steps {
  std::function<bool(In&)> produce;             // calling thread; false: no more
  std::function<std::size_t(const In&)> weigh;  // calling thread; bytes held in flight
  std::function<Out(In&&)> map;                 // any worker
  std::function<void(Out&&)> consume;           // calling thread, in input order
};

namespace internal {

// The queue between the calling thread and the workers. Slots leave in the order they came.
template <class In, class Out>
class Line {
 public:
  Line(const Steps<In, Out>& steps, int threads) : steps_(steps) {
    workers_.reserve(static_cast<std::size_t>(threads));
    try {
      for (int i = 0; i < threads; ++i) workers_.emplace_back([this] { work(); });
    } catch (...) {  // the system gives no more threads
      stop();
      throw;
    }
  }
  ~Line() { stop(); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  std::size_t items() const { return slots_.size(); }
  std::size_t bytes() const { return bytes_; }

  void push(In&& in, std::size_t bytes) {
    auto slot = std::make_unique<Slot>();
    slot->in.emplace(std::move(in));
    slot->bytes = bytes;
    bytes_ += bytes;
    {
      std::lock_guard lock(mutex_);
      todo_.push_back(slot.get());
    }
    slots_.push_back(std::move(slot));
    work_.notify_one();
  }

  // The oldest item's result; waits for it. REQUIRES: items() > 0.
  Out pop() {
    std::unique_ptr<Slot> slot = std::move(slots_.front());
    slots_.pop_front();
    bytes_ -= slot->bytes;
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return slot->out || slot->error; });
    if (slot->error) std::rethrow_exception(slot->error);
    return std::move(*slot->out);
  }

  bool front_ready() {
    std::lock_guard lock(mutex_);
    return !slots_.empty() && (slots_.front()->out || slots_.front()->error);
  }

 private:
  struct Slot {
    std::optional<In> in;
    std::optional<Out> out;
    std::exception_ptr error;
    std::size_t bytes = 0;
  };

  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      work_.wait(lock, [&] { return stopping_ || !todo_.empty(); });
      if (stopping_) return;
      Slot* slot = todo_.front();
      todo_.pop_front();
      lock.unlock();
      std::optional<Out> out;
      std::exception_ptr error;
      try {
        out.emplace(steps_.map(std::move(*slot->in)));
      } catch (...) {
        error = std::current_exception();
      }
      slot->in.reset();
      lock.lock();
      slot->out = std::move(out);
      slot->error = std::move(error);
      // Everything older was taken before it and still gets done; nothing newer is begun, and
      // nobody waits for it: the error comes first.
      if (slot->error) stopping_ = true;
      done_.notify_one();
    }
  }

  void stop() {
    {
      std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    work_.notify_all();
    for (std::thread& worker : workers_) worker.join();
    workers_.clear();
  }

  const Steps<In, Out>& steps_;
  std::deque<std::unique_ptr<Slot>> slots_;  // calling thread only
  std::size_t bytes_ = 0;                    // calling thread only
  std::mutex mutex_;                         // guards todo_, stopping_, out and error of a slot
  std::condition_variable work_, done_;
  std::deque<Slot*> todo_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace internal

template <class In, class Out>
void ordered_map(const Steps<In, Out>& steps, int threads, Window window = {}) {
  if (threads <= 1) {
    for (In in; steps.produce(in); in = In()) steps.consume(steps.map(std::move(in)));
    return;
  }
  if (window.items == 0) window.items = 4 * static_cast<std::size_t>(threads);
  internal::Line<In, Out> line(steps, threads);
  // A producer that throws comes to its turn only after what it gave before has been consumed.
  std::exception_ptr producer_error;
  bool more = true;
  while (more || line.items() > 0) {
    const bool room = line.items() < window.items && line.bytes() < window.bytes;
    if (more && room && !line.front_ready()) {
      try {
        In in;
        more = steps.produce(in);
        if (more) {
          const std::size_t bytes = steps.weigh(in);
          line.push(std::move(in), bytes);
        }
      } catch (...) {
        producer_error = std::current_exception();
        more = false;
      }
    } else if (line.items() > 0) {
      steps.consume(line.pop());
    }
  }
  if (producer_error) std::rethrow_exception(producer_error);
}

}  // namespace tamis::base
