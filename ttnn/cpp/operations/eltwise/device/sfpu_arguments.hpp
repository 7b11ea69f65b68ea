// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Steps of the SFPU as kernels are told of them (core/kernels/sfpu_steps.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/operations/eltwise/sfpu_chain.hpp"

namespace ttnn {

// Scalars are values of the program, from `next_value` on.
void add_steps(CommonArguments& arguments, std::span<const SfpuStep> steps, size_t& next_value);

// These values, in the same order.
void add_scalars(std::vector<uint32_t>& values, std::span<const SfpuStep> steps);

// Everything of the steps but their scalars.
void add_steps(ProgramKey& key, std::span<const SfpuStep> steps);

}  // namespace ttnn
