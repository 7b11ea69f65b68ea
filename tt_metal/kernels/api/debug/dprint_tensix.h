// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Prints what the math hart has in DST: MATH((dprint_tensix_dest_reg(0))).
#pragma once

#include <stdint.h>

#include "api/debug/dprint.h"
#include "tt_metal/hw/data_format.h"
#include "tt_metal/hw/firmware/this_hart.h"

// The rows of a tile from the one end to the other, or of its faces, one after the other. Nothing
// on other harts.
template <bool print_by_face = false>
inline void dprint_tensix_dest_reg([[maybe_unused]] int tile = 0) {
    using namespace tt::hw;
    if constexpr (kThisHart == Hart::kTrisc1) {
        constexpr uint32_t kWidth = print_by_face ? kFaceWidth : kTileWidth;
        for (uint32_t row = 0; row < kTileElements / kWidth; ++row) {
            for (uint32_t column = 0; column < kWidth; ++column) {
                const uint32_t face = row / kFaceHeight * 2 + column / kFaceWidth;
                const uint32_t in_face = row % kFaceHeight * kFaceWidth + column % kFaceWidth;
                issue<MovementOp::kPrintDst>(static_cast<uint32_t>(tile),
                                             print_by_face
                                                 ? row * kWidth + column
                                                 : face * kFaceHeight * kFaceWidth + in_face);
                DPRINT << ' ';
            }
            DPRINT << ENDL();
        }
    }
}
