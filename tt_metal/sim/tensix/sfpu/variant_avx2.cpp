// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/sfpu/variants.hpp"

#if defined(__x86_64__)

// A product and a sum in one expression must stay two roundings in every variant.
#pragma STDC FP_CONTRACT OFF

namespace tt::sim::sfpu {

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
namespace {
namespace avx2 {
#include "tt_metal/sim/tensix/sfpu/variant.inc"
}  // namespace avx2
}  // namespace
#pragma clang attribute pop

Routines avx2_routines() { return avx2::kRoutines; }

}  // namespace tt::sim::sfpu

#endif
