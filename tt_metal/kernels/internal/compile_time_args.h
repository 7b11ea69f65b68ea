// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Arguments that a kernel is compiled with, as constant expressions. Kernels that ship have none.
// No header of libc++ is used here: they take ten times as long to compile as all of ours.
#pragma once

#include <stdint.h>

// Lists in which every element ends with a comma.
#if !defined(KERNEL_COMPILE_TIME_ARGS)
#define KERNEL_COMPILE_TIME_ARGS
#endif
#if !defined(KERNEL_COMPILE_TIME_ARG_MAP)
#define KERNEL_COMPILE_TIME_ARG_MAP
#endif

// One more than there are, as no array may be empty.
inline constexpr uint32_t kernel_compile_time_args[] = {KERNEL_COMPILE_TIME_ARGS 0};
inline constexpr uint32_t kNumCompileTimeArgs =
    sizeof(kernel_compile_time_args) / sizeof(uint32_t) - 1;

template <uint32_t kIndex>
consteval uint32_t get_ct_arg() {
    static_assert(kIndex < kNumCompileTimeArgs,
                  "the kernel was given no compile-time argument of this index");
    return kernel_compile_time_args[kIndex];
}

namespace compile_time_args_internal {

struct NamedArg {
    const char* name;
    uint32_t value;
};

inline constexpr NamedArg kNamedArgs[] = {KERNEL_COMPILE_TIME_ARG_MAP{"", 0}};

constexpr bool is_same(const char* a, const char* b) {
    while (*a != '\0' && *a == *b) ++a, ++b;
    return *a == *b;
}

// Not constexpr, so that the compiler refuses a call and names it.
inline void the_kernel_was_given_no_compile_time_argument_of_this_name() {}

consteval uint32_t named(const char* name) {
    for (const NamedArg& arg : kNamedArgs) {
        if (is_same(arg.name, name)) return arg.value;
    }
    the_kernel_was_given_no_compile_time_argument_of_this_name();
    return 0;
}

}  // namespace compile_time_args_internal

// Macros, as upstream's, for an index or name that is not there is to be an error of compilation.
// Both need a constant.
#define get_compile_time_arg_val(index) get_ct_arg<index>()
#define get_named_compile_time_arg_val(name) compile_time_args_internal::named(name)
