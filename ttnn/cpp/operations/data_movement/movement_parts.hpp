// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What programs that move data have in common.
#pragma once

#include <cstdint>

#include "ttnn/cpp/operations/core/device_program.hpp"
#include "ttnn/cpp/tensor/tensor.hpp"

namespace ttnn {

// A row-major tensor moves element by element, a tiled one tile by tile. Both in the order of the
// logical shape, tiles in that of their rows.
uint64_t num_movable(const TensorSpec& spec);
uint32_t movable_bytes(const TensorSpec& spec);

// Tensor number `index` of a program, as kernels/flat_tensor.h takes it.
void add_flat_tensor(CommonArguments& arguments, size_t index, const TensorSpec& spec);

// One page of scratch on each of the cores. `bytes` is a multiple of 4.
void add_scratch(DeviceProgram& program, const tt::tt_metal::CoreRangeSet& cores, uint8_t index,
                 uint32_t bytes);

// Tiles of a tensor, or as many rows as make them, queued between kernels.
void add_queue(DeviceProgram& program, const tt::tt_metal::CoreRangeSet& cores, uint8_t index,
               DataType dtype, const Tile& tile, uint32_t num_tiles);

// A kernel on both data movement harts of all cores, each with a part of the points.
void add_movers(DeviceProgram& program, const Device& device, const std::string& kernel,
                uint64_t num_points, uint32_t point_bytes, const CommonArguments& arguments);

// Of a kernel that takes tiles of one dtype to another, without loss but for the last rounding.
tt::tt_metal::ComputeConfig conversion_config(DataType from, DataType to);

}  // namespace ttnn
