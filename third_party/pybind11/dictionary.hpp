// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A sample of a library over pybind11 types, for the test that embeds an interpreter.
#pragma once

#include <pybind11/pybind11.h>

pybind11::dict squares_up_to(int last);
