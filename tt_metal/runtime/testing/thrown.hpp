// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a call throws, so that tests can ask what its message says.
#pragma once

#include <gtest/gtest.h>

#include <exception>
#include <string>

namespace tt::tt_metal::runtime_testing {

// The message of the Error that the call throws; fails the test if it throws none or another.
template <typename Error, typename Call>
std::string thrown(const Call& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    } catch (const std::exception& error) {
        ADD_FAILURE() << "another error: " << error.what();
        return "";
    }
    ADD_FAILURE() << "no error";
    return "";
}

}  // namespace tt::tt_metal::runtime_testing

// That a message names something.
#define EXPECT_MENTIONS(message, part) \
    EXPECT_NE((message).find(part), std::string::npos) << (message)
