// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/tensor/host_tensor.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "ttnn/cpp/tensor/element_order.hpp"
#include "ttnn/cpp/tensor/element_type.hpp"

namespace ttnn {

Tensor host_tensor_from_values(std::span<const std::byte> values, DataType values_type,
                               const TensorSpec& spec) {
    const uint64_t volume = spec.shape.volume();
    if (values.size() != volume * element_size_bytes(values_type)) {
        throw std::invalid_argument("values: " + std::to_string(values.size()) + " bytes are not " +
                                    spec.shape.to_string() + " of " + to_string(values_type));
    }
    HostBuffer converted(volume * element_size_bytes(spec.dtype));
    convert_elements(values, values_type, converted.writable(), spec.dtype);
    TensorSpec row_major = spec;
    row_major.layout = Layout::ROW_MAJOR;
    return host_tensor_to_layout(Tensor(row_major, std::move(converted)), spec.layout);
}

void copy_values(const Tensor& host_tensor, std::span<std::byte> values, DataType values_type) {
    const Tensor row_major = host_tensor_to_layout(host_tensor, Layout::ROW_MAJOR);
    convert_elements(row_major.host_buffer().bytes(), row_major.dtype(), values, values_type);
}

Tensor host_tensor_to_layout(const Tensor& host_tensor, Layout layout) {
    if (host_tensor.layout() == layout) {
        return host_tensor;
    }
    TensorSpec spec = host_tensor.spec();
    spec.layout = layout;
    HostBuffer target(spec.size_bytes());
    const auto reorder = layout == Layout::TILE ? tilize : untilize;
    reorder(host_tensor.host_buffer().bytes(), target.writable(), spec.matrices(),
            element_size_bytes(spec.dtype));
    return Tensor(spec, std::move(target));
}

}  // namespace ttnn
