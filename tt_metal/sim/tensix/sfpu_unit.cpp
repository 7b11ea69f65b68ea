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
    const DataFormat format = lane_format(command.format);
    const SfpuRoutine routine = variant_.routine(command.function, format);
    if (routine == nullptr) {
        throw Fault(ErrorKind::kDataFormat, std::format("SFPU function {} is not defined for {}",
                                                        info.name, format_name(command.format)));
    }
    const DataFormat result = info.result == DataFormat::Invalid ? format : info.result;
    check_fits_dst(format, dst.precision());
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
    routine(arguments);
    out.kind = is_integer(result) ? DatumKind::kInteger : DatumKind::kFloat;
    scalars_ = {};
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
    if (tile.kind == (wants_floats ? DatumKind::kInteger : DatumKind::kFloat)) {
        throw Fault(ErrorKind::kDataFormat,
                    std::format("DST tile {} holds {}; this operation is on {}", code,
                                wants_floats ? "integers" : "floats",
                                wants_floats ? "floats" : "integers"));
    }
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
