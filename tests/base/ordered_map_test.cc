// SPDX-License-Identifier: Apache-2.0
#include "base/ordered_map.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace tamis::base {
namespace {

constexpr int kItems = 300;

// A function whose time differs from item to item, so that results are ready out of order.
long slow_square(int n) {
  if (n % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(n * 37 % 900));
  return static_cast<long>(n) * n;
}

struct Outcome {
  std::vector<long> consumed;
  std::string error;
};

// Where a stage throws; kItems: nowhere.
struct Faults {
  int produce = kItems, map = kItems, consume = kItems;
};

Steps<int, long> steps_for(const Faults& faults, int& next, Outcome& run) {
  Steps<int, long> steps;
  steps.produce = [&next, faults](int& n) {
    if (next == faults.produce) throw std::runtime_error("produce");
    n = next;
    return next++ < kItems;
  };
  steps.weigh = [](const int&) { return std::size_t{1}; };
  steps.map = [faults](int&& n) {
    if (n >= faults.map) throw std::runtime_error("map " + std::to_string(n));
    return slow_square(n);
  };
  steps.consume = [&run, faults](long&& square) {
    if (static_cast<int>(run.consumed.size()) == faults.consume) {
      throw std::runtime_error("consume");
    }
    run.consumed.push_back(square);
  };
  return steps;
}

Outcome plain_loop(const Faults& faults) {
  Outcome run;
  int next = 0;
  const Steps<int, long> steps = steps_for(faults, next, run);
  try {
    int n = 0;
    while (steps.produce(n)) steps.consume(steps.map(std::move(n)));
  } catch (const std::runtime_error& error) {
    run.error = error.what();
  }
  return run;
}

Outcome mapped(const Faults& faults, int threads, Window window = {}) {
  Outcome run;
  int next = 0;
  try {
    ordered_map(steps_for(faults, next, run), threads, window);
  } catch (const std::runtime_error& error) {
    run.error = error.what();
  }
  return run;
}

TEST(OrderedMap, GivesWhatAPlainLoopGivesWhateverBreaks) {
  const Faults cases[] = {{},
                          {0, 400, 400},
                          {400, 0, 400},
                          {400, 400, 0},
                          {100, 400, 400},
                          {400, 150, 400},
                          {400, 400, 211},
                          {120, 119, 118},
                          {120, 120, 120},
                          {299, 299, 298},
                          {150, 149, 400},
                          {150, 400, 147}};
  for (const Faults& faults : cases) {
    const Outcome expected = plain_loop(faults);
    for (const int threads : {1, 2, 3, 8}) {
      const Outcome run = mapped(faults, threads);
      EXPECT_EQ(run.consumed, expected.consumed) << threads << " threads, " << expected.error;
      EXPECT_EQ(run.error, expected.error) << threads << " threads";
    }
  }
}

TEST(OrderedMap, TinyWindowsGiveTheSame) {
  const Outcome expected = plain_loop({});
  for (const Window window : {Window{1, 1}, Window{2, 1}, Window{64, 3}, Window{1000, 1000}}) {
    EXPECT_EQ(mapped({}, 4, window).consumed, expected.consumed);
  }
}

TEST(OrderedMap, NoMoreItemsInFlightThanTheWindowHas) {
  std::atomic<int> in_flight{0};
  int most = 0, next = 0, consumed = 0;
  Steps<int, int> steps;
  steps.produce = [&](int& n) {
    n = next;
    most = std::max(most, ++in_flight);
    return next++ < kItems;
  };
  steps.weigh = [](const int&) { return std::size_t{1}; };
  steps.map = [](int&& n) { return static_cast<int>(slow_square(n) % 1000); };
  steps.consume = [&](int&&) {
    --in_flight;
    ++consumed;
  };
  ordered_map(steps, 3, Window{5, 1000});
  EXPECT_EQ(consumed, kItems);
  EXPECT_LE(most, 5);
}

TEST(OrderedMap, HeavyItemsPassOneAtATime) {
  std::atomic<int> in_map{0};
  std::atomic<bool> together{false};
  int next = 0;
  Steps<int, int> steps;
  steps.produce = [&](int& n) { return (n = next++) < 40; };
  steps.weigh = [](const int&) { return std::size_t{100}; };
  steps.map = [&](int&& n) {
    if (++in_map > 1) together = true;
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    --in_map;
    return n;
  };
  steps.consume = [](int&&) {};
  ordered_map(steps, 4, Window{16, 100});
  EXPECT_FALSE(together);
}

TEST(OrderedMap, ProducesAndConsumesOnTheCallingThreadAndMapsElsewhere) {
  const std::thread::id here = std::this_thread::get_id();
  for (const int threads : {1, 3}) {
    int next = 0;
    Steps<int, std::thread::id> steps;
    steps.produce = [&](int& n) {
      EXPECT_EQ(std::this_thread::get_id(), here);
      return (n = next++) < 50;
    };
    steps.weigh = [](const int&) { return std::size_t{1}; };
    steps.map = [](int&&) { return std::this_thread::get_id(); };
    steps.consume = [&](std::thread::id&& id) {
      EXPECT_EQ(std::this_thread::get_id(), here);
      EXPECT_EQ(id == here, threads == 1);
    };
    ordered_map(steps, threads);
  }
}

TEST(OrderedMap, TakesValuesThatOnlyMove) {
  int next = 0, sum = 0;
  Steps<std::unique_ptr<int>, std::unique_ptr<int>> steps;
  steps.produce = [&](std::unique_ptr<int>& n) {
    n = std::make_unique<int>(next);
    return next++ < 10;
  };
  steps.weigh = [](const std::unique_ptr<int>&) { return sizeof(int); };
  steps.map = [](std::unique_ptr<int>&& n) { return std::move(n); };
  steps.consume = [&](std::unique_ptr<int>&& n) { sum += *n; };
  ordered_map(steps, 2);
  EXPECT_EQ(sum, 45);
}

}  // namespace
}  // namespace tamis::base
