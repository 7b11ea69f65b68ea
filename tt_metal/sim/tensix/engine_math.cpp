// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The FPU's and the SFPU's instructions: source registers into DST, and DST into itself.
#include <format>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/tensix/engine.hpp"
#include "tt_metal/sim/tensix/engine_operands.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;
using hw::ElementwiseOp;
using hw::ReduceOp;
using hw::TilePart;

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

}  // namespace

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

void Engine::sfpu_cumulate(uint32_t index, uint32_t begins) {
    DstTile& dst = dst_.math_tile(index);
    if (begins != 0) column_sums_ = {};
    add_up(dst, column_sums_);
    if (dst.kind != DatumKind::kInteger) {
        datapath_.copy(dst.tile, dst.tile, dst_.precision());
    }
    ++statistics_.tiles_sfpu;
}

void Engine::sfpu_sort(uint32_t first, uint32_t step) {
    exchange({.datums = {&dst_.math_tile(first), &dst_.math_tile(first + 1)},
              .payloads = {&dst_.math_tile(first + 2), &dst_.math_tile(first + 3)}},
             hw::SfpuSortStep::decode(step));
    statistics_.tiles_sfpu += 2;
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

}  // namespace tt::sim
