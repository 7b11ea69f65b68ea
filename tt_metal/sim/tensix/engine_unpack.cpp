// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The unpacker's instructions: tiles of circular buffers into source registers.
#include "tt_metal/sim/tensix/engine.hpp"
#include "tt_metal/sim/tensix/engine_operands.hpp"

namespace tt::sim {

void Engine::unpack_into(Operand& operand, uint32_t index, uint64_t address, uint64_t size,
                         TilePlace place) {
    operand.format = buffers_.at(index).data_format();
    operand.shape = place.shape;
    operand.to_dest = unpack_to_dest_ >> index & 1;
    unpack_tile(datapath_, operand.format, l1_.subspan(address, size), operand.tile, place);
    ++statistics_.tiles_unpacked;
}

void Engine::unpack_operand(uint32_t index, uint32_t tile, Operand& operand) {
    const CircularBuffer& buffer = buffers_.at(index);
    const uint32_t size = tile_bytes(index, buffer);
    unpack_into(operand, index, buffer.readable(tile, size), size,
                {.shape = tile_shape(index, buffer)});
}

void Engine::unpack_a(uint32_t buffer_and_flags, uint32_t tile) {
    OperandPair& pair = sources_.next_free();
    unpack_operand(low_half(buffer_and_flags), tile, pair.a);
    if (high_half(buffer_and_flags) & hw::kUnpackTransposeA) {
        datapath_.transpose(pair.a.tile);
    }
    pair.has_b = false;
    sources_.fill();
}

void Engine::unpack_ab(uint32_t buffers_and_flags, uint32_t tiles) {
    OperandPair& pair = sources_.next_free();
    unpack_operand(low_byte(buffers_and_flags), low_half(tiles), pair.a);
    unpack_operand(second_byte(buffers_and_flags), high_half(tiles), pair.b);
    if (high_half(buffers_and_flags) & hw::kUnpackTransposeA) {
        datapath_.transpose(pair.a.tile);
    }
    if (high_half(buffers_and_flags) & hw::kUnpackTransposeB) {
        datapath_.transpose(pair.b.tile);
    }
    pair.has_b = true;
    sources_.fill();
}

void Engine::unpack_column(uint32_t index, uint32_t width, uint32_t column, Operand& operand) {
    const CircularBuffer& buffer = buffers_.at(index);
    const TilePlace place{tile_shape(index, buffer), width, column};
    const uint64_t size = strip_bytes(index, buffer, place);
    unpack_into(operand, index, buffer.readable(0, size), size, place);
}

void Engine::unpack_tilize(uint32_t buffer_and_width, uint32_t column) {
    OperandPair& pair = sources_.next_free();
    unpack_column(low_byte(buffer_and_width), above_byte(buffer_and_width), column, pair.a);
    pair.has_b = false;
    sources_.fill();
}

void Engine::unpack_tilize_ab(uint32_t buffers_and_width, uint32_t column_and_tile) {
    OperandPair& pair = sources_.next_free();
    unpack_column(low_byte(buffers_and_width), high_half(buffers_and_width),
                  low_half(column_and_tile), pair.a);
    unpack_operand(second_byte(buffers_and_width), high_half(column_and_tile), pair.b);
    pair.has_b = true;
    sources_.fill();
}

}  // namespace tt::sim
