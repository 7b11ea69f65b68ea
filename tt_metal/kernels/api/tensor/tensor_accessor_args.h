// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where a TensorAccessor takes what it knows of a buffer from; the host has the words of a class of
// the same name.
//
// Kernels that are compiled at run time:
//     constexpr auto in_args = TensorAccessorArgs<2>();   // compile-time arguments from the third
//     constexpr auto out_args = TensorAccessorArgs<in_args.next_compile_time_args_offset()>();
// Kernels that were linked before any buffer was known, with the host's get_compile_time_args() as
// run-time arguments:
//     const RuntimeTensorAccessorArgs in_args(get_arg_addr(2));
#pragma once

#include <stdint.h>

#include "tt_metal/hw/tensor_accessor_layout.h"
#include "tt_metal/kernels/internal/kernel.h"

// kFirst: of the compile-time arguments. kFirstCommon: of the common run-time arguments, for fields
// that the host put there; it may be told to the constructor instead.
template <uint32_t kFirst, uint32_t kFirstCommon = 0>
class TensorAccessorArgs {
    using ArgConfig = tensor_accessor::ArgConfig;
    using Field = tt::hw::AccessorField;

    static constexpr auto kConfig =
        static_cast<ArgConfig>(get_ct_arg<kFirst + tt::hw::kAccessorConfigWord>());
    static constexpr uint32_t kPageSize = get_ct_arg<kFirst + tt::hw::kAccessorPageSizeWord>();

 public:
    static constexpr bool is_sharded = tensor_accessor::has(kConfig, ArgConfig::Sharded);
    static constexpr bool is_dram = tensor_accessor::has(kConfig, ArgConfig::IsDram);

    constexpr explicit TensorAccessorArgs(uint32_t first_common = kFirstCommon)
        : first_common_(first_common) {}

    static constexpr uint32_t page_size() { return kPageSize; }
    constexpr uint32_t rank() const { return word(Field::kRank, 0); }
    constexpr uint32_t num_banks() const { return word(Field::kNumBanks, 0); }
    constexpr uint32_t tensor_extent(uint32_t dimension) const {
        return word(Field::kTensorShape, dimension);
    }
    constexpr uint32_t shard_extent(uint32_t dimension) const {
        return word(Field::kShardShape, dimension);
    }
    constexpr uint32_t bank(uint32_t index) const {
        return word(Field::kBanks, index / 2) >> index % 2 * 16 & 0xFFFF;
    }

    constexpr uint32_t num_compile_time_args() const { return list_size(false); }
    constexpr uint32_t next_compile_time_args_offset() const {
        return kFirst + num_compile_time_args();
    }
    constexpr uint32_t num_common_runtime_args() const { return list_size(true); }
    constexpr uint32_t next_common_runtime_args_offset() const {
        return first_common_ + num_common_runtime_args();
    }

 private:
    constexpr uint32_t word(Field field, uint32_t index) const {
        // Each list is asked for rank and number of banks only by fields that come behind them.
        const uint32_t dimensions = field <= Field::kTensorShape ? 0 : rank();
        const uint32_t place = tt::hw::place_of(kConfig, field, dimensions, 0) + index;
        if (tt::hw::is_runtime(kConfig, field)) {
            return get_common_arg_val<uint32_t>(first_common_ + place);
        }
        return kernel_compile_time_args[kFirst + place];
    }
    constexpr uint32_t list_size(bool runtime) const {
        if constexpr (!is_sharded) return tt::hw::list_size(kConfig, runtime, 0, 0);
        const bool has_shapes = tt::hw::is_runtime(kConfig, Field::kTensorShape) == runtime ||
                                tt::hw::is_runtime(kConfig, Field::kShardShape) == runtime;
        const bool has_banks = tt::hw::is_runtime(kConfig, Field::kBanks) == runtime;
        return tt::hw::list_size(kConfig, runtime, has_shapes ? rank() : 0,
                                 has_banks ? num_banks() : 0);
    }

    uint32_t first_common_;
};

// Of a list in L1 that has everything.
class RuntimeTensorAccessorArgs {
    using ArgConfig = tensor_accessor::ArgConfig;
    using Field = tt::hw::AccessorField;

    const uint32_t* words_;  // first, as the members below come from it

 public:
    const bool is_sharded;
    const bool is_dram;

    explicit RuntimeTensorAccessorArgs(uint32_t l1_address)
        : words_(reinterpret_cast<const uint32_t*>(l1_address)),
          is_sharded(tensor_accessor::has(config(), ArgConfig::Sharded)),
          is_dram(tensor_accessor::has(config(), ArgConfig::IsDram)) {}

    uint32_t page_size() const { return words_[tt::hw::kAccessorPageSizeWord]; }
    uint32_t rank() const { return word(Field::kRank, 0); }
    uint32_t num_banks() const { return word(Field::kNumBanks, 0); }
    uint32_t tensor_extent(uint32_t dimension) const {
        return word(Field::kTensorShape, dimension);
    }
    uint32_t shard_extent(uint32_t dimension) const { return word(Field::kShardShape, dimension); }
    uint32_t bank(uint32_t index) const {
        return word(Field::kBanks, index / 2) >> index % 2 * 16 & 0xFFFF;
    }
    // Of the list, so that another can follow.
    uint32_t num_args() const {
        return is_sharded ? tt::hw::list_size(config(), false, rank(), num_banks())
                          : tt::hw::kAccessorFixedWords;
    }

 private:
    ArgConfig config() const { return static_cast<ArgConfig>(words_[tt::hw::kAccessorConfigWord]); }
    uint32_t word(Field field, uint32_t index) const {
        const uint32_t dimensions = field <= Field::kTensorShape ? 0 : rank();
        return words_[tt::hw::place_of(ArgConfig::None, field, dimensions, 0) + index];
    }
};
