// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/transfer.hpp"

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

}  // namespace

Tensor allocate_on_device(const TensorSpec& spec, std::shared_ptr<Device> device) {
    if (spec.size_bytes() == 0) {
        throw std::invalid_argument("tensor: " + spec.shape.to_string() +
                                    " has no elements, which no device memory can hold");
    }
    auto buffer = CreateBuffer({.device = device.get(),
                                .size = spec.size_bytes(),
                                .page_size = spec.page_size_bytes(),
                                .buffer_type = spec.memory_config.buffer_type});
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
    EnqueueWriteBuffer(device->command_queue(), *on_device.device_buffer(), source.bytes(), true);
    return on_device;
}

Tensor from_device(const Tensor& tensor) {
    if (tensor.storage_type() == StorageType::HOST) {
        return tensor;
    }
    const auto buffer = tensor.device_buffer();
    HostBuffer target(tensor.spec().size_bytes());
    EnqueueReadBuffer(tensor.device()->command_queue(), *buffer, target.writable(), true);
    return Tensor(tensor.spec(), std::move(target));
}

}  // namespace ttnn
