// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The lanes that SFPU functions compute in, as vectors that the compiler maps to the registers of
// the host. Only operations that IEEE 754 or integer arithmetic define are used on them, never the
// host's libm, and never a fused multiply-add: the same bits on every host.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tt::sim::sfpu {

inline constexpr int kLanes = 8;

using Floats = float __attribute__((ext_vector_type(kLanes)));
using Ints = int32_t __attribute__((ext_vector_type(kLanes)));
using Words = uint32_t __attribute__((ext_vector_type(kLanes)));
// Twice as wide, for what fp32 would round too early.
using Doubles = double __attribute__((ext_vector_type(kLanes)));
using Longs = int64_t __attribute__((ext_vector_type(kLanes)));
using LongWords = uint64_t __attribute__((ext_vector_type(kLanes)));

}  // namespace tt::sim::sfpu
