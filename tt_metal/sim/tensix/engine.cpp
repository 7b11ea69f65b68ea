// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/engine.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <format>
#include <string>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/tensix/tile_format.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;
using hw::ElementwiseOp;
using hw::Hart;
using hw::ReduceOp;
using hw::TensixOp;
using hw::TilePart;

// Operands that travel together in one register, low byte first.
constexpr uint32_t low_byte(uint32_t word) { return word & 0xFF; }
constexpr uint32_t second_byte(uint32_t word) { return (word >> 8) & 0xFF; }
constexpr uint32_t above_byte(uint32_t word) { return word >> 8; }
constexpr uint32_t low_half(uint32_t word) { return word & 0xFFFF; }
constexpr uint32_t high_half(uint32_t word) { return word >> 16; }

[[noreturn]] void fail_undefined(const char* what, uint32_t value) {
    throw Fault(ErrorKind::kInstruction, std::format("{} {} is not defined", what, value));
}

// The enumerator of that value, which is at most `last`.
template <class Enum>
Enum to_enum(uint32_t value, Enum last, const char* what) {
    if (value > static_cast<uint32_t>(last)) {
        fail_undefined(what, value);
    }
    return static_cast<Enum>(value);
}

TilePart to_tile_part(uint32_t value) { return to_enum(value, TilePart::kDatum, "part of a tile"); }

void write_first_column(const Tile& row, Tile& tile) {
    for (uint32_t i = 0; i < hw::kTileHeight; ++i) {
        tile.at(i, 0) = row.at(0, i);
    }
}

void read_first_column(const Tile& tile, Tile& row) {
    for (uint32_t i = 0; i < hw::kTileHeight; ++i) {
        row.at(0, i) = tile.at(i, 0);
    }
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

// Bytes of one tile, which has to fit a page of the buffer.
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

// The only hart that may use an operation.
Hart owner_of(TensixOp op) {
    switch (op) {
        case TensixOp::kUnpackA:
        case TensixOp::kUnpackAB:
        case TensixOp::kUnpackTilize:
            return Hart::kTrisc0;
        case TensixOp::kDstAcquire:
        case TensixOp::kDstCommit:
        case TensixOp::kMathCopy:
        case TensixOp::kMathElementwise:
        case TensixOp::kMathMatmul:
        case TensixOp::kMathReduce:
        case TensixOp::kMathTranspose:
        case TensixOp::kSfpuRun:
        case TensixOp::kSfpuScalar:
        case TensixOp::kSfpuSeed:
        case TensixOp::kVectorSet:
        case TensixOp::kVectorLoad:
        case TensixOp::kVectorStore:
        case TensixOp::kVectorOp:
        case TensixOp::kVectorCondition:
            return Hart::kTrisc1;
        case TensixOp::kDstWait:
        case TensixOp::kDstRelease:
        case TensixOp::kPackTile:
        case TensixOp::kPackUntilize:
        case TensixOp::kPackConfigure:
        case TensixOp::kPackRows:
            return Hart::kTrisc2;
    }
    fail_undefined("Tensix operation", static_cast<uint32_t>(op));
}

}  // namespace

void Engine::reset(const hw::LaunchMessage& launch) {
    sources_.reset();
    dst_.reset(launch);
    sfpu_.reset();
    packer_.reset();
    unpack_to_dest_ = uint64_t{launch.unpack_to_dest[1]} << 32 | launch.unpack_to_dest[0];
    const bool does_math = launch.enabled_harts >> static_cast<uint32_t>(Hart::kTrisc1) & 1;
    if (does_math && (launch.math_fidelity < 1 || launch.math_fidelity > kMaxPhases)) {
        throw Fault(ErrorKind::kLaunch,
                    std::format("math fidelity of {} phases; there are 1 (LoFi) to {} (HiFi4)",
                                launch.math_fidelity, kMaxPhases));
    }
    phases_ = launch.math_fidelity;
    vectors_.reset();
}

Wait Engine::wait_before(Hart hart, TensixOp op) const {
    if (const Hart owner = owner_of(op); owner != hart) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("Tensix operation {} belongs to {}", static_cast<uint32_t>(op),
                                hw::hart_name(owner)));
    }
    switch (op) {
        case TensixOp::kDstAcquire:
            return {WaitKind::kDstReleased};
        case TensixOp::kDstWait:
            return {WaitKind::kDstCommitted};
        case TensixOp::kUnpackA:
        case TensixOp::kUnpackAB:
        case TensixOp::kUnpackTilize:
            return {WaitKind::kSourceFree};
        case TensixOp::kMathCopy:
        case TensixOp::kMathElementwise:
        case TensixOp::kMathMatmul:
        case TensixOp::kMathReduce:
            return {WaitKind::kSourceFilled};
        default:
            return {};
    }
}

bool Engine::is_over(WaitKind wait) const {
    switch (wait) {
        case WaitKind::kDstReleased:
            return dst_.can_acquire();
        case WaitKind::kDstCommitted:
            return dst_.can_wait();
        case WaitKind::kSourceFree:
            return sources_.has_free();
        case WaitKind::kSourceFilled:
            return sources_.has_filled();
        default:
            return true;
    }
}

void Engine::execute(TensixOp op, uint32_t rs1, uint32_t rs2) {
    switch (op) {
        case TensixOp::kDstAcquire:
            return dst_.acquire();
        case TensixOp::kDstCommit:
            return dst_.commit();
        case TensixOp::kDstWait:
            return dst_.wait();
        case TensixOp::kDstRelease:
            return dst_.release();
        case TensixOp::kUnpackA:
            return unpack_a(rs1, rs2);
        case TensixOp::kUnpackAB:
            return unpack_ab(rs1, rs2);
        case TensixOp::kUnpackTilize:
            return unpack_tilize(rs1, rs2);
        case TensixOp::kMathCopy:
            return math_copy(rs1, rs2);
        case TensixOp::kMathElementwise:
            return math_elementwise(rs1, rs2);
        case TensixOp::kMathMatmul:
            return math_matmul(rs1);
        case TensixOp::kMathReduce:
            return math_reduce(rs1, rs2);
        case TensixOp::kMathTranspose:
            return math_transpose(rs1);
        case TensixOp::kSfpuRun:
            return sfpu_run(rs1, rs2);
        case TensixOp::kSfpuScalar:
            return sfpu_.set_scalar(rs1, rs2);
        case TensixOp::kSfpuSeed:
            return sfpu_.seed(rs1);
        case TensixOp::kVectorSet:
            return vectors_.set(rs1, rs2);
        case TensixOp::kVectorLoad:
            return vectors_.load(dst_, rs1, rs2);
        case TensixOp::kVectorStore:
            return vectors_.store(dst_, rs1, rs2 & 0xFFFF, static_cast<hw::VectorDatum>(rs2 >> 16));
        case TensixOp::kVectorOp:
            return vectors_.execute(rs1);
        case TensixOp::kVectorCondition:
            return vectors_.change_condition(static_cast<hw::VectorCondition>(rs1), rs2);
        case TensixOp::kPackTile:
            return pack_tile(rs1, rs2);
        case TensixOp::kPackUntilize:
            return pack_untilize(rs1, rs2);
        case TensixOp::kPackConfigure:
            return packer_.configure(rs1, rs2);
        case TensixOp::kPackRows:
            return pack_rows(rs1, rs2);
    }
}

// ── Unpack ──

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

void Engine::unpack_tilize(uint32_t buffer_and_width, uint32_t column) {
    const uint32_t index = low_byte(buffer_and_width);
    const CircularBuffer& buffer = buffers_.at(index);
    const TilePlace place{tile_shape(index, buffer), above_byte(buffer_and_width), column};
    const uint64_t size = strip_bytes(index, buffer, place);
    OperandPair& pair = sources_.next_free();
    unpack_into(pair.a, index, buffer.readable(0, size), size, place);
    pair.has_b = false;
    sources_.fill();
}

// ── Math ──

void Engine::math_copy(uint32_t index, uint32_t mode) {
    DstTile& dst = dst_.math_tile(index);
    Operand& a = sources_.oldest_filled().a;
    broadcast(a.tile, to_tile_part(second_byte(mode)));
    if (!is_integer(a.format)) {
        if (a.format == DataFormat::Float32 && !a.to_dest) {
            datapath_.round_to_tf32(a.tile);
        }
        datapath_.copy(a.tile, dst.tile, dst_.precision());
        dst.kind = DatumKind::kFloat;
    } else if (dst_.precision() == DstPrecision::kFloat32 || hw::datum_size_bytes(a.format) <= 2) {
        datapath_.copy(a.tile, dst.tile, DstPrecision::kFloat32);
        dst.kind = DatumKind::kInteger;
    } else {
        throw Fault(
            ErrorKind::kDataFormat,
            std::format("{} needs 32-bit datums in DST (fp32_dest_acc)", format_name(a.format)));
    }
    sources_.consume();
    ++statistics_.tiles_copied;
}

void Engine::math_elementwise(uint32_t index, uint32_t mode) {
    DstTile& dst = float_dst(index);
    const uint32_t flags = high_half(mode);
    const auto op = to_enum(low_byte(mode), ElementwiseOp::kMultiply, "elementwise operation");
    const bool accumulate = flags & hw::kMathAccumulate;
    if (flags & (hw::kMathDstIsA | hw::kMathDstIsB)) {
        take_from_dst(dst.value(), flags);
    }
    OperandPair& pair = fpu_operands();
    broadcast(pair.b.tile, to_tile_part(second_byte(mode)));
    Tile& result = accumulate ? dst.value() : dst.tile;
    const auto compute = [&](const Tile& a, const Tile& b, bool is_first) {
        datapath_.elementwise(a, b, result, {op, accumulate || !is_first, dst_.precision()});
    };
    if (op == ElementwiseOp::kMultiply) {
        multiply_in_phases(datapath_, phases_, pair.a.tile, pair.b.tile, compute);
    } else {
        compute(pair.a.tile, pair.b.tile, true);
    }
    dst.kind = DatumKind::kFloat;
    sources_.consume();
    ++statistics_.tiles_elementwise;
}

// Makes DST one operand, and what has been unpacked as A the other.
void Engine::take_from_dst(const Tile& dst, uint32_t flags) {
    OperandPair& pair = sources_.oldest_filled();
    if (pair.has_b) {
        throw Fault(ErrorKind::kSourceRegisters,
                    "the operation takes one operand beside DST, but A and B have been unpacked");
    }
    const auto format =
        dst_.precision() == DstPrecision::kFloat32 ? DataFormat::Float32 : DataFormat::Float16_b;
    if (flags & hw::kMathDstIsA) {
        pair.b = pair.a;
        pair.a = {.tile = dst, .format = format, .shape = {}, .to_dest = false};
    } else {
        pair.b = {.tile = dst, .format = format, .shape = {}, .to_dest = false};
    }
    pair.has_b = true;
}

void Engine::math_matmul(uint32_t index) {
    DstTile& dst = float_dst(index);
    OperandPair& pair = fpu_operands();
    // The first operand goes to source B.
    multiply_in_phases(datapath_, phases_, pair.b.tile, pair.a.tile,
                       [&](const Tile& b, const Tile& a, bool) {
                           datapath_.matmul(a, b, dst.value(), dst_.precision());
                           dst.kind = DatumKind::kFloat;
                       });
    sources_.consume();
    ++statistics_.tiles_matmul;
}

void Engine::math_reduce(uint32_t index, uint32_t mode) {
    DstTile& dst = float_dst(index);
    const auto op = to_enum(low_byte(mode), ReduceOp::kMax, "reduction");
    const TilePart part = to_tile_part(second_byte(mode));
    if (part == TilePart::kAll) {
        fail_undefined("reduction to part", static_cast<uint32_t>(part));
    }
    auto& [a, weights, has_b] = fpu_operands();
    const auto [height, width] = a.shape;
    const ReduceMode rows{op, dst.kind != DatumKind::kZero, dst_.precision(), height};
    const ReduceMode columns{op, dst.kind != DatumKind::kZero, dst_.precision(), width};
    const ReduceMode rows_alone{op, false, dst_.precision(), height};
    Tile& result = dst.value();
    Tile row;
    switch (part) {
        case TilePart::kRow:
            reduce_to_row(a.tile, weights.tile, result, rows);
            break;
        case TilePart::kDatum:
            // The column sums, as the multipliers can take them, are a column to be reduced.
            reduce_to_row(a.tile, weights.tile, row, rows_alone);
            datapath_.round_to_tf32(row);
            a.tile = row;
            datapath_.transpose(a.tile);
            row.datums[0] = result.datums[0];
            reduce_to_row(a.tile, weights.tile, row, columns);
            result.datums[0] = row.datums[0];
            break;
        default:
            datapath_.transpose(a.tile);
            read_first_column(result, row);
            reduce_to_row(a.tile, weights.tile, row, columns);
            write_first_column(row, result);
    }
    dst.kind = DatumKind::kFloat;
    sources_.consume();
    ++statistics_.tiles_reduced;
}

// Cuts the operands, as the fidelity says.
void Engine::reduce_to_row(Tile& a, Tile weights, Tile& dst, ReduceMode mode) {
    if (mode.op == ReduceOp::kMax) {
        return datapath_.reduce(a, weights, dst, mode);
    }
    multiply_in_phases(datapath_, phases_, a, weights,
                       [&](const Tile& a_slice, const Tile& weight_slice, bool is_first) {
                           datapath_.reduce(
                               a_slice, weight_slice, dst,
                               {mode.op, mode.accumulate || !is_first, mode.precision, mode.rows});
                       });
}

void Engine::math_transpose(uint32_t index) { datapath_.transpose(dst_.math_tile(index).value()); }

void Engine::sfpu_run(uint32_t operands, uint32_t command) {
    sfpu_.run(dst_, operands, command);
    ++statistics_.tiles_sfpu;
}

DstTile& Engine::float_dst(uint32_t index) {
    DstTile& dst = dst_.math_tile(index);
    if (dst.kind == DatumKind::kInteger) {
        throw Fault(ErrorKind::kDataFormat,
                    std::format("DST tile {} holds integers; this operation is on floats", index));
    }
    return dst;
}

// The oldest pair, as the multipliers see it.
OperandPair& Engine::fpu_operands() {
    OperandPair& pair = sources_.oldest_filled();
    if (!pair.has_b) {
        throw Fault(ErrorKind::kSourceRegisters,
                    "the operation takes two operands, but only A has been unpacked");
    }
    for (Operand* operand : {&pair.a, &pair.b}) {
        if (is_integer(operand->format)) {
            throw Fault(ErrorKind::kDataFormat, std::format("the FPU cannot compute with {}",
                                                            format_name(operand->format)));
        }
        if (operand->format == DataFormat::Float32) {
            datapath_.round_to_tf32(operand->tile);
        }
    }
    return pair;
}

// ── Pack ──

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
    if (rows > hw::kTileElements / hw::kFaceWidth) {
        throw Fault(ErrorKind::kInstruction, std::format("packs {} rows of a tile that has {}",
                                                         rows, hw::kTileElements / hw::kFaceWidth));
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
