// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/tile.hpp"

#include <utility>

namespace tt::sim {

void transpose(Tile& tile) {
    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < row; ++column) {
            std::swap(tile.at(row, column), tile.at(column, row));
        }
    }
}

void broadcast(Tile& tile, hw::Broadcast what) {
    if (what == hw::Broadcast::kNone) {
        return;
    }
    const bool same_row = what != hw::Broadcast::kColumn;
    const bool same_column = what != hw::Broadcast::kRow;
    // Backwards, so that the first row and column are read before they are written.
    for (uint32_t row = hw::kTileHeight; row-- > 0;) {
        for (uint32_t column = hw::kTileWidth; column-- > 0;) {
            tile.at(row, column) = tile.at(same_row ? 0 : row, same_column ? 0 : column);
        }
    }
}

}  // namespace tt::sim
