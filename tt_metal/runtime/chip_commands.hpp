// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What is done to one chip, whichever function or queue asked for it. All wait for the chip and are
// done when they return.
#pragma once

#include <cstddef>
#include <span>

#include <tt-metalium/buffer.hpp>

#include "tt_metal/runtime/device.hpp"
#include "tt_metal/runtime/program_state.hpp"

namespace tt::tt_metal::runtime_internal {

// The chip that a device stands for. Throws std::invalid_argument for a null device, or one that
// stands for several.
Device& chip_of(IDevice* device);

// Host memory must have exactly the buffer's size, and the buffer must be there: what else throws
// std::invalid_argument or DeviceClosedError.
void write_buffer(const Buffer& buffer, std::span<const std::byte> source);
void read_buffer(const Buffer& buffer, std::span<std::byte> destination);

// Throw what EnqueueProgram says.
void launch_program(Device& chip, ProgramState& program);
void prepare_program(Device& chip, ProgramState& program);

}  // namespace tt::tt_metal::runtime_internal
