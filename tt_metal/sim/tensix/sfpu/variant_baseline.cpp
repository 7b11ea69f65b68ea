// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/sfpu/variants.hpp"

// A product and a sum in one expression must stay two roundings in every variant.
#pragma STDC FP_CONTRACT OFF

namespace tt::sim::sfpu {
namespace {
#include "tt_metal/sim/tensix/sfpu/variant.inc"
}  // namespace

Routines baseline_routines() { return kRoutines; }

}  // namespace tt::sim::sfpu
