// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A program whose kernels have nothing to do, so that what it costs is its launch: reader, writer
// and compute on every core, each with no pages to work on.
#pragma once

#include <cstdint>
#include <vector>

#include <tt-metalium/host_api.hpp>

#include "tt_metal/runtime/testing/kernel_elfs.hpp"

namespace tt::tt_metal::runtime_testing {

inline CoreRange all_cores(const IDevice& device) {
    const CoreCoord grid = device.compute_with_storage_grid_size();
    return CoreRange({0, 0}, {grid.x - 1, grid.y - 1});
}

// Kernel 0 is the reader; circular buffers 0 and 1 have the indices 0 and 16.
inline Program idle_program(const CoreRange& cores) {
    Program program = CreateProgram();
    const auto add = [&](const char* file, const auto& config, std::vector<uint32_t> args) {
        SetRuntimeArgs(program, CreateKernel(program, kernel_elf(file), cores, config), cores,
                       args);
    };
    add("reader_interleaved.ncrisc.elf", ReaderDataMovementConfig{}, {0, 1, 0, 0, 1});
    add("writer_interleaved.brisc.elf", WriterDataMovementConfig{}, {0, 1, 0, 0, 1});
    add("compute_copy.trisc0.elf", ComputeConfig{}, {0, 1});
    for (const uint8_t index : {0, 16}) {
        CreateCircularBuffer(program, cores,
                             CircularBufferConfig(4096, {{index, tt::DataFormat::Float16_b}})
                                 .set_page_size(index, 2048));
    }
    return program;
}

}  // namespace tt::tt_metal::runtime_testing
