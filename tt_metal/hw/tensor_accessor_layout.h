// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The words by which the host tells a kernel where the pages of a buffer lie.
//
// Always the configuration (flags) and the size of a page in bytes; of a sharded buffer also, in
// this order, the fields below. The configuration says which fields are in the list of compile-time
// arguments and which in that of common run-time arguments; each list has its fields in order.
#pragma once

#include <stdint.h>

namespace tensor_accessor {

enum class ArgConfig : uint8_t {
    None = 0,
    Sharded = 1 << 0,
    IsDram = 1 << 1,
    // Fields that are common run-time arguments.
    RuntimeRank = 1 << 2,
    RuntimeNumBanks = 1 << 3,
    RuntimeTensorShape = 1 << 4,
    RuntimeShardShape = 1 << 5,
    RuntimeBankCoords = 1 << 6,
    Runtime =
        RuntimeRank | RuntimeNumBanks | RuntimeTensorShape | RuntimeShardShape | RuntimeBankCoords,
};
using ArgsConfig = ArgConfig;

constexpr ArgConfig operator|(ArgConfig a, ArgConfig b) {
    return static_cast<ArgConfig>(static_cast<uint8_t>(a) | static_cast<uint8_t>(b));
}
constexpr ArgConfig operator&(ArgConfig a, ArgConfig b) {
    return static_cast<ArgConfig>(static_cast<uint8_t>(a) & static_cast<uint8_t>(b));
}
constexpr bool has(ArgConfig config, ArgConfig flag) { return (config & flag) != ArgConfig::None; }

}  // namespace tensor_accessor

namespace tt::hw {

enum class AccessorField : uint8_t {
    kRank,
    kNumBanks,
    kTensorShape,  // in pages, outermost first
    kShardShape,
    kBanks,  // two to a word, the first in the lower half, in the order in which shards are dealt
};
inline constexpr uint8_t kNumAccessorFields = 5;

// Places of the words that are always there, at the start of the compile-time list.
inline constexpr uint32_t kAccessorConfigWord = 0;
inline constexpr uint32_t kAccessorPageSizeWord = 1;
inline constexpr uint32_t kAccessorFixedWords = 2;

constexpr bool is_runtime(tensor_accessor::ArgConfig config, AccessorField field) {
    constexpr auto kFirst = static_cast<uint8_t>(tensor_accessor::ArgConfig::RuntimeRank);
    return (static_cast<uint8_t>(config) & (kFirst << static_cast<uint8_t>(field))) != 0;
}

constexpr uint32_t num_words(AccessorField field, uint32_t rank, uint32_t num_banks) {
    switch (field) {
        case AccessorField::kRank:
        case AccessorField::kNumBanks:
            return 1;
        case AccessorField::kTensorShape:
        case AccessorField::kShardShape:
            return rank;
        case AccessorField::kBanks:
            break;
    }
    return (num_banks + 1) / 2;
}

// Words before this field in its list. rank and num_banks are needed for fields behind those that
// have as many words.
constexpr uint32_t place_of(tensor_accessor::ArgConfig config, AccessorField field, uint32_t rank,
                            uint32_t num_banks) {
    const bool runtime = is_runtime(config, field);
    uint32_t place = runtime ? 0 : kAccessorFixedWords;
    for (uint8_t i = 0; i < static_cast<uint8_t>(field); ++i) {
        const auto before = static_cast<AccessorField>(i);
        if (is_runtime(config, before) == runtime) place += num_words(before, rank, num_banks);
    }
    return place;
}

// Words of a whole list.
constexpr uint32_t list_size(tensor_accessor::ArgConfig config, bool runtime, uint32_t rank,
                             uint32_t num_banks) {
    uint32_t size = runtime ? 0 : kAccessorFixedWords;
    if (!tensor_accessor::has(config, tensor_accessor::ArgConfig::Sharded)) return size;
    for (uint8_t i = 0; i < kNumAccessorFields; ++i) {
        const auto field = static_cast<AccessorField>(i);
        if (is_runtime(config, field) == runtime) size += num_words(field, rank, num_banks);
    }
    return size;
}

}  // namespace tt::hw
