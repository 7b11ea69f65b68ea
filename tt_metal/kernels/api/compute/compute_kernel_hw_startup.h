// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// First call of a compute kernel. The engine here takes formats and tile sizes from the descriptors
// of the circular buffers at every instruction, so there is nothing to prepare; kernels call it
// since hardware needs it.
#pragma once

#include <stdint.h>

namespace ckernel {

enum class SrcOrder { Forward, Reverse };

template <SrcOrder = SrcOrder::Forward>
inline void compute_kernel_hw_startup([[maybe_unused]] uint32_t in0_cb,
                                      [[maybe_unused]] uint32_t in1_cb,
                                      [[maybe_unused]] uint32_t out_cb) {}

template <SrcOrder = SrcOrder::Forward>
inline void compute_kernel_hw_startup([[maybe_unused]] uint32_t in_cb,
                                      [[maybe_unused]] uint32_t out_cb) {}

}  // namespace ckernel
