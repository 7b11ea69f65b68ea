// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/sfpu_unit.hpp"

#include <bit>
#include <format>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/tensix/tile_format.hpp"

namespace tt::sim {
namespace {

using hw::DataFormat;

DataFormat lane_format(DataFormat format) {
    return is_integer(format) ? format : DataFormat::Float32;
}

void check_fits_dst(DataFormat format, DstPrecision precision) {
    if (is_integer(format) && hw::datum_size_bytes(format) > 2 &&
        precision != DstPrecision::kFloat32) {
        throw Fault(
            ErrorKind::kDataFormat,
            std::format("{} needs 32-bit datums in DST (fp32_dest_acc)", format_name(format)));
    }
}

uint32_t integer_mask(DataFormat format) {
    const uint32_t size = hw::datum_size_bytes(format);
    return size < 4 ? (1u << 8 * size) - 1 : ~0u;
}

void check_kind(const DstTile& tile, uint32_t index, bool wants_floats) {
    if (tile.kind == (wants_floats ? DatumKind::kInteger : DatumKind::kFloat)) {
        throw Fault(ErrorKind::kDataFormat,
                    std::format("DST tile {} holds {}; this operation is on {}", index,
                                wants_floats ? "integers" : "floats",
                                wants_floats ? "floats" : "integers"));
    }
}

// The rows or the columns of tiles.
class Lines {
 public:
    explicit Lines(hw::TilePart part) : are_rows_(part == hw::TilePart::kRow) {}

    void copy(const Tile& from, uint32_t first_from, Tile& to, uint32_t first_to,
              uint32_t count) const {
        for (uint32_t line = 0; line < count; ++line) {
            for (uint32_t i = 0; i < hw::kTileWidth; ++i) {
                to.datums[index(first_to + line, i)] = from.datums[index(first_from + line, i)];
            }
        }
    }

 private:
    uint32_t index(uint32_t line, uint32_t i) const {
        return are_rows_ ? Tile::index(line, i) : Tile::index(i, line);
    }

    bool are_rows_;
};

}  // namespace

void Sfpu::reset() {
    scalars_ = {};
    seed(0);
}

void Sfpu::set_scalar(uint32_t operand, uint32_t bits) {
    if (operand >= hw::kMaxSfpuOperands) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("SFPU scalar for operand {}; a function has at most {}", operand,
                                hw::kMaxSfpuOperands));
    }
    scalars_[operand] = bits;
}

void Sfpu::seed(uint32_t seed) { random_state_ = uint64_t{seed} << 32; }

void Sfpu::run(Dst& dst, uint32_t operands, uint32_t command_word) {
    const auto command = hw::SfpuCommand::decode(command_word);
    const SfpuFunctionInfo& info = sfpu_function_info(command.function);
    const SfpuRoutine run_routine = routine(command, dst.precision());
    const DataFormat format = lane_format(command.format);
    const DataFormat result = info.result == DataFormat::Invalid ? format : info.result;
    check_fits_dst(result, dst.precision());

    SfpuArguments arguments{.operands = {},
                            .out = nullptr,
                            .faces = command.faces,
                            .integer_mask = integer_mask(result),
                            .precision = dst.precision()};
    for (uint32_t i = 0; i < info.num_operands; ++i) {
        arguments.operands[i] = source(dst, i, operands >> 8 * i & 0xFF, !is_integer(format));
    }
    DstTile& out = dst.math_tile(command.out);
    arguments.out = (command.faces == hw::kSfpuAllFaces ? out.tile : out.value()).datums.data();
    run_routine(arguments);
    out.kind = is_integer(result) ? DatumKind::kInteger : DatumKind::kFloat;
    scalars_ = {};
}

SfpuRoutine Sfpu::routine(const hw::SfpuCommand& command, DstPrecision precision) const {
    const DataFormat format = lane_format(command.format);
    const SfpuRoutine found = variant_.routine(command.function, format);
    if (found == nullptr) {
        throw Fault(ErrorKind::kDataFormat, std::format("SFPU function {} is not defined for {}",
                                                        sfpu_function_info(command.function).name,
                                                        format_name(command.format)));
    }
    check_fits_dst(format, precision);
    return found;
}

void Sfpu::reduce(Dst& dst, uint32_t tile_and_part, uint32_t command_word) {
    const auto command = hw::SfpuCommand::decode(command_word);
    const SfpuFunctionInfo& info = sfpu_function_info(command.function);
    const auto part = static_cast<hw::TilePart>(tile_and_part >> 8 & 0xFF);
    const uint32_t count = tile_and_part >> 16;
    if (info.num_operands != 2 || info.result != DataFormat::Invalid) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("SFPU function {} cannot reduce a tile; that takes one of two "
                                "operands and a result of their format",
                                info.name));
    }
    if ((part != hw::TilePart::kRow && part != hw::TilePart::kColumn) || count == 0 ||
        count > hw::kTileHeight) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("SFPU reduction of {} rows or columns of a tile", count));
    }
    const SfpuRoutine combine = routine(command, dst.precision());
    DstTile& tile = dst.math_tile(tile_and_part & 0xFF);
    const DataFormat format = lane_format(command.format);
    check_kind(tile, tile_and_part & 0xFF, !is_integer(format));
    Tile& datums = tile.value();
    Tile other;
    Tile combined;
    const SfpuArguments arguments{
        .operands = {{{datums.datums.data(), false}, {other.datums.data(), false}}},
        .out = combined.datums.data(),
        .faces = hw::kSfpuAllFaces,
        .integer_mask = integer_mask(format),
        .precision = dst.precision()};
    const Lines lines(part);
    for (uint32_t left = count; left > 1;) {
        const uint32_t half = (left + 1) / 2;
        lines.copy(datums, half, other, 0, left - half);
        combine(arguments);
        lines.copy(combined, 0, datums, 0, left - half);
        left = half;
    }
    const Tile whole = datums;
    datums = {};
    lines.copy(whole, 0, datums, 0, 1);
    tile.kind = is_integer(format) ? DatumKind::kInteger : DatumKind::kFloat;
}

SfpuArguments::Source Sfpu::source(Dst& dst, uint32_t operand, uint32_t code, bool wants_floats) {
    if (code == hw::kSfpuScalar) {
        if (!scalars_[operand]) {
            throw Fault(ErrorKind::kInstruction,
                        std::format("SFPU operand {} is a scalar, but none has been set", operand));
        }
        broadcasts_[operand].fill(std::bit_cast<float>(*scalars_[operand]));
        return {broadcasts_[operand].data(), true};
    }
    if (code == hw::kSfpuRandom) {
        return {random_words().datums.data(), false};
    }
    DstTile& tile = dst.math_tile(code);
    check_kind(tile, code, wants_floats);
    return {tile.value().datums.data(), false};
}

// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
const Tile& Sfpu::random_words() {
    for (float& datum : random_tile_.datums) {
        random_state_ += 0x9E3779B97F4A7C15;
        uint64_t z = random_state_;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        datum = std::bit_cast<float>(static_cast<uint32_t>((z ^ z >> 31) >> 32));
    }
    return random_tile_;
}

}  // namespace tt::sim
