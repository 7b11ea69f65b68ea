// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

#include <tt-metalium/mesh_coord.hpp>

namespace tt::tt_metal::distributed {

class MeshDevice;

// A point in a queue of a mesh that was recorded, which others can wait for.
class MeshEvent {
 public:
    MeshEvent(std::uint32_t id, MeshDevice* device, std::uint32_t queue_id,
              MeshCoordinateRange device_range)
        : id_(id), device_(device), queue_id_(queue_id), device_range_(std::move(device_range)) {}

    std::uint32_t id() const { return id_; }  // grows by 1 with each event of the queue
    MeshDevice* device() const { return device_; }
    std::uint32_t mesh_cq_id() const { return queue_id_; }
    const MeshCoordinateRange& device_range() const { return device_range_; }

 private:
    std::uint32_t id_;
    MeshDevice* device_;
    std::uint32_t queue_id_;
    MeshCoordinateRange device_range_;
};

}  // namespace tt::tt_metal::distributed
