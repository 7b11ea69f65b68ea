// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Small programs that both a hart and the host can run: each must give the same number on both.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/memory_map.h"

namespace tt::sim::guests {

enum class Workload : uint32_t { kFibonacci, kSortAndChecksum, kPageReader, kArithmetic };

// How the host asks for one, in L1.
struct Request {
    Workload workload;
    uint32_t iterations;
    uint32_t result;
};
inline constexpr uint32_t kRequestAddress = hw::kL1UnreservedBase;
inline constexpr uint32_t kScratchAddress = kRequestAddress + 0x100;
inline constexpr uint32_t kScratchWords = 4096;

// Registers and one short loop.
inline uint32_t fibonacci(uint32_t iterations) {
    uint32_t current = 0;
    uint32_t next = 1;
    for (uint32_t i = 0; i < iterations; ++i) {
        const uint32_t sum = current + next;
        current = next;
        next = sum;
        asm volatile("" : "+r"(current), "+r"(next));  // or the compiler unrolls it all
    }
    return current;
}

// A linear congruential generator: the test data of these programs.
inline uint32_t next_random(uint32_t& state) { return state = state * 1664525u + 1013904223u; }

inline void shell_sort(uint32_t* values, uint32_t count) {
    for (uint32_t gap = count / 2; gap > 0; gap /= 2) {
        for (uint32_t i = gap; i < count; ++i) {
            const uint32_t value = values[i];
            uint32_t j = i;
            for (; j >= gap && values[j - gap] > value; j -= gap) {
                values[j] = values[j - gap];
            }
            values[j] = value;
        }
    }
}

// CRC-32 (polynomial 0xEDB88320), bit by bit.
inline uint32_t checksum(const uint8_t* bytes, uint32_t count, uint32_t crc) {
    for (uint32_t i = 0; i < count; ++i) {
        crc ^= bytes[i];
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
        }
    }
    return crc;
}

// Memory, data-dependent branches, bytes.
inline uint32_t sort_and_checksum(uint32_t* scratch, uint32_t iterations) {
    constexpr uint32_t kCount = 512;
    uint32_t state = 1;
    uint32_t crc = ~0u;
    for (uint32_t i = 0; i < iterations; ++i) {
        for (uint32_t word = 0; word < kCount; ++word) {
            scratch[word] = next_random(state);
        }
        shell_sort(scratch, kCount);
        crc = checksum(reinterpret_cast<const uint8_t*>(scratch), kCount * sizeof(uint32_t), crc);
    }
    return ~crc;
}

// The shape of a kernel that reads interleaved pages: bank of each page by division, a transfer's
// parameters stored to memory, and a word polled until it has counted down.
inline uint32_t page_reader(volatile uint32_t* scratch, uint32_t iterations) {
    constexpr uint32_t kPageSize = 2048;
    volatile uint32_t* command = scratch;
    volatile uint32_t* busy = scratch + 8;
    const uint32_t num_banks = scratch[9];  // unknown to the compiler, as in a kernel
    uint32_t sum = 0;
    for (uint32_t page = 0; page < iterations; ++page) {
        command[0] = page % num_banks;
        command[1] = page / num_banks * kPageSize;
        command[2] = kPageSize;
        *busy = 4;
        while (*busy != 0) {
            *busy = *busy - 1;
        }
        sum += command[0] + command[1];
    }
    return sum;
}

// Every operation of RV32IM that a compiler makes from C++, over values that hit its corner cases.
inline uint32_t arithmetic(uint32_t iterations) {
    uint32_t state = 7;
    uint32_t crc = ~0u;
    for (uint32_t i = 0; i < iterations; ++i) {
        const uint32_t a = next_random(state);
        const uint32_t b = (next_random(state) >> (a >> 27)) | 1;  // of all magnitudes
        const auto sa = static_cast<int32_t>(next_random(state));
        const auto sb = static_cast<int32_t>(0u - b);
        const auto shift = b & 31;
        const uint64_t product = uint64_t{a} * b;
        const int64_t signed_product = int64_t{sa} * sb;
        const int64_t mixed_product = int64_t{sa} * static_cast<int64_t>(uint64_t{b});
        const uint32_t results[] = {a + b,
                                    a - b,
                                    a * b,
                                    a / b,
                                    a % b,
                                    a & b,
                                    a | b,
                                    a ^ b,
                                    a << shift,
                                    a >> shift,
                                    static_cast<uint32_t>(sa >> shift),
                                    static_cast<uint32_t>(sb == -1 ? 0 : sa / sb),
                                    static_cast<uint32_t>(sb == -1 ? 0 : sa % sb),
                                    static_cast<uint32_t>(product >> 32),
                                    static_cast<uint32_t>(signed_product >> 32),
                                    static_cast<uint32_t>(mixed_product >> 32),
                                    static_cast<uint32_t>(sa < sb),
                                    static_cast<uint32_t>(a < b),
                                    static_cast<uint32_t>(static_cast<int8_t>(a)),
                                    static_cast<uint32_t>(static_cast<int16_t>(a))};
        crc = checksum(reinterpret_cast<const uint8_t*>(results), sizeof(results), crc);
    }
    return ~crc;
}

inline uint32_t run(Workload workload, uint32_t* scratch, uint32_t iterations) {
    switch (workload) {
        case Workload::kFibonacci:
            return fibonacci(iterations);
        case Workload::kSortAndChecksum:
            return sort_and_checksum(scratch, iterations);
        case Workload::kPageReader:
            return page_reader(scratch, iterations);
        case Workload::kArithmetic:
            return arithmetic(iterations);
    }
    return 0;
}

}  // namespace tt::sim::guests
