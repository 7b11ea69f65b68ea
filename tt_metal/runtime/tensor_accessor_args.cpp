// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/tensor_accessor_args.hpp>

#include <span>
#include <stdexcept>
#include <string>

#include "tt_metal/runtime/page_map.hpp"

namespace tt::tt_metal {
namespace {

using hw::AccessorField;
using tensor_accessor::ArgConfig;
using tensor_accessor::has;
using Words = std::vector<uint32_t>;

const Buffer& checked(const Buffer* buffer) {
    if (buffer == nullptr) throw std::invalid_argument("buffer: must not be null");
    return *buffer;
}

// A list of compile-time arguments cannot go on behind a field whose size is not known then.
void check_sizes_known(ArgConfig config) {
    const auto check = [&](ArgConfig size, const char* size_name, ArgConfig field,
                           const char* field_name) {
        if (!has(config, size) || has(config, field)) return;
        throw std::invalid_argument(std::string("config: with ") + size_name + " there must be " +
                                    field_name + ", as its size is known at run time alone");
    };
    check(ArgConfig::RuntimeRank, "RuntimeRank", ArgConfig::RuntimeTensorShape,
          "RuntimeTensorShape");
    check(ArgConfig::RuntimeRank, "RuntimeRank", ArgConfig::RuntimeShardShape, "RuntimeShardShape");
    check(ArgConfig::RuntimeNumBanks, "RuntimeNumBanks", ArgConfig::RuntimeBankCoords,
          "RuntimeBankCoords");
}

Words in_pairs(std::span<const uint32_t> banks) {
    Words words((banks.size() + 1) / 2);
    for (std::size_t i = 0; i < banks.size(); ++i) words[i / 2] |= banks[i] << i % 2 * 16;
    return words;
}

Words words_of(AccessorField field, const BufferDistributionSpec& spec,
               std::span<const uint32_t> banks) {
    switch (field) {
        case AccessorField::kRank:
            return {static_cast<uint32_t>(spec.rank())};
        case AccessorField::kNumBanks:
            return {static_cast<uint32_t>(banks.size())};
        case AccessorField::kTensorShape:
            return spec.tensor_shape_in_pages();
        case AccessorField::kShardShape:
            return spec.shard_shape_in_pages();
        case AccessorField::kBanks:
            break;
    }
    return in_pairs(banks);
}

ArgConfig memory_flag(const Buffer& buffer) {
    return buffer.is_dram() ? ArgConfig::IsDram : ArgConfig::None;
}

}  // namespace

TensorAccessorArgs::TensorAccessorArgs(ArgConfig config, uint32_t page_size)
    : compile_time_{static_cast<uint32_t>(config), page_size} {}

TensorAccessorArgs::TensorAccessorArgs(const Buffer& buffer, ArgConfig config) {
    check_sizes_known(config);
    const auto page_size = static_cast<uint32_t>(buffer.page_size());
    const auto& spec = buffer.buffer_distribution_spec();
    if (!spec) {
        compile_time_ = {static_cast<uint32_t>(memory_flag(buffer)), page_size};
        return;
    }
    config = (config & ArgConfig::Runtime) | memory_flag(buffer) | ArgConfig::Sharded;
    compile_time_ = {static_cast<uint32_t>(config), page_size};
    for (uint8_t i = 0; i < hw::kNumAccessorFields; ++i) {
        const auto field = static_cast<AccessorField>(i);
        Words& list = hw::is_runtime(config, field) ? common_runtime_ : compile_time_;
        const Words words = words_of(field, *spec, buffer.page_map().banks());
        list.insert(list.end(), words.begin(), words.end());
    }
}

TensorAccessorArgs::TensorAccessorArgs(const Buffer* buffer, ArgConfig config)
    : TensorAccessorArgs(checked(buffer), config) {}

TensorAccessorArgs TensorAccessorArgs::create_dram_interleaved() {
    return TensorAccessorArgs(ArgConfig::IsDram, 0);
}

TensorAccessorArgs TensorAccessorArgs::create_l1_interleaved() {
    return TensorAccessorArgs(ArgConfig::None, 0);
}

void TensorAccessorArgs::append_to(Words& compile_time_args) const {
    if (!common_runtime_.empty()) {
        throw std::invalid_argument(
            "common_runtime_args: must be given, as some of these arguments are run-time ones");
    }
    compile_time_args.insert(compile_time_args.end(), compile_time_.begin(), compile_time_.end());
}

void TensorAccessorArgs::append_to(Words& compile_time_args, Words& common_runtime_args) const {
    compile_time_args.insert(compile_time_args.end(), compile_time_.begin(), compile_time_.end());
    common_runtime_args.insert(common_runtime_args.end(), common_runtime_.begin(),
                               common_runtime_.end());
}

}  // namespace tt::tt_metal
