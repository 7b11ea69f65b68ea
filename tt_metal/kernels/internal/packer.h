// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The packer's settings, which stay until they are changed or the kernel ends.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/compute_hart.h"

namespace ckernel {

inline void packer_configure([[maybe_unused]] tt::hw::PackSetting setting,
                             [[maybe_unused]] uint32_t value) {
    if constexpr (kPacks) {
        tt::hw::issue<tt::hw::TensixOp::kPackConfigure>(static_cast<uint32_t>(setting), value);
    }
}

}  // namespace ckernel
