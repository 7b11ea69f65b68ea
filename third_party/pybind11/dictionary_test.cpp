// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "third_party/pybind11/dictionary.hpp"

#include <gtest/gtest.h>
#include <pybind11/embed.h>

namespace {

TEST(EmbeddedInterpreterTest, EvaluatesPythonOnObjectsFromCpp) {
    pybind11::scoped_interpreter interpreter;
    pybind11::dict scope;
    scope["squares"] = squares_up_to(4);

    const auto total = pybind11::eval("sum(squares.values())", scope).cast<int>();

    EXPECT_EQ(total, 1 + 4 + 9 + 16);
}

}  // namespace
