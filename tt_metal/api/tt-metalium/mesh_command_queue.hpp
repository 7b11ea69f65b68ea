// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A queue of commands to all chips of a mesh. What command_queue.hpp says of when they are done
// holds here too.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <tt-metalium/mesh_coord.hpp>
#include <tt-metalium/mesh_event.hpp>

namespace tt::tt_metal::distributed {

class MeshBuffer;
class MeshDevice;
class MeshWorkload;

// Belongs to its mesh and lives as long as that.
class MeshCommandQueue {
 public:
    MeshCommandQueue(MeshDevice& device, std::uint8_t id) : device_(&device), id_(id) {}

    MeshDevice* device() const { return device_; }
    std::uint8_t id() const { return id_; }

    // Runs each program of the workload on the chips that it is for. Throws std::invalid_argument
    // if there is none, std::out_of_range for chips that the mesh has not, and what EnqueueProgram
    // says; then the chips before it have run.
    void enqueue_mesh_workload(MeshWorkload& workload, bool blocking);

    // Host memory holds the whole buffer: of a replicated one a copy, which goes to every chip; of
    // a sharded one all shards, row by row of the whole. Throw std::invalid_argument for a buffer
    // that was freed or belongs to another mesh, and for reading one that several chips have a copy
    // of.
    void enqueue_write_mesh_buffer(const std::shared_ptr<MeshBuffer>& buffer, const void* source,
                                   bool blocking);
    void enqueue_read_mesh_buffer(void* destination, const std::shared_ptr<MeshBuffer>& buffer,
                                  bool blocking);

    // Host memory holds what one chip has. Throw also std::out_of_range for a chip that there is
    // not.
    struct ShardDataTransfer {
        MeshCoordinate shard_coord;
        void* host_data;
    };
    void enqueue_write_shards(const std::shared_ptr<MeshBuffer>& buffer,
                              const std::vector<ShardDataTransfer>& transfers, bool blocking);
    void enqueue_read_shards(const std::vector<ShardDataTransfer>& transfers,
                             const std::shared_ptr<MeshBuffer>& buffer, bool blocking);

    // device_range: of the chips that it concerns; all otherwise. Throw DeviceClosedError.
    MeshEvent enqueue_record_event(
        const std::optional<MeshCoordinateRange>& device_range = std::nullopt);
    void enqueue_wait_for_event(const MeshEvent& event);
    void finish();

 private:
    MeshDevice* device_;
    std::uint8_t id_;
    std::atomic<std::uint32_t> next_event_id_ = 0;
};

}  // namespace tt::tt_metal::distributed
