// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the host's side of a device costs: opening it, moving buffers, launching a program whose
// kernels have nothing to do. KERNEL_ELFS lists the files of the kernels.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <vector>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/testing/idle_program.hpp"

namespace {

using namespace tt::tt_metal;
using runtime_testing::all_cores;
using runtime_testing::idle_program;

// The least of several, as whatever else the machine does can only add to it.
template <typename Call>
double microseconds(int repetitions, const Call& call) {
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < repetitions; ++i) {
        const auto start = std::chrono::steady_clock::now();
        call();
        const std::chrono::duration<double, std::micro> time =
            std::chrono::steady_clock::now() - start;
        least = std::min(least, time.count());
    }
    return least;
}

void measure_transfers(IDevice* device, BufferType type, DeviceAddr page_size) {
    constexpr DeviceAddr kSize = DeviceAddr{32} << 20;
    const auto buffer = CreateBuffer({device, kSize, page_size, type});
    CommandQueue& queue = device->command_queue();
    std::vector<std::byte> data(kSize, std::byte{1});
    const double write = microseconds(5, [&] { EnqueueWriteBuffer(queue, buffer, data, true); });
    const double read = microseconds(5, [&] { EnqueueReadBuffer(queue, buffer, data, true); });
    std::printf("%-4s pages of %4lu B: write %6.2f GB/s, read %6.2f GB/s\n", buffer_type_name(type),
                static_cast<unsigned long>(page_size), kSize / write / 1000, kSize / read / 1000);
}

void measure_launch(IDevice* device) {
    CommandQueue& queue = device->command_queue();
    const CoreRange cores = all_cores(*device);
    Program program = idle_program(cores);
    const double first = microseconds(1, [&] { EnqueueProgram(queue, program, true); });
    const double warm = microseconds(200, [&] { EnqueueProgram(queue, program, true); });
    std::printf("launch on %zu cores: first %.0f us, then %.1f us with %lu instructions\n",
                cores.size(), first, warm,
                static_cast<unsigned long>(device->last_program_statistics().instructions_retired));
    // The same kernels on one core: what of the above is theirs.
    Program single = idle_program(CoreCoord{0, 0});
    const double one = microseconds(200, [&] { EnqueueProgram(queue, single, true); });
    std::printf("launch on 1 core: %.1f us with %lu instructions\n", one,
                static_cast<unsigned long>(device->last_program_statistics().instructions_retired));
    uint32_t size = 4096;
    const double changed = microseconds(200, [&] {
        UpdateCircularBufferTotalSize(program, 0, size = 12288 - size);
        EnqueueProgram(queue, program, true);
    });
    std::printf("launch on %zu cores with a changed circular buffer: %.1f us\n", cores.size(),
                changed);
}

}  // namespace

int main() {
    IDevice* device = nullptr;
    std::printf("open: %.0f us\n", microseconds(1, [&] { device = CreateDevice(0); }));
    for (const BufferType type : {BufferType::DRAM, BufferType::L1}) {
        for (const DeviceAddr page_size : {32, 256, 2048, 4096}) {
            measure_transfers(device, type, page_size);
        }
    }
    measure_launch(device);
    CloseDevice(device);
}
