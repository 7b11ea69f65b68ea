// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/tile.hpp"

#include <algorithm>

namespace tt::sim {
namespace {

void repeat_row(Tile& tile) {
    for (uint32_t column = 0; column < hw::kTileWidth; column += hw::kFaceWidth) {
        const float* first = &tile.at(0, column);
        for (uint32_t row = 1; row < hw::kTileHeight; ++row) {
            std::copy_n(first, hw::kFaceWidth, &tile.at(row, column));
        }
    }
}

void repeat_column(Tile& tile) {
    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        const float first = tile.at(row, 0);
        for (uint32_t column = 0; column < hw::kTileWidth; column += hw::kFaceWidth) {
            std::fill_n(&tile.at(row, column), hw::kFaceWidth, first);
        }
    }
}

}  // namespace

void broadcast(Tile& tile, hw::TilePart part) {
    switch (part) {
        case hw::TilePart::kAll:
            return;
        case hw::TilePart::kRow:
            return repeat_row(tile);
        case hw::TilePart::kColumn:
            return repeat_column(tile);
        case hw::TilePart::kDatum: {
            const float datum = tile.datums[0];  // fill() takes it by reference
            return tile.datums.fill(datum);
        }
    }
}

}  // namespace tt::sim
