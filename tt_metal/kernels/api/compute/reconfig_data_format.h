// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Upstream's kernels say when operands change their formats. Here every instruction takes them from
// the descriptors of its circular buffers, so there is nothing to do.
#pragma once

#include <stdint.h>

namespace ckernel {

// By new buffers, or by old and new ones.
template <bool...>
inline void reconfig_data_format(uint32_t, uint32_t) {}
template <bool...>
inline void reconfig_data_format(uint32_t, uint32_t, uint32_t, uint32_t) {}
template <bool...>
inline void reconfig_data_format_srca(uint32_t) {}
template <bool...>
inline void reconfig_data_format_srca(uint32_t, uint32_t) {}
template <bool...>
inline void reconfig_data_format_srcb(uint32_t) {}
template <bool...>
inline void reconfig_data_format_srcb(uint32_t, uint32_t) {}

}  // namespace ckernel
