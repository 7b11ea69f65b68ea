// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/fill.hpp"

#include <array>
#include <cmath>
#include <cstring>
#include <span>
#include <stdexcept>
#include <vector>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/data_movement/movement_parts.hpp"
#include "ttnn/cpp/tensor/block_float.hpp"
#include "ttnn/cpp/tensor/element_type.hpp"

namespace ttnn {

namespace {

uint32_t repeated(uint32_t value, uint32_t bytes) {
    if (bytes == 1) return (value & 0xFF) * 0x01010101;
    if (bytes == 2) return (value & 0xFFFF) * 0x00010001;
    return value;
}

int64_t as_integer(FillValue value) {
    if (const int64_t* integer = std::get_if<int64_t>(&value)) return *integer;
    const double number = std::get<double>(value);
    if (!(std::abs(number) < 0x1p63)) {
        throw std::invalid_argument("fill_value: " + std::to_string(number) +
                                    "; an integer has no such value");
    }
    return static_cast<int64_t>(number);
}

float as_float(FillValue value) {
    return std::visit([](auto number) { return static_cast<float>(number); }, value);
}

// All bytes of the exponents are alike, and all of the mantissas.
FillPattern block_float_pattern(float value, DataType dtype, const Tile& tile) {
    const uint32_t tile_bytes = tile.get_tile_size(data_format(dtype));
    const uint32_t elements = tile.get_tile_hw();
    std::vector<std::byte> packed(tile_bytes);
    pack_block_floats(std::vector<float>(elements, value), tile, dtype, packed);
    const uint32_t datum_bytes = dtype == DataType::BFLOAT8_B ? elements : elements / 2;
    return {.head_bytes = tile_bytes - datum_bytes,
            .head_word = repeated(std::to_integer<uint32_t>(packed.front()), 1),
            .word = repeated(std::to_integer<uint32_t>(packed.back()), 1)};
}

uint32_t float_bits(float value, DataType dtype) {
    uint32_t bits = 0;
    const std::span result = std::as_writable_bytes(std::span(&bits, 1));
    convert_elements(std::as_bytes(std::span(&value, 1)), DataType::FLOAT32,
                     result.first(element_size_bytes(dtype)), dtype);
    return bits;
}

}  // namespace

FillPattern fill_pattern(FillValue value, DataType dtype, const Tile& tile) {
    if (is_block_float(dtype)) return block_float_pattern(as_float(value), dtype, tile);
    const uint32_t bits = is_floating_point(dtype) ? float_bits(as_float(value), dtype)
                                                   : static_cast<uint32_t>(as_integer(value));
    return {.head_bytes = 0, .head_word = 0, .word = repeated(bits, element_size_bytes(dtype))};
}

void fill(const Tensor& target, FillValue value) {
    require_on_device({target, "target"});
    fill(target, value, Box::all(num_movable(target.spec()), 1));
}

void fill(const Tensor& target, FillValue value, const Box& box) {
    require_on_device({target, "target"});
    const TensorSpec& spec = target.spec();
    const FillPattern pattern = fill_pattern(value, spec.dtype, spec.tile);
    if (box.num_points() == 0) return;
    box.check(0, "target", num_movable(spec));
    const std::vector<uint32_t> words = box.simplified().words();
    ProgramKey key("fill");
    key << words << pattern.head_word << pattern.word;
    run_program(std::move(key), std::array{target}, [&](DeviceProgram& program) {
        const uint32_t bytes = movable_bytes(spec);
        CommonArguments arguments{bytes, pattern.head_bytes, pattern.head_word, pattern.word};
        add_flat_tensor(arguments, 0, spec);
        arguments.add(words);
        add_movers(program, *target.device(), "data_movement/fill", box.num_points(), bytes,
                   arguments);
    });
}

}  // namespace ttnn
