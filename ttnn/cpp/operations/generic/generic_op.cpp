// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "ttnn/cpp/operations/generic/generic_op.hpp"

#include <memory>
#include <stdexcept>
#include <string>

#include <tt-metalium/host_api.hpp>

#include "ttnn/cpp/operations/core/operands.hpp"

namespace ttnn {

Tensor generic_op(const std::vector<Tensor>& io_tensors,
                  const tt::tt_metal::ProgramDescriptor& descriptor) {
    if (io_tensors.empty()) {
        throw std::invalid_argument("io_tensors: is empty; the last tensor is the result");
    }
    const Operand first{io_tensors.front(), "io_tensors[0]"};
    // Nobody can free them while the program runs.
    std::vector<std::shared_ptr<tt::tt_metal::Buffer>> buffers;
    for (size_t i = 0; i < io_tensors.size(); ++i) {
        const Operand operand{io_tensors[i], "io_tensors[" + std::to_string(i) + "]"};
        require_on_device(operand);
        require_same_device(first, operand);
        buffers.push_back(io_tensors[i].device_buffer());
    }
    tt::tt_metal::Program program(descriptor);
    EnqueueProgram(io_tensors.front().device()->command_queue(), program, true);
    return io_tensors.back();
}

}  // namespace ttnn
