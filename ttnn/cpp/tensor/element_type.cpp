// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/element_type.hpp"

#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "ttnn/cpp/tensor/bfloat16.hpp"

namespace ttnn {

namespace {

template <typename Source, typename Target, typename Convert>
void convert_each(const std::byte* source, std::byte* target, size_t count, Convert convert) {
    for (size_t i = 0; i < count; ++i) {
        Source value;
        std::memcpy(&value, source + i * sizeof(Source), sizeof(Source));
        const Target converted = convert(value);
        std::memcpy(target + i * sizeof(Target), &converted, sizeof(Target));
    }
}

}  // namespace

void convert_elements(std::span<const std::byte> source, DataType source_type,
                      std::span<std::byte> target, DataType target_type) {
    const size_t count = source.size() / element_size_bytes(source_type);
    if (target.size() / element_size_bytes(target_type) != count) {
        throw std::invalid_argument("convert_elements: source and target differ in length");
    }
    if (source_type == target_type) {
        std::memcpy(target.data(), source.data(), source.size());
    } else if (target_type == DataType::BFLOAT16) {
        convert_each<float, uint16_t>(source.data(), target.data(), count, bfloat16_from_float);
    } else {
        convert_each<uint16_t, float>(source.data(), target.data(), count, float_from_bfloat16);
    }
}

}  // namespace ttnn
