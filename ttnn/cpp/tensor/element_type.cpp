// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/element_type.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>

#include <tt-metalium/bfloat16.hpp>

namespace ttnn {

namespace {

// Calls visit with a value of the type that elements have.
template <typename Visit>
void with_element_type(DataType dtype, const Visit& visit) {
    switch (dtype) {
        case DataType::BFLOAT16:
            return visit(bfloat16());
        case DataType::FLOAT32:
            return visit(float());
        case DataType::UINT32:
            return visit(uint32_t());
        case DataType::UINT8:
            return visit(uint8_t());
        case DataType::UINT16:
            return visit(uint16_t());
        case DataType::INT32:
            return visit(int32_t());
        case DataType::BFLOAT8_B:
        case DataType::BFLOAT4_B:
            throw std::invalid_argument("convert_elements: block floats are no single elements");
    }
}

template <std::integral Target>
Target to_integer(double value) {
    using Limits = std::numeric_limits<Target>;
    if (std::isnan(value)) return 0;
    return static_cast<Target>(std::clamp<double>(std::trunc(value), Limits::min(), Limits::max()));
}
template <std::integral Target>
Target to_integer(int64_t value) {
    using Limits = std::numeric_limits<Target>;
    if (sizeof(Target) == 1) return static_cast<Target>(value);
    return static_cast<Target>(std::clamp<int64_t>(value, Limits::min(), Limits::max()));
}

template <typename Target, typename Source>
Target convert(Source value) {
    if constexpr (!std::integral<Target>) {
        return Target(static_cast<float>(value));
    } else if constexpr (std::integral<Source>) {
        return to_integer<Target>(static_cast<int64_t>(value));
    } else {
        return to_integer<Target>(static_cast<double>(static_cast<float>(value)));
    }
}

template <typename Source, typename Target>
void convert_each(const std::byte* source, std::byte* target, size_t count) {
    for (size_t i = 0; i < count; ++i) {
        Source value;
        std::memcpy(&value, source + i * sizeof(Source), sizeof(Source));
        const Target converted = convert<Target>(value);
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
        return;
    }
    with_element_type(source_type, [&](auto from) {
        with_element_type(target_type, [&](auto to) {
            convert_each<decltype(from), decltype(to)>(source.data(), target.data(), count);
        });
    });
}

}  // namespace ttnn
