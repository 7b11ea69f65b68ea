// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Math fidelity: the multipliers take a slice of each mantissa at a time, so that all bits of a
// product need up to four phases. Source A has slices of 5 bits (with the hidden one), source B of
// 7; what is left of either is its second slice.
//
//     phases   1 LoFi       2 HiFi2      3 HiFi3                       4 HiFi4
//     product  Ahigh Bhigh  A Bhigh      A Bhigh, then + Ahigh Blow    A B
#pragma once

#include <cstdint>

#include "tt_metal/sim/tensix/datapath.hpp"

namespace tt::sim {

inline constexpr uint32_t kMaxPhases = 4;

// Calls multiply(a, b, is_first) once, or twice for results that add up. Cuts the operands in
// place.
template <class Multiply>
void multiply_in_phases(const Datapath& datapath, uint32_t phases, Tile& source_a, Tile& source_b,
                        Multiply multiply) {
    constexpr int kCutA = 23 - 4;
    constexpr int kCutB = 23 - 6;
    if (phases == 3) {
        Tile high = source_b;
        datapath.slice_mantissa(source_b, kCutB, MantissaSlice::kHigh, high);
        multiply(source_a, high, true);
        datapath.slice_mantissa(source_a, kCutA, MantissaSlice::kHighOfFinite, source_a);
        datapath.slice_mantissa(source_b, kCutB, MantissaSlice::kLowOfFinite, source_b);
        return multiply(source_a, source_b, false);
    }
    if (phases == 1) {
        datapath.slice_mantissa(source_a, kCutA, MantissaSlice::kHigh, source_a);
    }
    if (phases <= 2) {
        datapath.slice_mantissa(source_b, kCutB, MantissaSlice::kHigh, source_b);
    }
    multiply(source_a, source_b, true);
}

}  // namespace tt::sim
