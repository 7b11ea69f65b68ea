// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <stdexcept>
#include <string>

#include <tt-metalium/tt_metal.hpp>

#include "tt_metal/runtime/chip_commands.hpp"

namespace tt::tt_metal::detail {
namespace {

using runtime_internal::chip_of;
using runtime_internal::Device;
using runtime_internal::DeviceAccess;

void check_range(const char* memory, uint64_t address, uint64_t size, uint64_t memory_size) {
    if (address <= memory_size && size <= memory_size - address) return;
    throw std::out_of_range("address " + std::to_string(address) + ": " + std::to_string(size) +
                            " B from there on are not all in " + memory + ", which has " +
                            std::to_string(memory_size) + " B");
}

uint32_t checked_channel(const Device& chip, int channel) {
    if (channel >= 0 && static_cast<uint32_t>(channel) < chip.num_dram_channels()) {
        return static_cast<uint32_t>(channel);
    }
    throw std::out_of_range("dram_channel " + std::to_string(channel) + ": those of device " +
                            std::to_string(chip.id()) + " run from 0 to " +
                            std::to_string(chip.num_dram_channels() - 1));
}

void resize_to_bytes(std::vector<uint32_t>& words, uint32_t size) {
    if (size % sizeof(uint32_t) != 0) {
        throw std::invalid_argument("size " + std::to_string(size) + ": must be a multiple of 4 B");
    }
    words.resize(size / sizeof(uint32_t));
}

}  // namespace

void WriteToBuffer(Buffer& buffer, std::span<const std::byte> source) {
    runtime_internal::write_buffer(buffer, source);
}

void ReadFromBuffer(const Buffer& buffer, std::span<std::byte> destination) {
    runtime_internal::read_buffer(buffer, destination);
}

void LaunchProgram(IDevice* device, Program& program, bool, bool) {
    runtime_internal::launch_program(chip_of(device), program.state());
}

void CompileProgram(IDevice* device, Program& program, bool) {
    runtime_internal::prepare_program(chip_of(device), program.state());
}

bool WriteToDeviceL1(IDevice* device, const CoreCoord& logical_core, uint32_t address,
                     const std::vector<uint32_t>& host_buffer) {
    const Device& chip = chip_of(device);
    const auto core = chip.checked_core(logical_core, "logical_core");
    const auto bytes = std::as_bytes(std::span(host_buffer));
    check_range("L1", address, bytes.size(), chip.l1_size_per_core());
    const DeviceAccess access = chip.access();
    access->memories->note_chosen(BufferType::L1, address, bytes.size());
    access->backend->write_l1(core, address, bytes);
    return true;
}

bool ReadFromDeviceL1(IDevice* device, const CoreCoord& logical_core, uint32_t address,
                      uint32_t size, std::vector<uint32_t>& host_buffer) {
    const Device& chip = chip_of(device);
    const auto core = chip.checked_core(logical_core, "logical_core");
    check_range("L1", address, size, chip.l1_size_per_core());
    resize_to_bytes(host_buffer, size);
    const DeviceAccess access = chip.access();
    access->memories->note_chosen(BufferType::L1, address, size);
    access->backend->read_l1(core, address, std::as_writable_bytes(std::span(host_buffer)));
    return true;
}

bool WriteToDeviceDRAMChannel(IDevice* device, int dram_channel, uint32_t address,
                              const std::vector<uint32_t>& host_buffer) {
    const Device& chip = chip_of(device);
    const uint32_t bank = checked_channel(chip, dram_channel);
    const auto bytes = std::as_bytes(std::span(host_buffer));
    check_range("the channel", address, bytes.size(), chip.dram_size_per_channel());
    const DeviceAccess access = chip.access();
    access->memories->note_chosen(BufferType::DRAM, address, bytes.size());
    access->backend->write_dram(bank, address, bytes);
    return true;
}

bool ReadFromDeviceDRAMChannel(IDevice* device, int dram_channel, uint32_t address, uint32_t size,
                               std::vector<uint32_t>& host_buffer) {
    const Device& chip = chip_of(device);
    const uint32_t bank = checked_channel(chip, dram_channel);
    check_range("the channel", address, size, chip.dram_size_per_channel());
    resize_to_bytes(host_buffer, size);
    const DeviceAccess access = chip.access();
    access->memories->note_chosen(BufferType::DRAM, address, size);
    access->backend->read_dram(bank, address, std::as_writable_bytes(std::span(host_buffer)));
    return true;
}

}  // namespace tt::tt_metal::detail
