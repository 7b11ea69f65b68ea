// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/packer.hpp"

#include <bit>
#include <format>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/tensix/engine_operands.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;
using hw::PackSetting;
using hw::ReluMode;
using hw::TilePart;

void keep_part(TilePart part, Tile& tile) {
    const bool first_row_alone = part == TilePart::kRow || part == TilePart::kDatum;
    const bool first_column_alone = part == TilePart::kColumn || part == TilePart::kDatum;
    for (uint32_t row = 0; row < hw::kTileHeight; ++row) {
        for (uint32_t column = 0; column < hw::kTileWidth; ++column) {
            if ((first_row_alone && row != 0) || (first_column_alone && column != 0)) {
                tile.at(row, column) = 0;
            }
        }
    }
}

float relu(ReluMode mode, float threshold, float value) {
    switch (mode) {
        case ReluMode::kNone:
            return value;
        case ReluMode::kZero:
            return value <= 0 ? 0 : value;
        case ReluMode::kMinThreshold:
            return value <= threshold ? 0 : value;
        case ReluMode::kMaxThreshold:
            return value <= 0 ? 0 : value > threshold ? threshold : value;
    }
}

}  // namespace

void Packer::reset() {
    relu_ = {};
    keep_ = TilePart::kAll;
    accumulate_ = false;
}

void Packer::configure(uint32_t setting, uint32_t value) {
    switch (to_enum(setting, PackSetting::kKeep, "setting of the packer")) {
        case PackSetting::kRelu:
            relu_ = {to_enum(low_half(value), ReluMode::kMaxThreshold, "mode of the packer's relu"),
                     std::bit_cast<float>(value & 0xFFFF0000u)};
            return;
        case PackSetting::kAccumulateL1:
            accumulate_ = value != 0;
            return;
        case PackSetting::kKeep:
            keep_ = to_enum(value, TilePart::kDatum, "part of a tile");
            return;
    }
}

void Packer::pack(DataFormat format, const Tile& tile, std::span<std::byte> to,
                  TilePlace place) const {
    if (!changes_tiles()) {
        return pack_tile(datapath_, format, tile, to, place);
    }
    Tile changed = tile;
    keep_part(keep_, changed);
    apply_relu(format, changed);
    if (accumulate_) {
        Tile in_l1;
        unpack_tile(datapath_, format, to, in_l1, place);
        add(format, in_l1, changed);
    }
    pack_tile(datapath_, format, changed, to, place);
}

void Packer::apply_relu(DataFormat format, Tile& tile) const {
    if (relu_.mode == ReluMode::kNone) {
        return;
    }
    if (is_integer(format)) {
        throw Fault(ErrorKind::kDataFormat,
                    std::format("the packer's relu is on floats, not {}", format_name(format)));
    }
    for (float& datum : tile.datums) {
        datum = relu(relu_.mode, relu_.threshold, datum);
    }
}

void Packer::add(DataFormat format, const Tile& in_l1, Tile& tile) const {
    if (hw::datum_size_bytes(format) == 0) {
        throw Fault(ErrorKind::kDataFormat,
                    std::format("the packer cannot add to {} in L1", format_name(format)));
    }
    if (!is_integer(format)) {
        return datapath_.elementwise(in_l1, tile, tile,
                                     {hw::ElementwiseOp::kAdd, false, DstPrecision::kFloat32});
    }
    for (uint32_t i = 0; i < hw::kTileElements; ++i) {
        const uint32_t sum =
            std::bit_cast<uint32_t>(in_l1.datums[i]) + std::bit_cast<uint32_t>(tile.datums[i]);
        tile.datums[i] = std::bit_cast<float>(sum);
    }
}

}  // namespace tt::sim
