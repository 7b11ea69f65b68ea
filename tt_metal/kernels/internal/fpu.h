// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What headers of api/compute share that compute with the FPU: upstream's enumerations, and the
// unpack and math instructions, each on the hart that has it.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"

namespace ckernel {

// ── Upstream's names for the contract's ──

enum EltwiseBinaryType : uint8_t {
    ELWADD = static_cast<uint8_t>(tt::hw::ElementwiseOp::kAdd),
    ELWSUB = static_cast<uint8_t>(tt::hw::ElementwiseOp::kSubtract),
    ELWMUL = static_cast<uint8_t>(tt::hw::ElementwiseOp::kMultiply),
};

// Which part of B is repeated over the tile.
enum class BroadcastType : uint8_t {
    NONE = static_cast<uint8_t>(tt::hw::TilePart::kAll),
    COL = static_cast<uint8_t>(tt::hw::TilePart::kColumn),
    ROW = static_cast<uint8_t>(tt::hw::TilePart::kRow),
    SCALAR = static_cast<uint8_t>(tt::hw::TilePart::kDatum),
};

// Which operand is what DST holds.
enum class EltwiseBinaryReuseDestType : uint8_t { NONE = 0, DEST_TO_SRCA = 1, DEST_TO_SRCB = 2 };

enum PoolType : uint8_t { SUM, AVG, MAX };

enum ReduceDim : uint8_t { REDUCE_ROW, REDUCE_COL, REDUCE_SCALAR };

// ── Instructions ──

// Tiles are counted from the front of their circular buffer. `flags` are UnpackFlags.
inline void fpu_unpack([[maybe_unused]] uint32_t cb, [[maybe_unused]] uint32_t tile,
                       [[maybe_unused]] uint32_t flags = 0) {
    if constexpr (kUnpacks) {
        tt::hw::issue<tt::hw::TensixOp::kUnpackA>(cb | flags << 16, tile);
    }
}
inline void fpu_unpack_pair([[maybe_unused]] uint32_t a_cb, [[maybe_unused]] uint32_t b_cb,
                            [[maybe_unused]] uint32_t a_tile, [[maybe_unused]] uint32_t b_tile,
                            [[maybe_unused]] uint32_t flags = 0) {
    if constexpr (kUnpacks) {
        tt::hw::issue<tt::hw::TensixOp::kUnpackAB>(a_cb | b_cb << 8 | flags << 16,
                                                   a_tile | b_tile << 16);
    }
}

template <tt::hw::TensixOp kOp>
inline void fpu_math([[maybe_unused]] uint32_t dst, [[maybe_unused]] uint32_t mode = 0) {
    if constexpr (kDoesMath) {
        tt::hw::issue<kOp>(dst, mode);
    }
}

// DST[dst] = what has been unpacked as A, or a part of it repeated over the tile.
inline void fpu_copy(uint32_t dst, BroadcastType part = BroadcastType::NONE) {
    fpu_math<tt::hw::TensixOp::kMathCopy>(dst, static_cast<uint32_t>(part) << 8);
}

inline void fpu_elementwise(EltwiseBinaryType type, BroadcastType part, uint32_t flags,
                            uint32_t dst) {
    fpu_math<tt::hw::TensixOp::kMathElementwise>(
        dst, uint32_t{type} | static_cast<uint32_t>(part) << 8 | flags << 16);
}

// ── State that init functions set ──

// Whether results of elementwise operations are added to DST.
inline bool fpu_accumulates;

inline void fpu_set_accumulation([[maybe_unused]] bool accumulate) {
    if constexpr (kDoesMath) {
        fpu_accumulates = accumulate;
    }
}

inline uint32_t fpu_accumulation() { return fpu_accumulates ? tt::hw::kMathAccumulate : 0; }

}  // namespace ckernel
