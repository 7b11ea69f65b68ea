// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/engine_operands.hpp"

#include <bit>
#include <format>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {

void fail_undefined(const char* what, uint32_t value) {
    throw Fault(ErrorKind::kInstruction, std::format("{} {} is not defined", what, value));
}

TileShape tile_shape(uint32_t index, const CircularBuffer& buffer) {
    const TileShape shape{buffer.tile_height(), buffer.tile_width()};
    const bool is_height = std::has_single_bit(shape.height) && shape.height <= hw::kTileHeight;
    if (!is_height || (shape.width != hw::kFaceWidth && shape.width != hw::kTileWidth)) {
        throw Fault(
            ErrorKind::kDataFormat,
            std::format("cb {}: tiles of {}x{} datums; a tile has 1, 2, 4, 8, 16 or 32 rows "
                        "and 16 or 32 columns",
                        index, shape.height, shape.width));
    }
    return shape;
}

uint32_t tile_bytes(uint32_t index, const CircularBuffer& buffer) {
    const TileShape shape = tile_shape(index, buffer);
    const uint32_t size = hw::tile_size_bytes(buffer.data_format(), shape.height, shape.width);
    if (hw::tile_size_bytes(buffer.data_format()) == 0) {
        throw Fault(ErrorKind::kDataFormat, std::format("cb {}: {} is no format of tiles", index,
                                                        format_name(buffer.data_format())));
    }
    if (size > buffer.page_size_bytes()) {
        throw Fault(
            ErrorKind::kCircularBuffer,
            std::format("cb {}: a {} tile of {} bytes does not fit a page of {} bytes", index,
                        format_name(buffer.data_format()), size, buffer.page_size_bytes()));
    }
    return size;
}

uint64_t strip_bytes(uint32_t index, const CircularBuffer& buffer, TilePlace place) {
    const uint32_t datum = hw::datum_size_bytes(buffer.data_format());
    if (datum == 0) {
        throw Fault(ErrorKind::kDataFormat, std::format("cb {}: {} has no row-major layout", index,
                                                        format_name(buffer.data_format())));
    }
    if (place.column >= place.strip_tiles) {
        throw Fault(ErrorKind::kInstruction, std::format("cb {}: column {} of a strip of {} tiles",
                                                         index, place.column, place.strip_tiles));
    }
    return uint64_t{place.shape.height} * place.shape.width * place.strip_tiles * datum;
}

}  // namespace tt::sim
