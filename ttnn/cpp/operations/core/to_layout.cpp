// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/core/to_layout.hpp"

#include "ttnn/cpp/operations/data_movement/copy_strided.hpp"
#include "ttnn/cpp/operations/data_movement/tilize.hpp"
#include "ttnn/cpp/operations/data_movement/untilize.hpp"
#include "ttnn/cpp/tensor/host_tensor.hpp"

namespace ttnn {

namespace {

Tensor host_to_layout(const Tensor& tensor, Layout layout, const MemoryConfig& memory_config) {
    TensorSpec spec = tensor.spec();
    spec.layout = layout;
    spec.memory_config = memory_config;
    return host_tensor_to(tensor, spec);
}

}  // namespace

Tensor to_layout(const Tensor& tensor, Layout layout, std::optional<MemoryConfig> memory_config) {
    const MemoryConfig target = memory_config.value_or(tensor.spec().memory_config);
    if (tensor.storage_type() == StorageType::HOST) {
        return host_to_layout(tensor, layout, target);
    }
    if (tensor.layout() == layout) {
        return tensor.spec().memory_config == target ? tensor : copy_to_memory(tensor, target);
    }
    return layout == Layout::TILE ? tilize(tensor, target) : untilize(tensor, target);
}

}  // namespace ttnn
