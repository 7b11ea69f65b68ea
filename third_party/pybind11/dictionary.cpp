// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "third_party/pybind11/dictionary.hpp"

pybind11::dict squares_up_to(int last) {
    pybind11::dict squares;
    for (int number = 1; number <= last; ++number) {
        squares[pybind11::int_(number)] = number * number;
    }
    return squares;
}
