// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What every kernel has, whatever its hart: an entry point and arguments.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/firmware/this_hart.h"
#include "tt_metal/hw/memory_map.h"
#include "tt_metal/kernels/internal/compile_time_args.h"

// The kernel's source defines it.
extern "C" void kernel_main();

constexpr uint32_t get_arg_addr(uint32_t index) {
    return tt::hw::kRuntimeArgsBase +
           static_cast<uint32_t>(tt::hw::kThisHart) * tt::hw::kRuntimeArgsStride +
           index * sizeof(uint32_t);
}

constexpr uint32_t get_common_arg_addr(uint32_t index) {
    return get_arg_addr(index) + tt::hw::kCommonRuntimeArgsOffset;
}

// The index-th 32-bit word that the host set for this core, and for all cores of the kernel.
// They do not change while a kernel runs, so the compiler may keep them in registers.
template <typename T>
inline T get_arg_val(uint32_t index) {
    static_assert(sizeof(T) == sizeof(uint32_t), "an argument is one 32-bit word");
    return *reinterpret_cast<const T*>(get_arg_addr(index));
}

template <typename T>
inline T get_common_arg_val(uint32_t index) {
    static_assert(sizeof(T) == sizeof(uint32_t), "an argument is one 32-bit word");
    return *reinterpret_cast<const T*>(get_common_arg_addr(index));
}
