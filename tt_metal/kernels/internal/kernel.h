// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What every kernel has, whatever its hart: an entry point and arguments.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/firmware/this_hart.h"
#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/memory_map.h"
#include "tt_metal/kernels/internal/compile_time_args.h"
#include "tt_metal/kernels/internal/standard_names.h"

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

// ── Arguments ──

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

namespace rt_args {

// The same two, for an index that is a constant: rt_args::get<3>(), rt_args::get<3, float>().
template <uint32_t kIndex, typename T = uint32_t>
inline T get() {
    static_assert(kIndex < tt::hw::kMaxRuntimeArgs, "a kernel has at most 341 arguments");
    return get_arg_val<T>(kIndex);
}
template <uint32_t kIndex, typename T = uint32_t>
inline T get_common() {
    static_assert(kIndex < tt::hw::kMaxRuntimeArgs, "a kernel has at most 341 common arguments");
    return get_common_arg_val<T>(kIndex);
}
// And for any: rt_args::get<uint32_t>(i).
template <typename T>
inline T get(uint32_t index) {
    return get_arg_val<T>(index);
}
template <typename T>
inline T get_common(uint32_t index) {
    return get_common_arg_val<T>(index);
}

}  // namespace rt_args

// ── Place of this core ──

inline const tt::hw::CoreInfo& core_info() {
    return *reinterpret_cast<const tt::hw::CoreInfo*>(tt::hw::kCoreInfoAddress);
}

// As programs on the host count; relative ones from the first core of the sub-device, which is the
// whole device here.
inline uint32_t get_absolute_logical_x() { return core_info().logical_x; }
inline uint32_t get_absolute_logical_y() { return core_info().logical_y; }
inline uint32_t get_relative_logical_x() { return get_absolute_logical_x(); }
inline uint32_t get_relative_logical_y() { return get_absolute_logical_y(); }

// Upstream's harts may hold words of L1 in caches; those here read L1 itself.
inline void invalidate_l1_cache() {}

// Nor is there a clock to wait by.
inline void riscv_wait(uint32_t /*cycles*/) {}
