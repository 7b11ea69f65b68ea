// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0
// Needs headers of the C++ library and, on a processor without 64-bit division and floats, what the
// compiler takes from its builtins.

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace {

using Block = std::array<uint32_t, 64>;

// Volatile, so that nothing of it is computed by the compiler.
volatile uint64_t dividend = 1'000'000'000'000;
volatile uint64_t divisor = 3;
volatile float scale = 1.5f;
volatile std::size_t size = sizeof(Block);
Block source;
Block target;

}  // namespace

extern "C" void _start() {
    source[0] = static_cast<uint32_t>(dividend / divisor);
    scale = scale * scale + 1.0f;
    source[1] = std::bit_cast<uint32_t>(float(scale));
    std::reverse(source.begin(), source.end());
    __builtin_memcpy(&target, &source, size);
    for (;;) {
        divisor = target[size % target.size()];
    }
}
