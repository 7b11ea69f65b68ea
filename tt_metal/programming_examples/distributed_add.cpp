// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A mesh of two chips adds two tensors of which each chip has a half.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <tt-metalium/bfloat16.hpp>
#include <tt-metalium/constants.hpp>
#include <tt-metalium/distributed.hpp>
#include <tt-metalium/host_api.hpp>

using namespace tt;
using namespace tt::constants;
using namespace tt::tt_metal;

namespace {

constexpr const char* kKernels = "tt_metal/programming_examples/kernels/";
constexpr uint32_t kTileBytes = sizeof(bfloat16) * TILE_HW;
constexpr uint32_t kTilesOfChip = 6;
constexpr uint32_t kChips = 2;
constexpr CoreCoord kCore{0, 0};

// The tiles of each chip one after the other, as they lie: a row of the matrix is a tile.
std::shared_ptr<distributed::MeshBuffer> make_buffer(distributed::MeshDevice* mesh) {
    const distributed::DeviceLocalBufferConfig local{.page_size = kTileBytes};
    const distributed::ShardedBufferConfig sharded{
        .global_size = kChips * kTilesOfChip * kTileBytes,
        .global_buffer_shape = {kChips * kTilesOfChip, TILE_HW},
        .shard_shape = {kTilesOfChip, TILE_HW},
    };
    return distributed::MeshBuffer::create(sharded, local, mesh);
}

// The same on each chip, as a mesh buffer has one address on all.
Program make_program(const distributed::MeshBuffer& a, const distributed::MeshBuffer& b,
                     const distributed::MeshBuffer& sum) {
    Program program = CreateProgram();
    for (const uint32_t cb : {CBIndex::c_0, CBIndex::c_1, CBIndex::c_16}) {
        CreateCircularBuffer(program, kCore,
                             CircularBufferConfig(2 * kTileBytes, {{cb, DataFormat::Float16_b}})
                                 .set_page_size(cb, kTileBytes));
    }
    const auto kernel = [](const char* name) { return std::string(kKernels) + name; };
    const auto reader =
        CreateKernel(program, kernel("read_tiles.cpp"), kCore, ReaderDataMovementConfig({2}));
    const auto compute = CreateKernel(program, kernel("add_tiles.cpp"), kCore, ComputeConfig{});
    const auto writer =
        CreateKernel(program, kernel("write_tiles.cpp"), kCore, WriterDataMovementConfig());
    SetRuntimeArgs(program, reader, kCore, {0, kTilesOfChip});
    SetCommonRuntimeArgs(program, reader, {a.address(), b.address()});
    SetRuntimeArgs(program, compute, kCore, {kTilesOfChip});
    SetRuntimeArgs(program, writer, kCore, {0, kTilesOfChip});
    SetCommonRuntimeArgs(program, writer, {sum.address()});
    return program;
}

}  // namespace

int main() {
    const auto mesh = distributed::MeshDevice::create(
        distributed::MeshDeviceConfig(distributed::MeshShape(1, kChips)));
    distributed::MeshCommandQueue& queue = mesh->mesh_command_queue();
    const auto a = make_buffer(mesh.get()), b = make_buffer(mesh.get());
    const auto sum = make_buffer(mesh.get());

    const auto a_data = create_random_vector_of_bfloat16_native(a->size(), 10.0F, 1);
    const auto b_data = create_random_vector_of_bfloat16_native(b->size(), 10.0F, 2);
    distributed::EnqueueWriteMeshBuffer(queue, a, a_data);
    distributed::EnqueueWriteMeshBuffer(queue, b, b_data);

    distributed::MeshWorkload workload;
    workload.add_program(distributed::MeshCoordinateRange(mesh->shape()),
                         make_program(*a, *b, *sum));
    distributed::EnqueueMeshWorkload(queue, workload, false);
    std::vector<bfloat16> result;
    distributed::EnqueueReadMeshBuffer(queue, result, sum);
    mesh->close();

    size_t wrong = 0;
    for (size_t i = 0; i < result.size(); ++i) {
        wrong += result[i].to_uint16() != bfloat16(a_data[i] + b_data[i]).to_uint16();
    }
    std::printf("%zu sums on %u chips, %zu wrong\n", result.size(), kChips, wrong);
    return wrong == 0 ? 0 : 1;
}
