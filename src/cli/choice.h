// SPDX-License-Identifier: Apache-2.0
// Options that take one of a few words, or a number within bounds.
#pragma once

#include "base/suggest.h"

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

namespace tamis::cli {

template <class T>
using Choices = std::vector<std::pair<std::string, T>>;  // in the order to name them in

template <class T>
CLI::Option* add_choice(CLI::App& app, const std::string& name, T& value, const Choices<T>& choices,
                        const std::string& help) {
  const auto take = [name, &value, choices](const std::string& word) {
    std::vector<std::string> known;
    std::string list;
    for (const auto& [known_word, meaning] : choices) {
      if (word == known_word) {
        value = meaning;
        return;
      }
      known.push_back(known_word);
      list += (list.empty() ? "" : ", ") + known_word;
    }
    const std::string near = base::nearest(word, known);
    throw CLI::ValidationError(name, "there is no " + word + ", only " + list +
                                         (near.empty() ? "" : "; did you mean " + near + "?"));
  };
  return app.add_option_function<std::string>(name, take, help);
}

template <class T>
CLI::Option* add_number(CLI::App& app, const std::string& name, T& value, T least, T most,
                        const std::string& help) {
  return app.add_option(name, value, help)
      ->type_name("N")
      ->check(CLI::Range(least, most).description(""))
      ->default_str(std::to_string(value));
}

}  // namespace tamis::cli
