// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0
// What a C++ runtime must do to be called one: an exception crosses a thread, its text is printed.

#include <cmath>
#include <cstdio>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>

int main(int argc, char** argv) {
    std::exception_ptr caught;
    std::thread thrower([&] {
        try {
            // A buffer on the stack, for the guard that the toolchain puts behind it.
            char text[32];
            std::snprintf(text, sizeof(text), "sqrt(%d) = %f", argc, std::sqrt(argc));
            throw std::range_error(text);
        } catch (...) {
            caught = std::current_exception();
        }
    });
    thrower.join();
    try {
        std::rethrow_exception(caught);
    } catch (const std::runtime_error& error) {
        std::cout << argv[0] << ": " << error.what() << std::endl;
        return std::string(error.what()) == "sqrt(1) = 1.000000" ? 0 : 1;
    }
}
