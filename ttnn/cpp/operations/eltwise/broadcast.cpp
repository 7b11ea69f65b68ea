// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/eltwise/broadcast.hpp"

#include <algorithm>
#include <stdexcept>

namespace ttnn {

namespace {

using tt::hw::TilePart;

// With ones in front to make `rank` of them.
std::vector<uint32_t> aligned_extents(const Shape& shape, size_t rank) {
    std::vector<uint32_t> extents(rank, 1);
    std::ranges::copy_backward(shape.extents(), extents.end());
    return extents;
}

[[noreturn]] void refuse(const Operand& a, const Operand& b) {
    throw std::invalid_argument(a.name + " and " + b.name + ": " + a.tensor.shape().to_string() +
                                " and " + b.tensor.shape().to_string() +
                                "; counted from the last, extents must be equal or one of them 1");
}

// Extents of a shape in tiles; a tensor of a lower rank has ones in front.
std::vector<uint32_t> tile_extents(const Shape& shape, size_t rank, const Tile& tile) {
    std::vector<uint32_t> extents = aligned_extents(shape, rank);
    const auto in_tiles = [](uint32_t& extent, uint32_t tile_extent) {
        extent = static_cast<uint32_t>(tiles_to_cover(extent, tile_extent));
    };
    in_tiles(extents[rank - 2], tile.get_height());
    in_tiles(extents[rank - 1], tile.get_width());
    return extents;
}

TilePart repeated_part(const Shape& operand, const Shape& result, size_t rank) {
    const std::vector<uint32_t> from = aligned_extents(operand, rank);
    const std::vector<uint32_t> to = aligned_extents(result, rank);
    const bool repeats_row = from[rank - 2] != to[rank - 2];
    const bool repeats_column = from[rank - 1] != to[rank - 1];
    if (repeats_row) {
        return repeats_column ? TilePart::kDatum : TilePart::kRow;
    }
    return repeats_column ? TilePart::kColumn : TilePart::kAll;
}

std::vector<uint32_t> strides_within(const std::vector<uint32_t>& operand,
                                     const std::vector<uint32_t>& result) {
    std::vector<uint32_t> strides(result.size(), 0);
    uint32_t stride = 1;
    for (size_t i = result.size(); i-- > 0;) {
        strides[i] = operand[i] == result[i] ? stride : 0;
        stride *= operand[i];
    }
    return strides;
}

// Whether one dimension would do for dimension i and the one behind it.
bool is_one_run(const TileBroadcast& walk, size_t i) {
    return std::ranges::all_of(walk.operands, [&](const TileBroadcast::Operand& operand) {
        return operand.strides[i] == operand.strides[i + 1] * walk.extents[i + 1];
    });
}

void drop_dimension(TileBroadcast& walk, size_t i) {
    const auto place = static_cast<std::ptrdiff_t>(i);
    walk.extents.erase(walk.extents.begin() + place);
    for (TileBroadcast::Operand& operand : walk.operands) {
        operand.strides.erase(operand.strides.begin() + place);
    }
}

void collapse(TileBroadcast& walk) {
    for (size_t i = walk.extents.size(); i-- > 0 && walk.extents.size() > 1;) {
        if (walk.extents[i] == 1) {
            drop_dimension(walk, i);
        }
    }
    for (size_t i = walk.extents.size() - 1; i-- > 0;) {
        if (is_one_run(walk, i)) {
            walk.extents[i + 1] *= walk.extents[i];
            drop_dimension(walk, i);
        }
    }
}

}  // namespace

Shape broadcast_shape(std::span<const Operand> operands) {
    size_t rank = 0;
    for (const Operand& operand : operands) {
        rank = std::max(rank, operand.tensor.shape().rank());
    }
    std::vector<uint32_t> extents(rank, 1);
    std::vector<const Operand*> owners(rank, nullptr);  // whose extent each is
    for (const Operand& operand : operands) {
        const std::vector<uint32_t> own = aligned_extents(operand.tensor.shape(), rank);
        for (size_t i = 0; i < rank; ++i) {
            if (own[i] == 1) {
                continue;
            }
            if (owners[i] && own[i] != extents[i]) {
                refuse(*owners[i], operand);
            }
            extents[i] = own[i];
            owners[i] = &operand;
        }
    }
    return Shape(extents);
}

TileBroadcast broadcast_tiles(std::span<const Shape> operands, const Shape& result,
                              const Tile& tile) {
    const size_t rank = std::max<size_t>(result.rank(), 2);
    TileBroadcast walk{.extents = tile_extents(result, rank, tile), .operands = {}};
    for (const Shape& operand : operands) {
        const TilePart part = repeated_part(operand, result, rank);
        std::vector<uint32_t> own = tile_extents(operand, rank, tile);
        std::vector<uint32_t> strides = strides_within(own, walk.extents);
        walk.operands.push_back({.strides = std::move(strides), .part = part});
    }
    collapse(walk);
    return walk;
}

}  // namespace ttnn
