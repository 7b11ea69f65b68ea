// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <stdexcept>

TEST(GoogleTest, ReportsAnExpectationThatDoesNotHold) {
    EXPECT_NONFATAL_FAILURE(EXPECT_EQ(1 + 1, 3), "Which is: 2");
}

TEST(GoogleTest, CatchesExceptionsOfTheCodeUnderTest) {
    EXPECT_THROW(throw std::out_of_range("index 3 of 3"), std::logic_error);
}
