// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The common run-time arguments of a kernel, one after the other. Their number may depend on those
// before, as that of a tensor's words does on how it is laid out.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/kernel.h"

class CommonArguments {
 public:
    uint32_t word() { return get_common_arg_val<uint32_t>(next_++); }

    // The next `count` of them, in L1.
    const uint32_t* words(uint32_t count) {
        const auto* first = reinterpret_cast<const uint32_t*>(address());
        skip(count);
        return first;
    }

    // L1 address of the next one.
    uint32_t address() const { return get_common_arg_addr(next_); }
    void skip(uint32_t count) { next_ += count; }

 private:
    uint32_t next_ = 0;
};
