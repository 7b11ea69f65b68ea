// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Two integers are added by a data movement hart, as any processor would: read, add, write.

#include <cstdint>
#include <cstdio>
#include <memory>
#include <vector>

#include <tt-metalium/host_api.hpp>
#include <tt-metalium/tensor_accessor_args.hpp>

using namespace tt;
using namespace tt::tt_metal;

int main() {
    constexpr uint32_t kPageBytes = 32;  // what one read from DRAM is aligned to
    constexpr CoreCoord kCore{0, 0};

    IDevice* device = CreateDevice(0);
    CommandQueue& queue = device->command_queue();
    const auto make_buffer = [&] {
        return CreateBuffer(
            InterleavedBufferConfig{device, kPageBytes, kPageBytes, BufferType::DRAM});
    };
    const auto a = make_buffer(), b = make_buffer(), sum = make_buffer();

    Program program = CreateProgram();
    CreateCircularBuffer(program, kCore,
                         CircularBufferConfig(3 * kPageBytes, {{CBIndex::c_0, DataFormat::UInt32}})
                             .set_page_size(CBIndex::c_0, kPageBytes));
    std::vector<uint32_t> accessors;
    for (const auto& buffer : {a, b, sum}) TensorAccessorArgs(*buffer).append_to(accessors);
    const KernelHandle kernel =
        CreateKernel(program, "tt_metal/programming_examples/kernels/add_words.cpp", kCore,
                     WriterDataMovementConfig(accessors));
    SetRuntimeArgs(program, kernel, kCore, {a->address(), b->address(), sum->address()});

    const std::vector<uint32_t> first{14}, second{7};
    const auto page_with = [](uint32_t word) {
        std::vector<uint32_t> page(kPageBytes / sizeof(uint32_t));
        page[0] = word;
        return page;
    };
    EnqueueWriteBuffer(queue, a, page_with(first[0]), false);
    EnqueueWriteBuffer(queue, b, page_with(second[0]), false);
    EnqueueProgram(queue, program, false);
    std::vector<uint32_t> result;
    EnqueueReadBuffer(queue, sum, result, true);
    CloseDevice(device);

    std::printf("%u + %u = %u\n", first[0], second[0], result[0]);
    return result[0] == first[0] + second[0] ? 0 : 1;
}
