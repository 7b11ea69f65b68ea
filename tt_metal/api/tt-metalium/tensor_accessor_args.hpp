// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What a kernel is told of a buffer so that its TensorAccessor finds the pages: words that go among
// its arguments. By default all are compile-time arguments; flags move fields to the common
// run-time arguments, so that one compiled kernel serves several buffers.
//
//     std::vector<uint32_t> compile_args{tile_size};
//     TensorAccessorArgs(*buffer).append_to(compile_args);   // TensorAccessorArgs<1>() in the
//     kernel
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <tt-metalium/buffer.hpp>

#include "tt_metal/hw/tensor_accessor_layout.h"

namespace tt::tt_metal {

namespace distributed {
class MeshBuffer;
}

class TensorAccessorArgs {
 public:
    // Throws std::invalid_argument for flags that leave a field at compile time whose size is only
    // known at run time: shapes need the rank, banks their number.
    explicit TensorAccessorArgs(const Buffer& buffer, tensor_accessor::ArgsConfig config =
                                                          tensor_accessor::ArgConfig::None);
    // Throw std::invalid_argument for null.
    explicit TensorAccessorArgs(const Buffer* buffer, tensor_accessor::ArgsConfig config =
                                                          tensor_accessor::ArgConfig::None);
    explicit TensorAccessorArgs(
        const std::shared_ptr<Buffer>& buffer,
        tensor_accessor::ArgsConfig config = tensor_accessor::ArgConfig::None)
        : TensorAccessorArgs(buffer.get(), config) {}
    explicit TensorAccessorArgs(
        const distributed::MeshBuffer& buffer,
        tensor_accessor::ArgsConfig config = tensor_accessor::ArgConfig::None);
    explicit TensorAccessorArgs(
        const std::shared_ptr<distributed::MeshBuffer>& buffer,
        tensor_accessor::ArgsConfig config = tensor_accessor::ArgConfig::None);

    // Of any interleaved buffer; the kernel must say the size of its pages.
    static TensorAccessorArgs create_dram_interleaved();
    static TensorAccessorArgs create_l1_interleaved();

    const std::vector<std::uint32_t>& get_compile_time_args() const { return compile_time_; }
    const std::vector<std::uint32_t>& get_common_runtime_args() const { return common_runtime_; }

    // Throws std::invalid_argument if there are run-time arguments, which would be lost.
    void append_to(std::vector<std::uint32_t>& compile_time_args) const;
    void append_to(std::vector<std::uint32_t>& compile_time_args,
                   std::vector<std::uint32_t>& common_runtime_args) const;

 private:
    TensorAccessorArgs(tensor_accessor::ArgsConfig config, std::uint32_t page_size);

    std::vector<std::uint32_t> compile_time_;
    std::vector<std::uint32_t> common_runtime_;
};

}  // namespace tt::tt_metal
