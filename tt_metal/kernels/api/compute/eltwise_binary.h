// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Sums, differences and products of two tiles, or of a tile and what DST holds.
#pragma once

#include <stdint.h>

#include "api/compute/common.h"
#include "api/compute/compute_kernel_hw_startup.h"
#include "tt_metal/kernels/internal/fpu.h"

namespace ckernel {

inline void binary_op_init_common(uint32_t a_cb, uint32_t b_cb, uint32_t out_cb = 16) {
    compute_kernel_hw_startup(a_cb, b_cb, out_cb);
}

// `acc_to_dest`: add the results to what DST holds.
template <bool full_init, EltwiseBinaryType kType>
inline void binary_tiles_init(uint32_t, uint32_t, bool acc_to_dest = false) {
    fpu_set_accumulation(acc_to_dest);
}

template <EltwiseBinaryType kType>
inline void eltwise_binary_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile,
                                 uint32_t dst) {
    fpu_unpack_pair(a_cb, b_cb, a_tile, b_tile);
    fpu_elementwise(kType, BroadcastType::NONE, fpu_accumulation(), dst);
}

// Declares `name`_tiles, DST[dst] = A op B, and its init functions. Tiles are counted from the
// front of their circular buffer.
#define FPU_ELTWISE_BINARY(name, type)                                                       \
    inline void name##_tiles_init(uint32_t a_cb, uint32_t b_cb, bool acc_to_dest = false) {  \
        binary_tiles_init<true, type>(a_cb, b_cb, acc_to_dest);                              \
    }                                                                                        \
    inline void name##_tiles(uint32_t a_cb, uint32_t b_cb, uint32_t a_tile, uint32_t b_tile, \
                             uint32_t dst) {                                                 \
        eltwise_binary_tiles<type>(a_cb, b_cb, a_tile, b_tile, dst);                         \
    }

FPU_ELTWISE_BINARY(add, ELWADD)
FPU_ELTWISE_BINARY(sub, ELWSUB)
FPU_ELTWISE_BINARY(mul, ELWMUL)

#undef FPU_ELTWISE_BINARY

// Older spellings, for kernels that name neither buffer.
inline void add_tiles_init_nof() { fpu_set_accumulation(false); }
inline void sub_tiles_init_nof() { fpu_set_accumulation(false); }
inline void mul_tiles_init_f() { fpu_set_accumulation(false); }

template <bool full_init = true, EltwiseBinaryType kType = ELWADD>
inline void binary_op_specific_init(uint32_t a_cb = 0, uint32_t b_cb = 0) {
    binary_tiles_init<full_init, kType>(a_cb, b_cb);
}

// DST[dst] = DST[dst] op tile (DEST_TO_SRCA), or tile op DST[dst] (DEST_TO_SRCB).
template <EltwiseBinaryType kType = ELWADD,
          EltwiseBinaryReuseDestType kReuse = EltwiseBinaryReuseDestType::NONE>
inline void binary_dest_reuse_tiles_init(uint32_t) {}

template <EltwiseBinaryType kType = ELWADD,
          EltwiseBinaryReuseDestType kReuse = EltwiseBinaryReuseDestType::NONE>
inline void binary_dest_reuse_tiles(uint32_t in_cb, uint32_t in_tile, uint32_t dst) {
    static_assert(kReuse != EltwiseBinaryReuseDestType::NONE,
                  "say which operand DST is: DEST_TO_SRCA or DEST_TO_SRCB");
    constexpr bool kDstIsA = kReuse == EltwiseBinaryReuseDestType::DEST_TO_SRCA;
    fpu_unpack(in_cb, in_tile);
    fpu_elementwise(kType, BroadcastType::NONE, kDstIsA ? tt::hw::kMathDstIsA : tt::hw::kMathDstIsB,
                    dst);
}

}  // namespace ckernel
