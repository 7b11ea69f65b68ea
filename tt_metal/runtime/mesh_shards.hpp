// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Which shard of a matrix each chip of a mesh has, and how it is taken out of the whole.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <tt-metalium/mesh_buffer.hpp>

namespace tt::tt_metal::runtime_internal {

// Throws std::invalid_argument if the mesh has fewer places than there are shards.
void check_mesh_has_room(const distributed::ShardedBufferConfig& config,
                         const distributed::MeshShape& mesh);

// A shard's first datum within the whole.
struct ShardPlace {
    distributed::MeshCoordinate chip;
    std::size_t row;
    std::size_t column;
};

// Of every chip that has one, in the order of the mesh.
std::vector<ShardPlace> shard_places(const distributed::ShardedBufferConfig& config,
                                     const distributed::MeshShape& mesh);

// Calls visit(offset in the whole, offset in the shard, bytes) for each row of a shard.
void for_each_row(const distributed::ShardedBufferConfig& config, const ShardPlace& place,
                  const std::function<void(std::size_t, std::size_t, std::size_t)>& visit);

}  // namespace tt::tt_metal::runtime_internal
