// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A buffer of a mesh: on each chip a buffer of one size and layout, at one address. Either all have
// a copy of the same data, or each a shard of one large matrix.
//
//     auto buffer = MeshBuffer::create(ReplicatedBufferConfig{64 * 2048},
//                                      DeviceLocalBufferConfig{2048, BufferType::DRAM},
//                                      mesh.get());
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <tt-metalium/buffer.hpp>
#include <tt-metalium/mesh_coord.hpp>
#include <tt-metalium/mesh_device.hpp>
#include <tt-metalium/shape2d.hpp>

namespace tt::tt_metal::distributed {

// What each chip has.
struct DeviceLocalBufferConfig {
    DeviceAddr page_size;  // bytes
    BufferType buffer_type = BufferType::DRAM;
    BufferShardingArgs sharding_args = {};
    std::optional<bool> bottom_up = std::nullopt;
};

struct ReplicatedBufferConfig {
    DeviceAddr size;  // bytes on each chip
};

// A matrix in shards, dealt out to the chips in the order of the mesh: by rows of shards, or by
// columns. A shard extent of 0 is the whole extent: then the shards are in a line, and one
// dimension of the mesh has copies. ROW_MAJOR: shards along the width go to columns of the mesh,
// those along the height to its rows; COL_MAJOR: the other way round.
struct ShardedBufferConfig {
    DeviceAddr global_size;       // bytes of all shards
    Shape2D global_buffer_shape;  // datums
    Shape2D shard_shape;          // datums
    ShardOrientation shard_orientation = ShardOrientation::ROW_MAJOR;

    std::uint32_t compute_datum_size_bytes() const {
        return static_cast<std::uint32_t>(
            global_size / (global_buffer_shape.height() * global_buffer_shape.width()));
    }
    // Whether height and width are not cut.
    std::pair<bool, bool> replicated_dims() const {
        return {shard_shape.height() == 0, shard_shape.width() == 0};
    }
    Shape2D physical_shard_shape() const {
        const auto [all_rows, all_columns] = replicated_dims();
        return {all_rows ? global_buffer_shape.height() : shard_shape.height(),
                all_columns ? global_buffer_shape.width() : shard_shape.width()};
    }
};

enum class MeshBufferLayout : std::uint8_t { REPLICATED, SHARDED };
using MeshBufferConfig = std::variant<ReplicatedBufferConfig, ShardedBufferConfig>;

class MeshBuffer {
    struct Key {
        explicit Key() = default;
    };

 public:
    // address: nothing is allocated, and the caller answers for what else lies there. Throws
    // std::invalid_argument for a null mesh and shards that do not cut the matrix evenly or are
    // more than the mesh has places for, and what Buffer::create says.
    static std::shared_ptr<MeshBuffer> create(const MeshBufferConfig& config,
                                              const DeviceLocalBufferConfig& local_config,
                                              MeshDevice* device,
                                              std::optional<DeviceAddr> address = std::nullopt);

    MeshBuffer(Key, const MeshBufferConfig& config, const DeviceLocalBufferConfig& local_config,
               MeshDevice& device, std::optional<DeviceAddr> address);

    // Null once the mesh is gone.
    MeshDevice* device() const;
    DeviceAddr address() const { return get_reference_buffer()->address(); }
    DeviceAddr size() const;  // bytes of the whole
    DeviceAddr device_local_size() const { return get_reference_buffer()->size(); }
    DeviceAddr page_size() const { return local_config_.page_size; }
    std::uint32_t num_pages() const {
        return static_cast<std::uint32_t>(device_local_size() / page_size());
    }
    MeshBufferLayout global_layout() const {
        return std::holds_alternative<ReplicatedBufferConfig>(config_)
                   ? MeshBufferLayout::REPLICATED
                   : MeshBufferLayout::SHARDED;
    }
    const MeshBufferConfig& global_config() const { return config_; }
    const DeviceLocalBufferConfig& device_local_config() const { return local_config_; }
    // Throws std::invalid_argument unless it is sharded.
    const ShardedBufferConfig& global_shard_spec() const;

    bool is_allocated() const { return get_reference_buffer()->is_allocated(); }
    // Frees the memory now.
    void deallocate();

    // What one chip has. Throws std::out_of_range for a chip that the mesh has not.
    Buffer* get_device_buffer(const MeshCoordinate& coordinate) const;
    // That of the first chip, for what is the same on all.
    Buffer* get_reference_buffer() const { return buffers_.front().get(); }
    Buffer* get_backing_buffer() const { return get_reference_buffer(); }

 private:
    MeshBufferConfig config_;
    DeviceLocalBufferConfig local_config_;
    MeshShape mesh_shape_;
    std::weak_ptr<MeshDevice> device_;
    std::vector<std::shared_ptr<Buffer>> buffers_;  // in the order of the mesh
};

}  // namespace tt::tt_metal::distributed
