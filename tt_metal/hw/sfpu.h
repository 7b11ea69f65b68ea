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

// ── Sorting ──
// Each column of two tiles that follow each other is a sequence of 64 datums; those of the next two
// tiles are their payloads and go where they go.

inline constexpr uint32_t kSfpuSortRows = 64;

// One step of a sorting network: row r of each pair and row r + distance change places unless they
// are in order. The first `run` rows go in one direction, the next in the other, and so on.
struct SfpuSortStep {
    uint32_t first;     // row
    uint32_t count;     // rows from there on; those that are an odd multiple of the distance away
                        // are their partners
    uint32_t distance;  // between the two of a pair
    uint32_t run;
    bool increasing;  // in the first run

    constexpr uint32_t encode() const {
        return first | count << 8 | distance << 16 | run << 24 | uint32_t{increasing} << 31;
    }
    static constexpr SfpuSortStep decode(uint32_t word) {
        return {word & 0xFF, word >> 8 & 0xFF, word >> 16 & 0xFF, word >> 24 & 0x7F,
                (word >> 31) != 0};
    }
};

}  // namespace tt::hw
