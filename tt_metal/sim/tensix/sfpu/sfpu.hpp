// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions of the SFPU (tt_metal/hw/sfpu_functions.def) on whole tiles of DST, vectorised for
// the host. There is one variant per instruction set of the host, and all give the same bits.
//
// Floats are computed in fp32 or wider and rounded to fp32, then, if DST has 16-bit datums, to
// bf16, each time to nearest even. Denormals are kept, a NaN is always 0x7FC00000.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "tt_metal/hw/sfpu.h"
#include "tt_metal/sim/tensix/datapath.hpp"
#include "tt_metal/sim/tensix/tile.hpp"

namespace tt::sim {

struct SfpuArguments {
    // Per operand: a tile's datums, or a group of sfpu::kLanes of them that stands for all.
    struct Source {
        const float* datums;
        bool is_scalar;
    };
    std::array<Source, hw::kMaxSfpuOperands> operands;
    float* out;  // a tile's datums; may be those of an operand
    uint32_t faces;
    uint32_t integer_mask;  // bits that an integer result keeps
    DstPrecision precision;
};

using SfpuRoutine = void (*)(const SfpuArguments&);

// What a function is, as its row says.
struct SfpuFunctionInfo {
    const char* name;
    uint32_t num_operands;
    uint32_t formats;       // bit i: kSfpuFormats[i]
    hw::DataFormat result;  // Invalid: that of the operands
};

inline constexpr std::array kSfpuFormats = {hw::DataFormat::Float32, hw::DataFormat::Int32,
                                            hw::DataFormat::UInt32, hw::DataFormat::UInt16,
                                            hw::DataFormat::UInt8};

// Throws Fault if there is no such function.
const SfpuFunctionInfo& sfpu_function_info(hw::SfpuFunction function);

struct SfpuVariant {
    const char* name;  // of the host's instruction set: "avx2"
    // Per function and lane: of floats, of signed and of unsigned integers. Null where the function
    // has none.
    std::span<const std::array<SfpuRoutine, 3>, hw::kNumSfpuFunctions> routines;

    SfpuRoutine routine(hw::SfpuFunction function, hw::DataFormat format) const;
};

// Those that this host can run, the fastest last.
std::span<const SfpuVariant> supported_sfpu_variants();

inline const SfpuVariant& fastest_sfpu() { return supported_sfpu_variants().back(); }

}  // namespace tt::sim
