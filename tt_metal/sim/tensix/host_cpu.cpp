// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/host_cpu.hpp"

#if defined(__x86_64__)

#include <cpuid.h>

#include <cstdint>

namespace tt::sim {
namespace {

// Parts of the register file that the operating system saves: XCR0, Intel SDM volume 1, 13.3.
constexpr uint64_t kSseAndAvxState = 0x06;
constexpr uint64_t kAvx512State = 0xE0;

constexpr unsigned kExtendedFeatures = 7;  // leaf of cpuid

struct Cpuid {
    unsigned a = 0, b = 0, c = 0, d = 0;
};

Cpuid cpuid(unsigned leaf) {
    Cpuid result;  // stays zero where the processor has no such leaf
    __get_cpuid_count(leaf, 0, &result.a, &result.b, &result.c, &result.d);
    return result;
}

bool has_all(uint64_t word, uint64_t bits) { return (word & bits) == bits; }

uint64_t saved_state() {
    if (!has_all(cpuid(1).c, bit_OSXSAVE)) {
        return 0;
    }
    uint32_t low, high;
    asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return uint64_t{high} << 32 | low;
}

}  // namespace

bool host_has_avx2_and_fma() {
    return has_all(saved_state(), kSseAndAvxState) && has_all(cpuid(1).c, bit_FMA) &&
           has_all(cpuid(kExtendedFeatures).b, bit_AVX2);
}

bool host_has_avx512() {
    return host_has_avx2_and_fma() && has_all(saved_state(), kAvx512State) &&
           has_all(cpuid(kExtendedFeatures).b, bit_AVX512F | bit_AVX512BW | bit_AVX512VL);
}

}  // namespace tt::sim

#else

namespace tt::sim {

bool host_has_avx2_and_fma() { return false; }
bool host_has_avx512() { return false; }

}  // namespace tt::sim

#endif
