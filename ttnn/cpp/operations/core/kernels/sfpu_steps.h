// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Functions of the SFPU, one after the other on tiles of DST, as the common arguments name them.
//
// Each step:
//   operands        as sfpu_operands() packs them; tiles of DST are slots
//   slots           for each byte of operands, low byte first: 1 if it is a slot, else 0
//   command         as SfpuCommand::encode() has it; `out` is a slot
//   num_scalars
//   each scalar: which operand it is, its bits
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/sfpu.h"

// Where the words of the steps end.
inline const uint32_t* skip_sfpu_steps(const uint32_t* step, uint32_t num_steps) {
    for (; num_steps > 0; --num_steps) {
        step += 4 + 2 * step[3];
    }
    return step;
}

// With slot 0 at tile `first_dst` of DST.
inline void run_sfpu_steps(const uint32_t* step, uint32_t num_steps, uint32_t first_dst) {
    constexpr uint32_t kOutShift = 24;
    for (; num_steps > 0; --num_steps) {
        const uint32_t operands = step[0] + step[1] * first_dst;
        const uint32_t command = step[2] + (first_dst << kOutShift);
        uint32_t num_scalars = step[3];
        for (step += 4; num_scalars > 0; --num_scalars, step += 2) {
            sfpu_set_scalar(step[0], step[1]);
        }
        sfpu_run_encoded(operands, command);
    }
}
