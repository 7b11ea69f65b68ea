// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Sizes of a tile, in elements.
#pragma once

#include <cstdint>

#include "tt_metal/hw/data_format.h"

namespace tt::constants {

inline constexpr std::uint32_t TILE_HEIGHT = hw::kTileHeight;
inline constexpr std::uint32_t TILE_WIDTH = hw::kTileWidth;
inline constexpr std::uint32_t TILE_HW = TILE_HEIGHT * TILE_WIDTH;
inline constexpr std::uint32_t FACE_HEIGHT = hw::kFaceHeight;
inline constexpr std::uint32_t FACE_WIDTH = hw::kFaceWidth;
inline constexpr std::uint32_t FACE_HW = FACE_HEIGHT * FACE_WIDTH;

}  // namespace tt::constants
