// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/mesh_buffer.hpp>

#include <stdexcept>
#include <string>

#include <tt-metalium/tensor_accessor_args.hpp>

#include "tt_metal/runtime/mesh_shards.hpp"

namespace tt::tt_metal {
namespace distributed {
namespace {

std::string str(const Shape2D& shape) {
    return std::to_string(shape.height()) + " x " + std::to_string(shape.width());
}

void check(const ShardedBufferConfig& config, const MeshShape& mesh) {
    const Shape2D whole = config.global_buffer_shape;
    const std::size_t datums = whole.height() * whole.width();
    if (datums == 0 || config.global_size == 0 || config.global_size % datums != 0) {
        throw std::invalid_argument("global_size " + std::to_string(config.global_size) +
                                    " B: must be whole bytes for each of " + str(whole) +
                                    " datums");
    }
    const Shape2D shard = config.physical_shard_shape();
    if (whole.height() % shard.height() != 0 || whole.width() % shard.width() != 0) {
        throw std::invalid_argument("shard_shape " + str(shard) + ": does not cut " + str(whole) +
                                    " datums evenly");
    }
    runtime_internal::check_mesh_has_room(config, mesh);
}

DeviceAddr local_size(const MeshBufferConfig& config, const MeshShape& mesh) {
    if (const auto* replicated = std::get_if<ReplicatedBufferConfig>(&config)) {
        return replicated->size;
    }
    const auto& sharded = std::get<ShardedBufferConfig>(config);
    check(sharded, mesh);
    const Shape2D shard = sharded.physical_shard_shape();
    return shard.height() * shard.width() * sharded.compute_datum_size_bytes();
}

}  // namespace

std::shared_ptr<MeshBuffer> MeshBuffer::create(const MeshBufferConfig& config,
                                               const DeviceLocalBufferConfig& local_config,
                                               MeshDevice* device,
                                               std::optional<DeviceAddr> address) {
    if (device == nullptr) throw std::invalid_argument("device: must not be null");
    return std::make_shared<MeshBuffer>(Key(), config, local_config, *device, address);
}

// The first chip's buffer has the memory, which is that of all chips; the others lie there too.
MeshBuffer::MeshBuffer(Key, const MeshBufferConfig& config,
                       const DeviceLocalBufferConfig& local_config, MeshDevice& device,
                       std::optional<DeviceAddr> address)
    : config_(config),
      local_config_(local_config),
      mesh_shape_(device.shape()),
      device_(std::static_pointer_cast<MeshDevice>(device.shared_from_this())) {
    const DeviceAddr size = local_size(config, mesh_shape_);
    const auto& [page_size, type, sharding, bottom_up] = local_config;
    for (IDevice* chip : device.get_devices()) {
        buffers_.push_back(address
                               ? Buffer::create(chip, *address, size, page_size, type, sharding)
                               : Buffer::create(chip, size, page_size, type, sharding, bottom_up));
        address = buffers_.front()->address();
    }
}

MeshDevice* MeshBuffer::device() const { return device_.lock().get(); }

DeviceAddr MeshBuffer::size() const {
    const auto* sharded = std::get_if<ShardedBufferConfig>(&config_);
    return sharded != nullptr ? sharded->global_size : device_local_size();
}

const ShardedBufferConfig& MeshBuffer::global_shard_spec() const {
    if (const auto* sharded = std::get_if<ShardedBufferConfig>(&config_)) return *sharded;
    throw std::invalid_argument("mesh buffer: is replicated, so it has no global_shard_spec");
}

void MeshBuffer::deallocate() {
    for (const auto& buffer : buffers_) buffer->deallocate();
}

Buffer* MeshBuffer::get_device_buffer(const MeshCoordinate& coordinate) const {
    return buffers_[to_linear_index(mesh_shape_, coordinate)].get();
}

}  // namespace distributed

TensorAccessorArgs::TensorAccessorArgs(const distributed::MeshBuffer& buffer,
                                       tensor_accessor::ArgsConfig config)
    : TensorAccessorArgs(*buffer.get_reference_buffer(), config) {}

TensorAccessorArgs::TensorAccessorArgs(const std::shared_ptr<distributed::MeshBuffer>& buffer,
                                       tensor_accessor::ArgsConfig config)
    : TensorAccessorArgs(buffer ? buffer->get_reference_buffer() : nullptr, config) {}

}  // namespace tt::tt_metal
