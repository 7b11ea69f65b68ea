// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions of the SFPU, as kernels ask for them: a code is data, so that one kernel can run
// whatever chain of functions its arguments name.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/data_format.h"

namespace tt::hw {

enum class SfpuFunction : uint16_t {
#define SFPU_FUNCTION(name, operands, formats, result) k_##name,
#include "tt_metal/hw/sfpu_functions.def"
#undef SFPU_FUNCTION
    kEnd,
};

inline constexpr uint32_t kNumSfpuFunctions = static_cast<uint32_t>(SfpuFunction::kEnd);
inline constexpr uint32_t kMaxSfpuOperands = 4;

// An operand that is no tile of DST.
enum SfpuSource : uint32_t {
    kSfpuScalar = 0xFF,  // the scalar that was set for this operand, for all datums
    kSfpuRandom = 0xFE,  // a new random word for each datum
};

// Four operands in one word: indices of DST tiles or SfpuSource, low byte first.
constexpr uint32_t sfpu_operands(uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
    return a | b << 8 | c << 16 | d << 24;
}

// Which faces of a tile a function works on; the others keep their datums.
enum SfpuFaces : uint32_t {
    kSfpuAllFaces = 0xF,
    kSfpuFirstFace = 0x1,
    kSfpuTopFaces = 0x3,   // rows 0 to 15
    kSfpuLeftFaces = 0x5,  // columns 0 to 15
};

// What to do and where the result goes. All formats of floats count as Float32.
struct SfpuCommand {
    SfpuFunction function;
    DataFormat format;  // of the operands
    uint32_t out;       // DST tile
    uint32_t faces = kSfpuAllFaces;

    constexpr uint32_t encode() const {
        return static_cast<uint32_t>(function) | faces << 12 | static_cast<uint32_t>(format) << 16 |
               out << 24;
    }
    static constexpr SfpuCommand decode(uint32_t word) {
        return {static_cast<SfpuFunction>(word & 0xFFF), static_cast<DataFormat>(word >> 16 & 0xFF),
                word >> 24, word >> 12 & 0xF};
    }
};

static_assert(kNumSfpuFunctions <= 0x1000);

}  // namespace tt::hw
