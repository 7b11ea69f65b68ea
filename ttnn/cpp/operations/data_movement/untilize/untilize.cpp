// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/data_movement/untilize/untilize.hpp"

#include "ttnn/cpp/operations/core/operands.hpp"
#include "ttnn/cpp/operations/data_movement/untilize/device/untilize_program_factory.hpp"
#include "ttnn/cpp/tensor/transfer.hpp"

namespace ttnn {

Tensor untilize(const Tensor& input_tensor, std::optional<MemoryConfig> memory_config) {
    const Operand operand{input_tensor, "input_tensor"};
    require_on_device(operand);
    require_layout(operand, Layout::TILE);

    TensorSpec spec = input_tensor.spec();
    spec.layout = Layout::ROW_MAJOR;
    spec.memory_config = memory_config.value_or(spec.memory_config);
    const Tensor result = allocate_on_device(spec, input_tensor.device());
    run_untilize(input_tensor, result);
    return result;
}

}  // namespace ttnn
