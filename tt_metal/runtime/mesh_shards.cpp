// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/mesh_shards.hpp"

#include <optional>
#include <stdexcept>
#include <string>

namespace tt::tt_metal::runtime_internal {
namespace {

using distributed::MeshCoordinate;
using distributed::MeshCoordinateRange;
using distributed::MeshShape;
using distributed::ShardedBufferConfig;

// Shards along the height and along the width.
struct ShardGrid {
    std::size_t rows;
    std::size_t columns;
};

ShardGrid shard_grid(const ShardedBufferConfig& config) {
    const Shape2D shard = config.physical_shard_shape();
    return {config.global_buffer_shape.height() / shard.height(),
            config.global_buffer_shape.width() / shard.width()};
}

std::size_t num_rows(const MeshShape& mesh) {
    return mesh.dims() < 2 ? 1 : mesh.mesh_size() / mesh[mesh.dims() - 1];
}

std::size_t num_columns(const MeshShape& mesh) { return mesh[mesh.dims() - 1]; }

bool has_copies(const ShardedBufferConfig& config) {
    const auto [all_rows, all_columns] = config.replicated_dims();
    return all_rows || all_columns;
}

// The place among the shards of the chip of this number.
ShardGrid shard_of(const ShardedBufferConfig& config, const MeshShape& mesh, std::size_t number) {
    const ShardGrid grid = shard_grid(config);
    const bool by_rows = config.shard_orientation == ShardOrientation::ROW_MAJOR;
    if (!has_copies(config)) {
        return by_rows ? ShardGrid{number / grid.columns, number % grid.columns}
                       : ShardGrid{number % grid.rows, number / grid.rows};
    }
    const auto [all_rows, all_columns] = config.replicated_dims();
    const std::size_t mesh_row = number / num_columns(mesh);
    const std::size_t mesh_column = number % num_columns(mesh);
    return {all_rows ? 0 : (by_rows ? mesh_row : mesh_column),
            all_columns ? 0 : (by_rows ? mesh_column : mesh_row)};
}

}  // namespace

void check_mesh_has_room(const ShardedBufferConfig& config, const MeshShape& mesh) {
    const ShardGrid grid = shard_grid(config);
    const bool by_rows = config.shard_orientation == ShardOrientation::ROW_MAJOR;
    const auto [all_rows, all_columns] = config.replicated_dims();
    std::size_t places = mesh.mesh_size();
    if (all_rows != all_columns) {
        places = all_columns == by_rows ? num_rows(mesh) : num_columns(mesh);
    }
    if (grid.rows * grid.columns <= places) return;
    throw std::invalid_argument("shard_shape: makes " + std::to_string(grid.rows * grid.columns) +
                                " shards, but the mesh of " + mesh.str() + " has places for " +
                                std::to_string(places));
}

std::vector<ShardPlace> shard_places(const ShardedBufferConfig& config, const MeshShape& mesh) {
    const Shape2D shard = config.physical_shard_shape();
    const ShardGrid grid = shard_grid(config);
    std::vector<ShardPlace> places;
    for (std::size_t number = 0; number < mesh.mesh_size(); ++number) {
        const auto [row, column] = shard_of(config, mesh, number);
        if (row >= grid.rows || column >= grid.columns) continue;
        places.push_back(
            {to_coordinate(mesh, number), row * shard.height(), column * shard.width()});
    }
    return places;
}

void for_each_row(const ShardedBufferConfig& config, const ShardPlace& place,
                  const std::function<void(std::size_t, std::size_t, std::size_t)>& visit) {
    const std::size_t datum = config.compute_datum_size_bytes();
    const Shape2D shard = config.physical_shard_shape();
    const std::size_t bytes = shard.width() * datum;
    for (std::size_t row = 0; row < shard.height(); ++row) {
        const std::size_t in_whole =
            ((place.row + row) * config.global_buffer_shape.width() + place.column) * datum;
        visit(in_whole, row * bytes, bytes);
    }
}

}  // namespace tt::tt_metal::runtime_internal
