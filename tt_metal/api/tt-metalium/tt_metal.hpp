// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What host programs do to a device past its command queues. Each call is done when it returns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include <tt-metalium/host_api.hpp>

namespace tt::tt_metal::detail {

// ── Devices ──

// Opens all or none; the rest is as in CreateDevice.
std::map<int, IDevice*> CreateDevices(const std::vector<int>& device_ids,
                                      std::uint8_t num_hw_cqs = 1,
                                      std::size_t l1_small_size = DEFAULT_L1_SMALL_SIZE,
                                      std::size_t trace_region_size = DEFAULT_TRACE_REGION_SIZE,
                                      const DispatchCoreConfig& dispatch_core_config = {},
                                      std::size_t worker_l1_size = DEFAULT_WORKER_L1_SIZE);
void CloseDevices(const std::map<int, IDevice*>& devices);

// ── Buffers: as EnqueueWriteBuffer and EnqueueReadBuffer ──

void WriteToBuffer(Buffer& buffer, std::span<const std::byte> source);
void ReadFromBuffer(const Buffer& buffer, std::span<std::byte> destination);

template <typename T>
void WriteToBuffer(Buffer& buffer, const std::vector<T>& source) {
    WriteToBuffer(buffer, std::as_bytes(std::span(source)));
}
template <typename T>
void WriteToBuffer(const std::shared_ptr<Buffer>& buffer, const std::vector<T>& source) {
    WriteToBuffer(*buffer, source);
}
template <typename T>
void ReadFromBuffer(const Buffer& buffer, std::vector<T>& destination) {
    destination.resize(buffer.size() / sizeof(T));
    ReadFromBuffer(buffer, std::as_writable_bytes(std::span(destination)));
}
template <typename T>
void ReadFromBuffer(const std::shared_ptr<Buffer>& buffer, std::vector<T>& destination) {
    ReadFromBuffer(*buffer, destination);
}

// ── Programs: as EnqueueProgram ──

void LaunchProgram(IDevice* device, Program& program, bool wait_until_cores_done = true,
                   bool force_slow_dispatch = false);
// Makes all that the program needs on the device, compiles its kernels too, but does not run it.
void CompileProgram(IDevice* device, Program& program, bool force_slow_dispatch = false);

// ── Memories, by address ──
// Throw std::invalid_argument for a null device and a size that is no multiple of a word, and
// std::out_of_range for a core, channel or address that there is not. Return true.

bool WriteToDeviceL1(IDevice* device, const CoreCoord& logical_core, std::uint32_t address,
                     const std::vector<std::uint32_t>& host_buffer);
// size: bytes; host_buffer is resized to it.
bool ReadFromDeviceL1(IDevice* device, const CoreCoord& logical_core, std::uint32_t address,
                      std::uint32_t size, std::vector<std::uint32_t>& host_buffer);
bool WriteToDeviceDRAMChannel(IDevice* device, int dram_channel, std::uint32_t address,
                              const std::vector<std::uint32_t>& host_buffer);
bool ReadFromDeviceDRAMChannel(IDevice* device, int dram_channel, std::uint32_t address,
                               std::uint32_t size, std::vector<std::uint32_t>& host_buffer);

}  // namespace tt::tt_metal::detail
