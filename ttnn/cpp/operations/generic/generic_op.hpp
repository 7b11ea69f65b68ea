// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A program of the user's own as an operation.
#pragma once

#include <vector>

#include <tt-metalium/program_descriptors.hpp>

#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// Runs the program on the device of the tensors, which it reads and writes at the addresses that
// its arguments say, and returns the last of them. Throws std::invalid_argument for no tensors and
// for tensors of several devices or of none; what Program and EnqueueProgram() throw.
Tensor generic_op(const std::vector<Tensor>& io_tensors,
                  const tt::tt_metal::ProgramDescriptor& descriptor);

}  // namespace ttnn
