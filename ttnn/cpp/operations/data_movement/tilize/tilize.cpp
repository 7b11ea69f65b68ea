// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/tilize/tilize.hpp"

#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/data_movement/tilize/device/tilize_program_factory.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

Tensor tilize(const Tensor& input_tensor, std::optional<MemoryConfig> memory_config) {
    const Operand operand{input_tensor, "input_tensor"};
    require_on_device(operand);
    require_layout(operand, Layout::ROW_MAJOR);

    TensorSpec spec = input_tensor.spec();
    spec.layout = Layout::TILE;
    spec.memory_config = memory_config.value_or(spec.memory_config);
    const Tensor result = allocate_on_device(spec, input_tensor.device());
    run_tilize(input_tensor, result);
    return result;
}

}  // namespace ttnn
