// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace {

void throw_out_of_range(const std::string& message) { throw std::out_of_range(message); }

double sum(const pybind11::array_t<double>& values) {
    double total = 0;
    for (pybind11::ssize_t i = 0; i < values.size(); ++i) {
        total += values.at(i);
    }
    return total;
}

std::vector<std::string> repeat(const std::string& word, int count) {
    return std::vector<std::string>(count, word);
}

}  // namespace

PYBIND11_MODULE(sample_extension, module) {
    module.def("throw_out_of_range", &throw_out_of_range);
    module.def("sum", &sum);
    module.def("repeat", &repeat);
}
