// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/engine.hpp"

#include <format>
#include <string>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/tensix/tile_format.hpp"

namespace tt::sim {
namespace {

using hw::Broadcast;
using hw::DataFormat;
using hw::ElementwiseOp;
using hw::Hart;
using hw::TensixOp;

// Operands that travel together in one register, low byte first.
constexpr uint32_t low_byte(uint32_t word) { return word & 0xFF; }
constexpr uint32_t second_byte(uint32_t word) { return (word >> 8) & 0xFF; }
constexpr uint32_t above_byte(uint32_t word) { return word >> 8; }
constexpr uint32_t low_half(uint32_t word) { return word & 0xFFFF; }
constexpr uint32_t high_half(uint32_t word) { return word >> 16; }

[[noreturn]] void fail_undefined(const char* what, uint32_t value) {
    throw Fault(ErrorKind::kInstruction, std::format("{} {} is not defined", what, value));
}

ElementwiseOp to_elementwise_op(uint32_t value) {
    if (value > static_cast<uint32_t>(ElementwiseOp::kMultiply)) {
        fail_undefined("elementwise operation", value);
    }
    return static_cast<ElementwiseOp>(value);
}

Broadcast to_broadcast(uint32_t value) {
    if (value > static_cast<uint32_t>(Broadcast::kScalar)) {
        fail_undefined("broadcast", value);
    }
    return static_cast<Broadcast>(value);
}

// Bytes of one tile, which has to fit a page of the buffer.
uint32_t tile_bytes(uint32_t index, const CircularBuffer& buffer) {
    const uint32_t size = hw::tile_size_bytes(buffer.data_format());
    if (size == 0) {
        throw Fault(ErrorKind::kDataFormat, std::format("cb {}: {} is no format of tiles", index,
                                                        format_name(buffer.data_format())));
    }
    if (!buffer.has_full_tiles()) {
        throw Fault(ErrorKind::kDataFormat,
                    std::format("cb {}: only tiles of {}x{} datums are supported", index,
                                hw::kTileHeight, hw::kTileWidth));
    }
    if (size > buffer.page_size_bytes()) {
        throw Fault(
            ErrorKind::kCircularBuffer,
            std::format("cb {}: a {} tile of {} bytes does not fit a page of {} bytes", index,
                        format_name(buffer.data_format()), size, buffer.page_size_bytes()));
    }
    return size;
}

uint64_t strip_bytes(uint32_t index, const CircularBuffer& buffer, StripPlace place) {
    const uint32_t datum = hw::datum_size_bytes(buffer.data_format());
    if (datum == 0) {
        throw Fault(ErrorKind::kDataFormat, std::format("cb {}: {} has no row-major layout", index,
                                                        format_name(buffer.data_format())));
    }
    if (place.column >= place.width_tiles) {
        throw Fault(ErrorKind::kInstruction, std::format("cb {}: column {} of a strip of {} tiles",
                                                         index, place.column, place.width_tiles));
    }
    return uint64_t{hw::kTileElements} * place.width_tiles * datum;
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
        case TensixOp::kSfpuRun:
        case TensixOp::kSfpuScalar:
        case TensixOp::kSfpuSeed:
            return Hart::kTrisc1;
        case TensixOp::kDstWait:
        case TensixOp::kDstRelease:
        case TensixOp::kPackTile:
        case TensixOp::kPackUntilize:
            return Hart::kTrisc2;
    }
    fail_undefined("Tensix operation", static_cast<uint32_t>(op));
}

}  // namespace

void Engine::reset(const hw::LaunchMessage& launch) {
    sources_.reset();
    dst_.reset(launch);
    sfpu_.reset();
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
            return math_copy(rs1);
        case TensixOp::kMathElementwise:
            return math_elementwise(rs1, rs2);
        case TensixOp::kMathMatmul:
            return math_matmul(rs1);
        case TensixOp::kSfpuRun:
            return sfpu_run(rs1, rs2);
        case TensixOp::kSfpuScalar:
            return sfpu_.set_scalar(rs1, rs2);
        case TensixOp::kSfpuSeed:
            return sfpu_.seed(rs1);
        case TensixOp::kPackTile:
            return pack_tile(rs1, rs2);
        case TensixOp::kPackUntilize:
            return pack_untilize(rs1, rs2);
    }
}

// ── Unpack ──

void Engine::unpack_operand(uint32_t index, uint32_t tile, Operand& operand) {
    const CircularBuffer& buffer = buffers_.at(index);
    const uint32_t size = tile_bytes(index, buffer);
    operand.format = buffer.data_format();
    unpack_tile(datapath_, operand.format, l1_.subspan(buffer.readable(tile, size), size),
                operand.tile);
    ++statistics_.tiles_unpacked;
}

void Engine::unpack_a(uint32_t buffer, uint32_t tile) {
    OperandPair& pair = sources_.next_free();
    unpack_operand(buffer, tile, pair.a);
    pair.has_b = false;
    sources_.fill();
}

void Engine::unpack_ab(uint32_t buffers_and_flags, uint32_t tiles) {
    OperandPair& pair = sources_.next_free();
    unpack_operand(low_byte(buffers_and_flags), low_half(tiles), pair.a);
    unpack_operand(second_byte(buffers_and_flags), high_half(tiles), pair.b);
    if (high_half(buffers_and_flags) & hw::kUnpackTransposeB) {
        transpose(pair.b.tile);
    }
    pair.has_b = true;
    sources_.fill();
}

void Engine::unpack_tilize(uint32_t buffer_and_width, uint32_t column) {
    const uint32_t index = low_byte(buffer_and_width);
    const CircularBuffer& buffer = buffers_.at(index);
    const StripPlace place{above_byte(buffer_and_width), column};
    const uint64_t size = strip_bytes(index, buffer, place);
    OperandPair& pair = sources_.next_free();
    pair.a.format = buffer.data_format();
    unpack_from_strip(datapath_, pair.a.format, l1_.subspan(buffer.readable(0, size), size), place,
                      pair.a.tile);
    pair.has_b = false;
    sources_.fill();
    ++statistics_.tiles_unpacked;
}

// ── Math ──

void Engine::math_copy(uint32_t index) {
    DstTile& dst = dst_.math_tile(index);
    const Operand& a = sources_.oldest_filled().a;
    if (!is_integer(a.format)) {
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
    const ElementwiseMode elementwise{to_elementwise_op(low_byte(mode)), high_half(mode) != 0,
                                      dst_.precision()};
    const Broadcast repeated = to_broadcast(second_byte(mode));
    OperandPair& pair = fpu_operands();
    broadcast(pair.b.tile, repeated);
    Tile& result = elementwise.accumulate ? dst.value() : dst.tile;
    datapath_.elementwise(pair.a.tile, pair.b.tile, result, elementwise);
    dst.kind = DatumKind::kFloat;
    sources_.consume();
    ++statistics_.tiles_elementwise;
}

void Engine::math_matmul(uint32_t index) {
    DstTile& dst = float_dst(index);
    const OperandPair& pair = fpu_operands();
    datapath_.matmul(pair.a.tile, pair.b.tile, dst.value(), dst_.precision());
    dst.kind = DatumKind::kFloat;
    sources_.consume();
    ++statistics_.tiles_matmul;
}

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
    sim::pack_tile(datapath_, buffer.data_format(), tile, l1_.subspan(address, size));
    ++statistics_.tiles_packed;
}

void Engine::pack_untilize(uint32_t dst_tile_and_column, uint32_t buffer_and_width) {
    const uint32_t index = low_byte(buffer_and_width);
    const CircularBuffer& buffer = buffers_.at(index);
    const StripPlace place{above_byte(buffer_and_width), above_byte(dst_tile_and_column)};
    const uint64_t size = strip_bytes(index, buffer, place);
    const Tile& tile = packable(low_byte(dst_tile_and_column), buffer.data_format());
    const uint32_t address = buffer.writable(0, size);
    pack_into_strip(datapath_, buffer.data_format(), tile, place, l1_.subspan(address, size));
    ++statistics_.tiles_packed;
}

}  // namespace tt::sim
