// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Two tensors lie in the L1 of 16 cores, in shards. Each core adds its own: nothing moves.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <vector>

#include <tt-metalium/bfloat16.hpp>
#include <tt-metalium/constants.hpp>
#include <tt-metalium/host_api.hpp>
#include <tt-metalium/tilize_utils.hpp>

using namespace tt;
using namespace tt::constants;
using namespace tt::tt_metal;

namespace {

constexpr const char* kKernels = "tt_metal/programming_examples/kernels/";
constexpr uint32_t kTileBytes = sizeof(bfloat16) * TILE_HW;
constexpr uint32_t kShardTiles = 3;  // one above the other
constexpr uint32_t kCores = 16;
constexpr uint32_t kTiles = kCores * kShardTiles;
const CoreRangeSet kGrid{CoreRange{{0, 0}, {3, 3}}};

std::shared_ptr<Buffer> make_sharded_buffer(IDevice* device) {
    return CreateBuffer(ShardedBufferConfig{
        .device = device,
        .size = kTiles * kTileBytes,
        .page_size = kTileBytes,
        .buffer_type = BufferType::L1,
        .buffer_layout = TensorMemoryLayout::HEIGHT_SHARDED,
        .shard_parameters =
            ShardSpecBuffer(kGrid, {kShardTiles * TILE_HEIGHT, TILE_WIDTH},
                            ShardOrientation::ROW_MAJOR, {TILE_HEIGHT, TILE_WIDTH}, {kTiles, 1}),
    });
}

}  // namespace

int main() {
    IDevice* device = CreateDevice(0);
    CommandQueue& queue = device->command_queue();
    Program program = CreateProgram();
    std::map<uint32_t, std::shared_ptr<Buffer>> buffers;
    for (const uint32_t cb : {CBIndex::c_0, CBIndex::c_1, CBIndex::c_16}) {
        buffers[cb] = make_sharded_buffer(device);
        CreateCircularBuffer(
            program, kGrid,
            CircularBufferConfig(kShardTiles * kTileBytes, {{cb, DataFormat::Float16_b}})
                .set_page_size(cb, kTileBytes)
                .set_globally_allocated_address(*buffers[cb]));
    }
    const std::vector<uint32_t> args{kShardTiles};
    CreateKernel(program, std::string(kKernels) + "show_shards.cpp", kGrid,
                 ReaderDataMovementConfig(args));
    CreateKernel(program, std::string(kKernels) + "add_shards.cpp", kGrid,
                 ComputeConfig{.compile_args = args});

    const auto a = create_random_vector_of_bfloat16_native(kTiles * kTileBytes, 10.0F, 1);
    const auto b = create_random_vector_of_bfloat16_native(kTiles * kTileBytes, 10.0F, 2);
    EnqueueWriteBuffer(queue, buffers[CBIndex::c_0], tilize_nfaces(a, kTiles * 32, 32), false);
    EnqueueWriteBuffer(queue, buffers[CBIndex::c_1], tilize_nfaces(b, kTiles * 32, 32), false);
    EnqueueProgram(queue, program, false);
    std::vector<bfloat16> sum;
    EnqueueReadBuffer(queue, buffers[CBIndex::c_16], sum, true);
    CloseDevice(device);

    sum = untilize_nfaces(sum, kTiles * 32, 32);
    size_t wrong = 0;
    for (size_t i = 0; i < sum.size(); ++i) {
        wrong += sum[i].to_uint16() != bfloat16(a[i] + b[i]).to_uint16();
    }
    std::printf("%zu sums in shards on %u cores, %zu wrong\n", sum.size(), kCores, wrong);
    return wrong == 0 ? 0 : 1;
}
