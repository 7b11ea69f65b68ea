// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions by which a host program drives a device.
//
//     IDevice* device = CreateDevice(0);
//     Program program = CreateProgram();
//     KernelHandle reader = CreateKernel(program, "elementwise/reader_elementwise",
//                                        CoreCoord{0, 0}, ReaderDataMovementConfig{});
//     SetRuntimeArgs(program, reader, CoreCoord{0, 0}, {source->address(), 64});
//     EnqueueProgram(device->command_queue(), program, true);
//     CloseDevice(device);
//
// Errors are those of errors.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include <tt-metalium/buffer.hpp>
#include <tt-metalium/circular_buffer.hpp>
#include <tt-metalium/circular_buffer_config.hpp>
#include <tt-metalium/command_queue.hpp>
#include <tt-metalium/core_coord.hpp>
#include <tt-metalium/device.hpp>
#include <tt-metalium/dispatch_core_common.hpp>
#include <tt-metalium/errors.hpp>
#include <tt-metalium/event.hpp>
#include <tt-metalium/global_semaphore.hpp>
#include <tt-metalium/kernel_types.hpp>
#include <tt-metalium/program.hpp>
#include <tt-metalium/runtime_args.hpp>

namespace tt::tt_metal {

// ── Devices ──

// How many chips there are; their ids run from 0.
std::size_t GetNumAvailableDevices();
// Those that the host reaches directly, which are all.
std::size_t GetNumPCIeDevices();
// The id of the chip through which the host reaches this one: its own. Throws std::out_of_range for
// an id that no chip has.
int GetPCIeDeviceID(int device_id);

inline constexpr std::size_t DEFAULT_L1_SMALL_SIZE = 0;
inline constexpr std::size_t DEFAULT_TRACE_REGION_SIZE = 0;
inline constexpr std::size_t DEFAULT_WORKER_L1_SIZE = 0;

// Opens a chip of the architecture that the environment variable ARCH_NAME names: "wormhole_b0", as
// without it, or "blackhole".
//
// num_hw_cqs: command queues, 1 or 2. l1_small_size: bytes at the top of each core's L1 for
// L1_SMALL buffers. trace_region_size: bytes at the top of each DRAM bank for TRACE buffers.
// worker_l1_size: bytes of each L1 for buffers and circular buffers; 0: all that are free.
// l1_bank_remap: must be empty, as the order of L1 banks cannot be chosen.
//
// Throws std::out_of_range for an id that no chip has, and std::invalid_argument if it is open
// already and for options that cannot be. The pointer stays valid for the life of the process;
// shared_from_this() gives a share in the device instead.
IDevice* CreateDevice(int device_id, std::uint8_t num_hw_cqs = 1,
                      std::size_t l1_small_size = DEFAULT_L1_SMALL_SIZE,
                      std::size_t trace_region_size = DEFAULT_TRACE_REGION_SIZE,
                      const DispatchCoreConfig& dispatch_core_config = {},
                      const std::vector<std::uint32_t>& l1_bank_remap = {},
                      std::size_t worker_l1_size = DEFAULT_WORKER_L1_SIZE);

// Closes a device; returns false if it was closed already.
bool CloseDevice(IDevice* device);

// ── Buffers ──

// These throw what Buffer::create() says. With an address: nothing is allocated, and the caller
// answers for what else lies there.
std::shared_ptr<Buffer> CreateBuffer(const InterleavedBufferConfig& config);
std::shared_ptr<Buffer> CreateBuffer(const InterleavedBufferConfig& config, DeviceAddr address);
std::shared_ptr<Buffer> CreateBuffer(const ShardedBufferConfig& config);
std::shared_ptr<Buffer> CreateBuffer(const ShardedBufferConfig& config, DeviceAddr address);

// Frees the buffer's memory now.
void DeallocateBuffer(Buffer& buffer);

// Copies host memory of exactly the buffer's size to the device.
void EnqueueWriteBuffer(CommandQueue& queue, Buffer& buffer, std::span<const std::byte> source,
                        bool blocking);

// Copies the whole buffer to host memory of exactly its size.
void EnqueueReadBuffer(CommandQueue& queue, const Buffer& buffer, std::span<std::byte> destination,
                       bool blocking);

// The same from and to vectors, of which those that are read into are resized to the buffer's size,
// and from and to pointers to as many bytes.
template <typename T>
void EnqueueWriteBuffer(CommandQueue& queue, Buffer& buffer, const std::vector<T>& source,
                        bool blocking) {
    EnqueueWriteBuffer(queue, buffer, std::as_bytes(std::span(source)), blocking);
}
template <typename T>
void EnqueueWriteBuffer(CommandQueue& queue, const std::shared_ptr<Buffer>& buffer,
                        const std::vector<T>& source, bool blocking) {
    EnqueueWriteBuffer(queue, *buffer, source, blocking);
}
inline void EnqueueWriteBuffer(CommandQueue& queue, const std::shared_ptr<Buffer>& buffer,
                               const void* source, bool blocking) {
    EnqueueWriteBuffer(queue, *buffer,
                       std::span(static_cast<const std::byte*>(source), buffer->size()), blocking);
}

template <typename T>
void EnqueueReadBuffer(CommandQueue& queue, const Buffer& buffer, std::vector<T>& destination,
                       bool blocking) {
    destination.resize(buffer.size() / sizeof(T));
    EnqueueReadBuffer(queue, buffer, std::as_writable_bytes(std::span(destination)), blocking);
}
template <typename T>
void EnqueueReadBuffer(CommandQueue& queue, const std::shared_ptr<Buffer>& buffer,
                       std::vector<T>& destination, bool blocking) {
    EnqueueReadBuffer(queue, *buffer, destination, blocking);
}
inline void EnqueueReadBuffer(CommandQueue& queue, const std::shared_ptr<Buffer>& buffer,
                              void* destination, bool blocking) {
    EnqueueReadBuffer(queue, *buffer,
                      std::span(static_cast<std::byte*>(destination), buffer->size()), blocking);
}

// ── Programs ──

Program CreateProgram();

// Adds a kernel that runs on the given cores. name_or_path is one of
//   - the path of a C++ source, which is compiled when the program first runs: absolute, or counted
//     from the working directory, TT_METAL_KERNEL_PATH, TT_METAL_HOME or the runtime root;
//   - a shipped kernel, such as "matmul/reader_matmul";
//   - a linked file that ends in .elf; for a compute kernel the one that ends in .trisc0.elf,
//   beside
//     which those for trisc1 and trisc2 lie.
// Throws std::invalid_argument for no cores, for a core whose hart has a kernel already, and for
// compile-time arguments or defines, which kernels linked already cannot take; KernelLoadError for
// a missing file.
KernelHandle CreateKernel(Program& program, const std::string& name_or_path,
                          const CoreRangeSet& cores,
                          const std::variant<DataMovementConfig, ComputeConfig>& config);

// The same for a text of C++.
KernelHandle CreateKernelFromString(Program& program, const std::string& source,
                                    const CoreRangeSet& cores,
                                    const std::variant<DataMovementConfig, ComputeConfig>& config);

// Adds a semaphore to each of the cores, which holds initial_value whenever the program starts;
// returns its id for get_semaphore. Throws std::invalid_argument if a core has no free one left.
std::uint32_t CreateSemaphore(Program& program, const CoreRangeSet& cores,
                              std::uint32_t initial_value);

// Runs a program. Throws std::invalid_argument if it has no kernels or a buffer under one of its
// circular buffers was freed; std::out_of_range for cores
// and circular buffer indices that the device has not; OutOfMemoryError if its circular buffers do
// not fit below the L1 buffers; KernelLoadError for a file that is no program for the hart;
// KernelCompileError for a source that does not compile, CompilerMissingError where it cannot be;
// KernelError.
void EnqueueProgram(CommandQueue& queue, Program& program, bool blocking);

// Waits until all commands of a queue are done.
void Finish(CommandQueue& queue);

}  // namespace tt::tt_metal
