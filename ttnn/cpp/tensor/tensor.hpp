// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A tensor: its spec and where its bytes are, on the host or in a buffer on a device.
//
// Values do not change once a tensor is made. Copies share storage; `deallocate` on one frees it
// for all. Any thread may use a tensor: an operation that has taken hold of the storage keeps it
// alive until it is done, whoever deallocates meanwhile.
#pragma once

#include <memory>

#include <tt-metalium/buffer.hpp>
#include <tt-metalium/device.hpp>

#include "ttnn/cpp/tensor/host_buffer.hpp"
#include "ttnn/cpp/tensor/tensor_spec.hpp"

namespace ttnn {

using Device = tt::tt_metal::IDevice;

class Tensor {
 public:
    // `bytes` in the order and padding of `spec`; std::invalid_argument when the size is not that,
    // and as TensorSpec::check() does.
    Tensor(TensorSpec spec, HostBuffer bytes);
    Tensor(TensorSpec spec, std::shared_ptr<Device> device,
           std::shared_ptr<tt::tt_metal::Buffer> buffer);

    const TensorSpec& spec() const { return spec_; }
    const Shape& shape() const { return spec_.shape; }
    DataType dtype() const { return spec_.dtype; }
    Layout layout() const { return spec_.layout; }
    StorageType storage_type() const { return device_ ? StorageType::DEVICE : StorageType::HOST; }

    // Null for a tensor on the host.
    const std::shared_ptr<Device>& device() const { return device_; }

    // A number that no other tensor was given; copies have the same.
    uint64_t id() const { return id_; }
    void set_id(uint64_t id) { id_ = id; }

    bool is_allocated() const;
    void deallocate();

    // The same storage, bytes as they lie, as another spec has them.
    Tensor viewed_as(TensorSpec spec) const;

    // The storage itself. Each throws std::runtime_error after deallocation, and std::logic_error
    // when the storage is of the other kind.
    HostBuffer host_buffer() const;
    std::shared_ptr<tt::tt_metal::Buffer> device_buffer() const;

 private:
    struct Storage;

    TensorSpec spec_;
    std::shared_ptr<Device> device_;
    std::shared_ptr<Storage> storage_;
    uint64_t id_;
};

}  // namespace ttnn
