// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Checks of host programs. What they throw says where, which condition, and a message of
// std::format.
//
//     TT_FATAL(M % 32 == 0, "M is {}, but must be a multiple of {}", M, 32);
#pragma once

#include <format>
#include <stdexcept>
#include <string>
#include <utility>

namespace tt::assert_internal {

inline std::string message() { return ""; }

template <typename... Args>
std::string message(std::format_string<Args...> text, Args&&... args) {
    return ": " + std::format(text, std::forward<Args>(args)...);
}

[[noreturn]] inline void fail(const char* file, int line, const char* what,
                              const std::string& text) {
    throw std::runtime_error(std::format("{}:{}: {}{}", file, line, what, text));
}

}  // namespace tt::assert_internal

#define TT_THROW(...)                                           \
    ::tt::assert_internal::fail(__FILE__, __LINE__, "TT_THROW", \
                                ::tt::assert_internal::message(__VA_ARGS__))

#define TT_FATAL(condition, ...)                                                        \
    do {                                                                                \
        if (!(condition)) {                                                             \
            ::tt::assert_internal::fail(__FILE__, __LINE__, "TT_FATAL(" #condition ")", \
                                        ::tt::assert_internal::message(__VA_ARGS__));   \
        }                                                                               \
    } while (false)

#define TT_ASSERT(condition, ...) TT_FATAL(condition __VA_OPT__(, ) __VA_ARGS__)
