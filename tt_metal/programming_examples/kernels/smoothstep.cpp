// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Goes smoothly from 0 to 1 between two edges, with vector code of its own: 3 t^2 - 2 t^3, where t
// is how far x is from the one edge to the other.
//
// Role: compute.
// Circular buffers: c_0 in, c_16 out.
// Compile-time arguments: 0, 1 the edges, bits of floats.
// Arguments: 0 number of tiles.
#include "api/compute/common.h"
#include "api/compute/eltwise_unary/eltwise_unary.h"
#include "api/compute/pack.h"
#include "api/compute/sfpi.h"
#include "api/compute/tile_move_copy.h"

#ifdef TRISC_MATH
using namespace sfpi;

constexpr float kFrom = __builtin_bit_cast(float, get_compile_time_arg_val(0));
constexpr float kTo = __builtin_bit_cast(float, get_compile_time_arg_val(1));

// One face of a tile: eight vectors of 32 lanes.
void smoothstep_face() {
    for (int i = 0; i < 8; ++i) {
        const vFloat x = dst_reg[0];
        vFloat t = (x - kFrom) * (1.0f / (kTo - kFrom));
        v_if(t < 0.0f) { t = 0.0f; }
        v_elseif(t > 1.0f) { t = 1.0f; }
        v_endif;
        dst_reg[0] = t * t * (3.0f - 2.0f * t);
        dst_reg++;
    }
}
#endif

void kernel_main() {
    constexpr uint32_t kIn = 0, kOut = 16;
    init_sfpu(kIn, kOut);
    for (uint32_t i = 0; i < get_arg_val<uint32_t>(0); ++i) {
        cb_wait_front(kIn, 1);
        tile_regs_acquire();
        copy_tile(kIn, 0, 0);
        MATH((_llk_math_eltwise_unary_sfpu_params_<false>(smoothstep_face, 0)));
        tile_regs_commit();
        cb_pop_front(kIn, 1);

        cb_reserve_back(kOut, 1);
        tile_regs_wait();
        pack_tile(0, kOut);
        tile_regs_release();
        cb_push_back(kOut, 1);
    }
}
