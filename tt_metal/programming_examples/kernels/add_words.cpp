// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Adds a word of one buffer in DRAM to a word of another, on the hart itself.
//
// Role: writer.
// Circular buffers: c_0, of which only the memory is used, for three pages.
// Compile-time arguments: TensorAccessorArgs of the three buffers.
// Arguments: 0, 1 addresses of the terms, 2 of the sum.
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr uint32_t kPageBytes = 32;
    constexpr auto a_args = TensorAccessorArgs<0>();
    constexpr auto b_args = TensorAccessorArgs<a_args.next_compile_time_args_offset()>();
    constexpr auto sum_args = TensorAccessorArgs<b_args.next_compile_time_args_offset()>();
    const auto a = TensorAccessor(a_args, get_arg_val<uint32_t>(0), kPageBytes);
    const auto b = TensorAccessor(b_args, get_arg_val<uint32_t>(1), kPageBytes);
    const auto sum = TensorAccessor(sum_args, get_arg_val<uint32_t>(2), kPageBytes);

    const uint32_t l1 = get_write_ptr(0);
    noc_async_read_page(0, a, l1);
    noc_async_read_page(0, b, l1 + kPageBytes);
    noc_async_read_barrier();
    volatile uint32_t* words = reinterpret_cast<volatile uint32_t*>(l1);
    constexpr uint32_t kWords = kPageBytes / sizeof(uint32_t);
    words[2 * kWords] = words[0] + words[kWords];
    noc_async_write_page(0, sum, l1 + 2 * kPageBytes);
    noc_async_write_barrier();
}
