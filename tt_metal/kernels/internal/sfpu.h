// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Functions of the SFPU on tiles of DST, and what declares the families of the compute API.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/sfpu.h"
#include "tt_metal/kernels/internal/compute_hart.h"

using tt::hw::DataFormat;
using tt::hw::SfpuFunction;

namespace ckernel {

// Which part of a tile a function works on: the upper half, the left half, or all of it.
struct VectorMode {
    enum Mode : int { None = 0, R = 1, C = 2, RC = 4, RC_custom = 6, Invalid = 0xFF };

    constexpr VectorMode(Mode mode) : mode(mode) {}
    constexpr operator int() const { return mode; }

    Mode mode;
};

inline constexpr int kAllOfTile = VectorMode::RC;

constexpr uint32_t sfpu_faces(int vector_mode) {
    switch (vector_mode) {
        case VectorMode::R:
            return tt::hw::kSfpuTopFaces;
        case VectorMode::C:
            return tt::hw::kSfpuLeftFaces;
        case VectorMode::None:
            return tt::hw::kSfpuFirstFace;
        default:
            return tt::hw::kSfpuAllFaces;
    }
}

// ── Operands ──

struct DstTile {
    uint32_t index;
};
struct SfpuScalar {
    uint32_t bits;
};
struct SfpuRandom {};

inline DstTile dst_tile(uint32_t index) { return {index}; }
inline SfpuScalar sfpu_scalar(uint32_t bits) { return {bits}; }
inline SfpuScalar sfpu_scalar(float value) { return {__builtin_bit_cast(uint32_t, value)}; }
inline SfpuRandom sfpu_random() { return {}; }

// The code of an operand; hands over the scalar on the way.
inline uint32_t sfpu_operand(uint32_t, DstTile tile) { return tile.index; }
inline uint32_t sfpu_operand(uint32_t place, SfpuScalar scalar) {
    tt::hw::issue<tt::hw::TensixOp::kSfpuScalar>(place, scalar.bits);
    return tt::hw::kSfpuScalar;
}
inline uint32_t sfpu_operand(uint32_t, SfpuRandom) { return tt::hw::kSfpuRandom; }

// ── Calls ──

// DST[out] = kFunction(operands...), each of the given format.
template <SfpuFunction kFunction, class... Operands>
inline void sfpu_run_as([[maybe_unused]] DataFormat format, [[maybe_unused]] uint32_t out,
                        [[maybe_unused]] int vector_mode, [[maybe_unused]] Operands... operands) {
    if constexpr (kDoesMath) {
        uint32_t place = 0;
        uint32_t codes = 0;
        ((codes |= sfpu_operand(place, operands) << 8 * place, ++place), ...);
        const tt::hw::SfpuCommand command{kFunction, format, out, sfpu_faces(vector_mode)};
        tt::hw::issue<tt::hw::TensixOp::kSfpuRun>(codes, command.encode());
    }
}

template <SfpuFunction kFunction, DataFormat kFormat = DataFormat::Float32, class... Operands>
inline void sfpu_run(uint32_t out, int vector_mode, Operands... operands) {
    sfpu_run_as<kFunction>(kFormat, out, vector_mode, operands...);
}

// A function whose code comes as data: see SfpuCommand. Scalars are set before.
inline void sfpu_run_encoded([[maybe_unused]] uint32_t operands,
                             [[maybe_unused]] uint32_t command) {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kSfpuRun>(operands, command);
    }
}
inline void sfpu_set_scalar([[maybe_unused]] uint32_t operand, [[maybe_unused]] uint32_t bits) {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kSfpuScalar>(operand, bits);
    }
}

// The first `count` rows (kRow: one row remains) or columns of DST[dst], put together by a function
// of two operands that comes as data.
inline void sfpu_reduce_encoded([[maybe_unused]] uint32_t dst,
                                [[maybe_unused]] tt::hw::TilePart part,
                                [[maybe_unused]] uint32_t count,
                                [[maybe_unused]] uint32_t command) {
    if constexpr (kDoesMath) {
        tt::hw::issue<tt::hw::TensixOp::kSfpuReduce>(
            dst | static_cast<uint32_t>(part) << 8 | count << 16, command);
    }
}

// ── Families ──
// Each declares `name` and `name_init`. Upstream's template arguments choose among implementations
// there; here all are the same.

#define SFPU_INIT(name) \
    template <auto...>  \
    inline void name##_init(auto...) {}

// DST[dst] = function(DST[dst])
#define SFPU_UNARY(name, function, format)                                                     \
    SFPU_INIT(name)                                                                            \
    template <auto...>                                                                         \
    inline void name(uint32_t dst, int vector_mode = kAllOfTile) {                             \
        sfpu_run<SfpuFunction::function, DataFormat::format>(dst, vector_mode, dst_tile(dst)); \
    }

// The same with a scalar or without, for floats, and, under names with a suffix, for integers.
#define SFPU_EACH_FORMAT(family, name, function)                          \
    family(name, function, Float32) family(name##_int32, function, Int32) \
        family(name##_uint32, function, UInt32) family(name##_uint16, function, UInt16)

// DST[dst] = function(DST[dst], scalar)
#define SFPU_UNARY_WITH_1(name, function, format)                                             \
    SFPU_INIT(name)                                                                           \
    template <auto...>                                                                        \
    inline void name(uint32_t dst, uint32_t scalar, int vector_mode = kAllOfTile) {           \
        sfpu_run<SfpuFunction::function, DataFormat::format>(dst, vector_mode, dst_tile(dst), \
                                                             sfpu_scalar(scalar));            \
    }

// The same, with a second parameter that is not needed here.
#define SFPU_UNARY_WITH_1_OF_2(name, function, format)                                        \
    SFPU_INIT(name)                                                                           \
    template <auto...>                                                                        \
    inline void name(uint32_t dst, uint32_t scalar, uint32_t, int vector_mode = kAllOfTile) { \
        sfpu_run<SfpuFunction::function, DataFormat::format>(dst, vector_mode, dst_tile(dst), \
                                                             sfpu_scalar(scalar));            \
    }

// DST[dst] = function(DST[dst], first, second)
#define SFPU_UNARY_WITH_2(name, function, format)                                      \
    SFPU_INIT(name)                                                                    \
    template <auto...>                                                                 \
    inline void name(uint32_t dst, uint32_t first, uint32_t second,                    \
                     int vector_mode = kAllOfTile) {                                   \
        sfpu_run<SfpuFunction::function, DataFormat::format>(                          \
            dst, vector_mode, dst_tile(dst), sfpu_scalar(first), sfpu_scalar(second)); \
    }

// DST[dst] = function(scalar, DST[dst])
#define SFPU_REVERSED_WITH_1(name, function, format)                                              \
    SFPU_INIT(name)                                                                               \
    template <auto...>                                                                            \
    inline void name(uint32_t dst, uint32_t scalar, int vector_mode = kAllOfTile) {               \
        sfpu_run<SfpuFunction::function, DataFormat::format>(dst, vector_mode,                    \
                                                             sfpu_scalar(scalar), dst_tile(dst)); \
    }

// DST[out] = function(DST[a], DST[b])
#define SFPU_BINARY(name, function, format)                                                \
    SFPU_INIT(name)                                                                        \
    inline void name(uint32_t a, uint32_t b, uint32_t out) {                               \
        sfpu_run<SfpuFunction::function, DataFormat::format>(out, kAllOfTile, dst_tile(a), \
                                                             dst_tile(b));                 \
    }

// The same for the format that the caller chooses.
#define SFPU_BINARY_OF(name, function)                                                        \
    SFPU_INIT(name)                                                                           \
    template <DataFormat kFormat = DataFormat::Int32>                                         \
    inline void name(uint32_t a, uint32_t b, uint32_t out) {                                  \
        sfpu_run<SfpuFunction::function, kFormat>(out, kAllOfTile, dst_tile(a), dst_tile(b)); \
    }

// One name for each format of integers, which stands between `before` and `after`.
#define SFPU_BINARY_INTEGERS(before, after, function)     \
    SFPU_BINARY(before##_int32##after, function, Int32)   \
    SFPU_BINARY(before##_uint32##after, function, UInt32) \
    SFPU_BINARY(before##_uint16##after, function, UInt16)

// DST[out] = function(DST[a], DST[b], DST[c])
#define SFPU_TERNARY(name, function)                                                         \
    SFPU_INIT(name)                                                                          \
    template <DataFormat kFormat = DataFormat::Float32>                                      \
    inline void name(uint32_t a, uint32_t b, uint32_t c, uint32_t out) {                     \
        sfpu_run<SfpuFunction::function, kFormat>(out, kAllOfTile, dst_tile(a), dst_tile(b), \
                                                  dst_tile(c));                              \
    }

}  // namespace ckernel
