// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Applies functions of the vector engine to tiles, one after the other, without leaving DST.
//
// Role: compute.
// Circular buffers: c_0 in, c_16 out.
// Macros: FUNCTIONS, statements about DST tile 0, such as exp_tile(0); the host chooses.
// Arguments: 0 number of tiles.
#include "api/compute/common.h"
#include "api/compute/compute_kernel_api.h"
#include "api/compute/eltwise_unary/binop_with_scalar.h"
#include "api/compute/eltwise_unary/eltwise_unary.h"
#include "api/compute/eltwise_unary/exp.h"
#include "api/compute/pack.h"
#include "api/compute/tile_move_copy.h"

void kernel_main() {
    constexpr uint32_t kIn = 0, kOut = 16;
    init_sfpu(kIn, kOut);
    for (uint32_t i = 0; i < get_arg_val<uint32_t>(0); ++i) {
        cb_wait_front(kIn, 1);
        tile_regs_acquire();
        copy_tile(kIn, 0, 0);
        FUNCTIONS;
        tile_regs_commit();
        cb_pop_front(kIn, 1);

        cb_reserve_back(kOut, 1);
        tile_regs_wait();
        pack_tile(0, kOut);
        tile_regs_release();
        cb_push_back(kOut, 1);
    }
}
