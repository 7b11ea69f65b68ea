// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/transfer.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>

#include <tt-metalium/host_api.hpp>

namespace ttnn {

namespace {

using namespace tt::tt_metal;

void require_there(const Tensor& tensor, const Device& device, const MemoryConfig& memory_config) {
    if (tensor.device().get() != &device) {
        throw std::invalid_argument("tensor: is on device " +
                                    std::to_string(tensor.device()->id()) + " and not on device " +
                                    std::to_string(device.id()) +
                                    "; take it to the host first, with from_device");
    }
    if (tensor.spec().memory_config != memory_config) {
        throw std::invalid_argument("memory_config: the tensor is on the device already, in " +
                                    to_string(tensor.spec().memory_config));
    }
}

// Rows of a sharded row-major tensor end with padding where they fill no whole number of pages.
bool has_padded_rows(const TensorSpec& spec) {
    return spec.layout == Layout::ROW_MAJOR &&
           spec.pages_per_row() * spec.page_shape()[1] != spec.matrices().width;
}

struct RowBytes {
    uint64_t dense;
    uint64_t padded;
};
RowBytes row_bytes(const TensorSpec& spec) {
    return {spec.matrices().width * element_size_bytes(spec.dtype),
            spec.pages_per_row() * spec.page_size_bytes()};
}

HostBuffer with_padded_rows(const HostBuffer& dense, const TensorSpec& spec) {
    const RowBytes row = row_bytes(spec);
    HostBuffer padded(spec.num_pages() * spec.page_size_bytes());
    std::ranges::fill(padded.writable(), std::byte{0});
    for (uint64_t i = 0; i < spec.matrices().num_rows(); ++i) {
        std::memcpy(&padded.writable()[i * row.padded], &dense.bytes()[i * row.dense], row.dense);
    }
    return padded;
}

HostBuffer without_padded_rows(const HostBuffer& padded, const TensorSpec& spec) {
    const RowBytes row = row_bytes(spec);
    HostBuffer dense(spec.size_bytes());
    for (uint64_t i = 0; i < spec.matrices().num_rows(); ++i) {
        std::memcpy(&dense.writable()[i * row.dense], &padded.bytes()[i * row.padded], row.dense);
    }
    return dense;
}

}  // namespace

Tensor allocate_on_device(const TensorSpec& spec, std::shared_ptr<Device> device) {
    spec.check();
    // One without elements has a buffer nevertheless, so that there is none without.
    const bool is_empty = spec.num_pages() == 0 || spec.page_size_bytes() == 0;
    const uint64_t page_size = is_empty ? 1 : spec.page_size_bytes();
    auto buffer = Buffer::create(device.get(), is_empty ? page_size : spec.num_pages() * page_size,
                                 page_size, spec.memory_config.buffer_type,
                                 is_empty ? BufferShardingArgs() : spec.sharding());
    return Tensor(spec, std::move(device), std::move(buffer));
}

Tensor to_device(const Tensor& tensor, std::shared_ptr<Device> device,
                 std::optional<MemoryConfig> memory_config) {
    TensorSpec spec = tensor.spec();
    spec.memory_config = memory_config.value_or(spec.memory_config);
    if (tensor.storage_type() == StorageType::DEVICE) {
        require_there(tensor, *device, spec.memory_config);
        return tensor;
    }
    const HostBuffer source = tensor.host_buffer();
    Tensor on_device = allocate_on_device(spec, device);
    if (spec.size_bytes() == 0) return on_device;
    const HostBuffer pages = has_padded_rows(spec) ? with_padded_rows(source, spec) : source;
    EnqueueWriteBuffer(device->command_queue(), *on_device.device_buffer(), pages.bytes(), true);
    return on_device;
}

Tensor from_device(const Tensor& tensor) {
    if (tensor.storage_type() == StorageType::HOST) {
        return tensor;
    }
    const TensorSpec& spec = tensor.spec();
    const auto buffer = tensor.device_buffer();
    HostBuffer pages(spec.num_pages() * spec.page_size_bytes());
    if (!pages.bytes().empty()) {
        EnqueueReadBuffer(tensor.device()->command_queue(), *buffer, pages.writable(), true);
    }
    return Tensor(spec, has_padded_rows(spec) ? without_padded_rows(pages, spec) : pages);
}

}  // namespace ttnn
