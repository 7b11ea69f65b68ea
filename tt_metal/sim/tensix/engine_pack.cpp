// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The packer's instructions: DST into circular buffers.
#include <algorithm>
#include <array>
#include <format>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/tensix/engine.hpp"
#include "tt_metal/sim/tensix/engine_operands.hpp"

namespace tt::sim {

using hw::DataFormat;

const Tile& Engine::packable(uint32_t index, DataFormat format) {
    DstTile& dst = dst_.pack_tile(index);
    const DatumKind wanted = is_integer(format) ? DatumKind::kInteger : DatumKind::kFloat;
    if (dst.kind != DatumKind::kZero && dst.kind != wanted) {
        throw Fault(ErrorKind::kDataFormat,
                    std::format("DST tile {} holds {}; the packer cannot convert them to {}", index,
                                dst.kind == DatumKind::kInteger ? "integers" : "floats",
                                format_name(format)));
    }
    return dst.value();
}

void Engine::pack_tile(uint32_t dst_tile, uint32_t buffer_and_page) {
    const uint32_t index = low_byte(buffer_and_page);
    const CircularBuffer& buffer = buffers_.at(index);
    const uint32_t size = tile_bytes(index, buffer);
    const Tile& tile = packable(dst_tile, buffer.data_format());
    const uint32_t address = buffer.writable(above_byte(buffer_and_page), size);
    packer_.pack(buffer.data_format(), tile, l1_.subspan(address, size),
                 {.shape = tile_shape(index, buffer)});
    ++statistics_.tiles_packed;
}

void Engine::pack_untilize(uint32_t dst_tile_and_column, uint32_t buffer_and_strip) {
    const uint32_t index = low_byte(buffer_and_strip);
    const CircularBuffer& buffer = buffers_.at(index);
    const uint32_t width = above_byte(buffer_and_strip) & 0xFFF;
    const uint32_t strip = buffer_and_strip >> 20;
    const TilePlace place{tile_shape(index, buffer), width, above_byte(dst_tile_and_column)};
    const uint64_t size = strip_bytes(index, buffer, place);
    const Tile& tile = packable(low_byte(dst_tile_and_column), buffer.data_format());
    const uint64_t address = buffer.writable(0, (strip + 1) * size) + strip * size;
    packer_.pack(buffer.data_format(), tile, l1_.subspan(address, size), place);
    ++statistics_.tiles_packed;
}

void Engine::pack_rows(uint32_t dst_tile_and_rows, uint32_t buffer_and_page) {
    const uint32_t index = low_byte(buffer_and_page);
    const CircularBuffer& buffer = buffers_.at(index);
    const uint32_t rows = above_byte(dst_tile_and_rows);
    const uint32_t row_bytes = hw::kFaceWidth * hw::datum_size_bytes(buffer.data_format());
    if (row_bytes == 0) {
        throw Fault(ErrorKind::kDataFormat, std::format("cb {}: {} has no rows of datums", index,
                                                        format_name(buffer.data_format())));
    }
    if (rows == 0 || rows > hw::kTileElements / hw::kFaceWidth) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("packs {} rows of a tile, which has 1 to {}", rows,
                                hw::kTileElements / hw::kFaceWidth));
    }
    const Tile& tile = packable(low_byte(dst_tile_and_rows), buffer.data_format());
    const uint32_t address = buffer.writable(above_byte(buffer_and_page), rows * row_bytes);
    // The whole tile is packed aside, as the packer knows only such.
    std::array<std::byte, hw::kTileElements * sizeof(float)> packed;
    const std::span<std::byte> target = l1_.subspan(address, rows * row_bytes);
    std::ranges::copy(target, packed.begin());
    packer_.pack(buffer.data_format(), tile, packed);
    std::ranges::copy(std::span(packed).first(target.size()), target.begin());
    ++statistics_.tiles_packed;
}

}  // namespace tt::sim
