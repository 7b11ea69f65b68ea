// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/host_tensor.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ttnn/cpp/tensor/block_float.hpp"
#include "ttnn/cpp/tensor/element_order.hpp"
#include "ttnn/cpp/tensor/element_type.hpp"

namespace ttnn {

namespace {

// Of the elements when each has its own bytes.
DataType dense_type(DataType dtype) { return is_block_float(dtype) ? DataType::FLOAT32 : dtype; }

std::span<const float> as_floats(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const float*>(bytes.data()), bytes.size() / sizeof(float)};
}
std::span<float> as_floats(std::span<std::byte> bytes) {
    return {reinterpret_cast<float*>(bytes.data()), bytes.size() / sizeof(float)};
}

// Bytes of the elements of `spec`, padding included, as dense_type.
size_t dense_bytes(const TensorSpec& spec) {
    const MatrixBatch matrices = spec.matrices();
    const uint64_t elements = spec.layout == Layout::TILE
                                  ? matrices.num_tiles() * matrices.tile_elements()
                                  : spec.shape.volume();
    return elements * element_size_bytes(dense_type(spec.dtype));
}

// One element in the format of a data type.
std::vector<std::byte> element_of(float value, DataType dtype) {
    std::vector<std::byte> element(element_size_bytes(dtype));
    convert_elements(std::as_bytes(std::span(&value, 1)), DataType::FLOAT32, element, dtype);
    return element;
}

// Dense row-major elements, to the order and format of `spec`.
HostBuffer stored(HostBuffer row_major, const TensorSpec& spec, float pad_value) {
    if (spec.layout == Layout::ROW_MAJOR) return row_major;
    HostBuffer tiled(dense_bytes(spec));
    tilize(row_major.bytes(), tiled.writable(), spec.matrices(),
           element_of(pad_value, dense_type(spec.dtype)));
    if (!is_block_float(spec.dtype)) return tiled;
    HostBuffer packed(spec.size_bytes());
    pack_block_floats(as_floats(tiled.bytes()), spec.tile, spec.dtype, packed.writable());
    return packed;
}

// The opposite of stored().
HostBuffer dense(HostBuffer bytes, const TensorSpec& spec) {
    if (spec.layout == Layout::ROW_MAJOR) return bytes;
    HostBuffer tiled = bytes;
    if (is_block_float(spec.dtype)) {
        tiled = HostBuffer(dense_bytes(spec));
        unpack_block_floats(bytes.bytes(), spec.tile, spec.dtype, as_floats(tiled.writable()));
    }
    const uint32_t element_size = element_size_bytes(dense_type(spec.dtype));
    HostBuffer row_major(spec.shape.volume() * element_size);
    untilize(tiled.bytes(), row_major.writable(), spec.matrices(), element_size);
    return row_major;
}

}  // namespace

Tensor host_tensor_from_values(std::span<const std::byte> values, DataType values_type,
                               const TensorSpec& spec, float pad_value) {
    const uint64_t volume = spec.shape.volume();
    if (values.size() != volume * element_size_bytes(values_type)) {
        throw std::invalid_argument("values: " + std::to_string(values.size()) + " bytes are not " +
                                    spec.shape.to_string() + " of " + to_string(values_type));
    }
    const DataType target_type = dense_type(spec.dtype);
    HostBuffer converted(volume * element_size_bytes(target_type));
    convert_elements(values, values_type, converted.writable(), target_type);
    return Tensor(spec, stored(std::move(converted), spec, pad_value));
}

void copy_values(const Tensor& host_tensor, std::span<std::byte> values, DataType values_type) {
    const HostBuffer row_major = dense(host_tensor.host_buffer(), host_tensor.spec());
    convert_elements(row_major.bytes(), dense_type(host_tensor.dtype()), values, values_type);
}

Tensor host_tensor_to(const Tensor& host_tensor, const TensorSpec& spec) {
    const TensorSpec& present = host_tensor.spec();
    if (present.layout == spec.layout && present.dtype == spec.dtype && present.tile == spec.tile) {
        return Tensor(spec, host_tensor.host_buffer());
    }
    const HostBuffer row_major = dense(host_tensor.host_buffer(), present);
    return host_tensor_from_values(row_major.bytes(), dense_type(present.dtype), spec);
}

}  // namespace ttnn
