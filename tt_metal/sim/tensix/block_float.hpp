// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Block floats: 16 datums share the largest of their exponents, each keeps its sign and a magnitude
// with the leading one written out. kBits is the width of a datum: 8 for Bfp8_b, 4 for Bfp4_b.
//
// Rounding is to nearest even, and a magnitude that rounding would carry past its width is the
// largest there is. Denormals count as zero. There is no infinity and no NaN in a block: both
// become the largest magnitude of their sign.
#pragma once

#include <cstddef>
#include <span>

#include "tt_metal/sim/tensix/tile.hpp"

namespace tt::sim {

template <int kBits>
void unpack_block_float(std::span<const std::byte> from, Tile& tile);

template <int kBits>
void pack_block_float(const Tile& tile, std::span<std::byte> to);

}  // namespace tt::sim
