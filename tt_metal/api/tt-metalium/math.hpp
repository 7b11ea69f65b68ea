// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Whole numbers and multiples of them; b is not 0.
#pragma once

#include <concepts>

namespace tt {

template <std::integral A, std::integral B>
constexpr auto div_up(A a, B b) {
    return a / b + (a % b != 0);
}

template <std::integral A, std::integral B>
constexpr auto round_up(A a, B b) {
    return div_up(a, b) * b;
}

template <std::integral A, std::integral B>
constexpr auto round_down(A a, B b) {
    return a / b * b;
}

}  // namespace tt
