// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/chip_commands.hpp"

#include <stdexcept>
#include <string>

#include "tt_metal/runtime/launch_plan.hpp"
#include "tt_metal/runtime/page_transfer.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

void check_transfer(const Buffer& buffer, const char* span_name, std::size_t span_size) {
    if (!buffer.is_allocated()) throw std::invalid_argument("buffer: has been deallocated");
    if (span_size != buffer.size()) {
        throw std::invalid_argument(std::string(span_name) + ": has " + std::to_string(span_size) +
                                    " B, but must have as many as the buffer, " +
                                    std::to_string(buffer.size()) + " B");
    }
}

}  // namespace

Device& chip_of(IDevice* device) {
    if (device == nullptr) throw std::invalid_argument("device: must not be null");
    return *device->chip();
}

void write_buffer(const Buffer& buffer, std::span<const std::byte> source) {
    const DeviceAccess chip = buffer.chip().idle_access();
    check_transfer(buffer, "source", source.size());
    write_pages(*chip->backend, buffer, source);
}

void read_buffer(const Buffer& buffer, std::span<std::byte> destination) {
    const DeviceAccess chip = buffer.chip().idle_access();
    check_transfer(buffer, "destination", destination.size());
    read_pages(*chip->backend, buffer, destination);
}

void prepare_program(Device& chip, ProgramState& program) {
    program.launch_plan(chip, *chip.access()->backend);
}

void launch_program(Device& chip, ProgramState& program) {
    const DeviceAccess access = chip.idle_access();
    program.launch_plan(chip, *access->backend).launch(*access);
}

}  // namespace tt::tt_metal::runtime_internal
