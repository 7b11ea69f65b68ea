// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0
// Adds one to its argument; the largest int makes that undefined behaviour.

#include <cstdlib>

int main(int argc, char** argv) {
    const int number = argc == 2 ? std::atoi(argv[1]) : 0;
    return number + 1 == 42 ? 0 : 1;
}
