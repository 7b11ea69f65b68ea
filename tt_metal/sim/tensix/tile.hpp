// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A 32x32 tile as the engine holds it: 32 bits per datum, in the order of tiles in L1, that is four
// faces of 16x16 in reading order, each row by row. Integers are there as their bit patterns.
#pragma once

#include <array>
#include <cstdint>

#include "tt_metal/hw/data_format.h"
#include "tt_metal/hw/instructions.h"

namespace tt::sim {

inline constexpr uint32_t kFaceElements = hw::kFaceHeight * hw::kFaceWidth;
inline constexpr uint32_t kFacesPerRow = hw::kTileWidth / hw::kFaceWidth;
inline constexpr uint32_t kFacesPerColumn = hw::kTileHeight / hw::kFaceHeight;

struct alignas(64) Tile {
    std::array<float, hw::kTileElements> datums{};

    float& at(uint32_t row, uint32_t column) { return datums[index(row, column)]; }
    float at(uint32_t row, uint32_t column) const { return datums[index(row, column)]; }

    static constexpr uint32_t index(uint32_t row, uint32_t column) {
        const uint32_t face = row / hw::kFaceHeight * kFacesPerRow + column / hw::kFaceWidth;
        return face * kFaceElements + row % hw::kFaceHeight * hw::kFaceWidth +
               column % hw::kFaceWidth;
    }
};

// Repeats a part of the tile over all of it.
void broadcast(Tile& tile, hw::TilePart part);

}  // namespace tt::sim
