// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Older spellings.
#pragma once

#include <cstdint>

#include <tt-metalium/tt_backend_api_types.hpp>

namespace tt::tt_metal::detail {

constexpr std::uint32_t TileSize(tt::DataFormat format) { return tt::tile_size(format); }

}  // namespace tt::tt_metal::detail
