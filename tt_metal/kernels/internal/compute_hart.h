// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Which third of a compute kernel this is. Its source is compiled three times, and every function
// of the compute API does something on some of the three harts and nothing on the others.
#pragma once

#include "tt_metal/hw/firmware/issue.h"
#include "tt_metal/hw/firmware/this_hart.h"

inline constexpr bool kUnpacks = tt::hw::kThisHart == tt::hw::Hart::kTrisc0;
inline constexpr bool kDoesMath = tt::hw::kThisHart == tt::hw::Hart::kTrisc1;
inline constexpr bool kPacks = tt::hw::kThisHart == tt::hw::Hart::kTrisc2;

static_assert(kUnpacks || kDoesMath || kPacks, "data movement harts do not reach the engine");

// Older kernels are `namespace NAMESPACE { void MAIN { ... } }`. C functions of one name are one
// function in whatever namespaces they are declared.
#define NAMESPACE compute_kernel
#define MAIN kernel_main()
namespace NAMESPACE {
extern "C" void kernel_main();
}

// Kernels use the names of the compute API with and without their namespace.
namespace ckernel {}
using namespace ckernel;

// Upstream's mark of small functions.
#define ALWI inline __attribute__((always_inline))

// The same for statements of kernels: UNPACK((statement)).
#define UNPACK(...)
#define MATH(...)
#define PACK(...)
#if defined(TRISC_UNPACK)
#undef UNPACK
#define UNPACK(...) __VA_ARGS__
#elif defined(TRISC_MATH)
#undef MATH
#define MATH(...) __VA_ARGS__
#elif defined(TRISC_PACK)
#undef PACK
#define PACK(...) __VA_ARGS__
#else
#error "compute code: define TRISC_UNPACK, TRISC_MATH or TRISC_PACK"
#endif
