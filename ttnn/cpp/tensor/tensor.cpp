// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/tensor.hpp"

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace ttnn {

using DeviceBuffer = std::shared_ptr<tt::tt_metal::Buffer>;

struct Tensor::Storage {
    struct Deallocated {};

    std::mutex mutex;
    std::variant<Deallocated, HostBuffer, DeviceBuffer> content;

    template <typename Content>
    Content take_hold() {
        const std::lock_guard lock(mutex);
        if (std::holds_alternative<Deallocated>(content)) {
            throw std::runtime_error("the tensor was deallocated");
        }
        if (const Content* held = std::get_if<Content>(&content)) {
            return *held;
        }
        throw std::logic_error("the tensor's storage is of another kind");
    }
};

namespace {

uint64_t next_id() {
    static std::atomic<uint64_t> last = 0;
    return ++last;
}

}  // namespace

Tensor::Tensor(TensorSpec spec, HostBuffer bytes)
    : spec_(std::move(spec)), storage_(std::make_shared<Storage>()), id_(next_id()) {
    spec_.check();
    if (bytes.bytes().size() != spec_.size_bytes()) {
        throw std::invalid_argument("a tensor of " + std::to_string(spec_.size_bytes()) +
                                    " bytes cannot be made of " +
                                    std::to_string(bytes.bytes().size()));
    }
    storage_->content = std::move(bytes);
}

Tensor::Tensor(TensorSpec spec, std::shared_ptr<Device> device, DeviceBuffer buffer)
    : spec_(std::move(spec)),
      device_(std::move(device)),
      storage_(std::make_shared<Storage>()),
      id_(next_id()) {
    storage_->content = std::move(buffer);
}

bool Tensor::is_allocated() const {
    const std::lock_guard lock(storage_->mutex);
    return !std::holds_alternative<Storage::Deallocated>(storage_->content);
}

void Tensor::deallocate() {
    const std::lock_guard lock(storage_->mutex);
    storage_->content = Storage::Deallocated{};
}

Tensor Tensor::viewed_as(TensorSpec spec) const {
    Tensor view = *this;
    view.spec_ = std::move(spec);
    view.id_ = next_id();
    return view;
}

HostBuffer Tensor::host_buffer() const { return storage_->take_hold<HostBuffer>(); }

DeviceBuffer Tensor::device_buffer() const { return storage_->take_hold<DeviceBuffer>(); }

}  // namespace ttnn
