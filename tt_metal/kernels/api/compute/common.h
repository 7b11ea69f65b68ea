// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What every compute kernel starts from: arguments, circular buffers, ownership of DST, packing.
//
//     compute_kernel_hw_startup(in, out);  copy_tile_to_dst_init_short(in);
//     cb_wait_front(in, 1);       tile_regs_acquire();  copy_tile(in, 0, 0);  tile_regs_commit();
//     cb_reserve_back(out, 1);    tile_regs_wait();     pack_tile(0, out);    tile_regs_release();
//     cb_push_back(out, 1);       cb_pop_front(in, 1);
#pragma once

#include "api/compute/cb_api.h"
#include "api/compute/pack.h"
#include "api/compute/reconfig_data_format.h"
#include "api/compute/reg_api.h"
#include "tt_metal/kernels/internal/compute_hart.h"
#include "tt_metal/kernels/internal/fpu.h"
#include "tt_metal/kernels/internal/kernel.h"
