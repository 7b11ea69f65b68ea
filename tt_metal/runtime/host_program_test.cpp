// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A whole host program in the way that upstream's documentation teaches it: vectors are added on
// all cores by a reader, a compute kernel and a writer, on a mesh of one chip and on one of
// several.

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <vector>

#include <tt-metalium/bfloat16.hpp>
#include <tt-metalium/constants.hpp>
#include <tt-metalium/core_coord.hpp>
#include <tt-metalium/device.hpp>
#include <tt-metalium/distributed.hpp>
#include <tt-metalium/host_api.hpp>
#include <tt-metalium/tensor_accessor_args.hpp>
#include <tt-metalium/tilize_utils.hpp>
#include <tt-metalium/work_split.hpp>

#include "tt_metal/runtime/testing/source_kernels.hpp"

namespace {

using namespace tt::constants;
using namespace tt;
using namespace tt::tt_metal;

constexpr const char* kReader = R"(
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    const uint32_t a_address = get_arg_val<uint32_t>(0);
    const uint32_t b_address = get_arg_val<uint32_t>(1);
    const uint32_t count = get_arg_val<uint32_t>(2);
    const uint32_t start = get_arg_val<uint32_t>(3);
    constexpr auto cb_a = tt::CBIndex::c_0;
    constexpr auto cb_b = tt::CBIndex::c_1;
    constexpr auto a_args = TensorAccessorArgs<0>();
    const auto a = TensorAccessor(a_args, a_address, get_tile_size(cb_a));
    constexpr auto b_args = TensorAccessorArgs<a_args.next_compile_time_args_offset()>();
    const auto b = TensorAccessor(b_args, b_address, get_tile_size(cb_b));

    for (uint32_t i = start; i < start + count; ++i) {
        cb_reserve_back(cb_a, 1);
        cb_reserve_back(cb_b, 1);
        noc_async_read_tile(i, a, get_write_ptr(cb_a));
        noc_async_read_tile(i, b, get_write_ptr(cb_b));
        noc_async_read_barrier();
        cb_push_back(cb_a, 1);
        cb_push_back(cb_b, 1);
    }
})";

constexpr const char* kWriter = R"(
#include "api/dataflow/dataflow_api.h"

void kernel_main() {
    constexpr auto cb_c = tt::CBIndex::c_16;
    constexpr auto c_args = TensorAccessorArgs<0>();
    const auto c = TensorAccessor(c_args, get_arg_val<uint32_t>(0), get_tile_size(cb_c));
    const uint32_t count = get_arg_val<uint32_t>(1);
    const uint32_t start = get_arg_val<uint32_t>(2);
    for (uint32_t i = start; i < start + count; ++i) {
        cb_wait_front(cb_c, 1);
        noc_async_write_tile(i, c, get_read_ptr(cb_c));
        noc_async_write_barrier();
        cb_pop_front(cb_c, 1);
    }
})";

constexpr const char* kCompute = R"(
#include "compute_kernel_api/common.h"
#include "compute_kernel_api/eltwise_binary.h"

void kernel_main() {
    constexpr auto cb_a = tt::CBIndex::c_0;
    constexpr auto cb_b = tt::CBIndex::c_1;
    constexpr auto cb_c = tt::CBIndex::c_16;
    binary_op_init_common(cb_a, cb_b, cb_c);
    add_tiles_init(cb_a, cb_b);
    const uint32_t count = get_arg_val<uint32_t>(0);
    for (uint32_t i = 0; i < count; ++i) {
        cb_wait_front(cb_a, 1);
        cb_wait_front(cb_b, 1);
        tile_regs_acquire();
        add_tiles(cb_a, cb_b, 0, 0, 0);
        tile_regs_commit();
        tile_regs_wait();
        cb_reserve_back(cb_c, 1);
        pack_tile(0, cb_c);
        cb_push_back(cb_c, 1);
        tile_regs_release();
        cb_pop_front(cb_a, 1);
        cb_pop_front(cb_b, 1);
    }
})";

class VectorAddition : public testing::Test {
 protected:
    static constexpr uint32_t kTiles = 150;  // no multiple of the number of cores
    static constexpr uint32_t kTileBytes = sizeof(bfloat16) * TILE_HW;

    std::shared_ptr<distributed::MeshBuffer> make_buffer(distributed::MeshDevice* device) {
        const distributed::DeviceLocalBufferConfig local{.page_size = kTileBytes,
                                                         .buffer_type = BufferType::DRAM};
        const distributed::ReplicatedBufferConfig replicated{.size = kTiles * kTileBytes};
        return distributed::MeshBuffer::create(replicated, local, device);
    }

    static void make_cb(Program& program, const CoreRangeSet& cores, CBIndex index) {
        CreateCircularBuffer(
            program, cores,
            CircularBufferConfig(2 * kTileBytes, {{index, tt::DataFormat::Float16_b}})
                .set_page_size(index, kTileBytes));
    }

    Program make_program(const CoreCoord& grid, const distributed::MeshBuffer& a,
                         const distributed::MeshBuffer& b, const distributed::MeshBuffer& c) {
        Program program = CreateProgram();
        auto [num_cores, all_cores, group_1, group_2, tiles_1, tiles_2] =
            split_work_to_cores(grid, kTiles);
        make_cb(program, all_cores, CBIndex::c_0);
        make_cb(program, all_cores, CBIndex::c_1);
        make_cb(program, all_cores, CBIndex::c_16);

        std::vector<uint32_t> reader_args;
        TensorAccessorArgs(a).append_to(reader_args);
        TensorAccessorArgs(b).append_to(reader_args);
        std::vector<uint32_t> writer_args;
        TensorAccessorArgs(c).append_to(writer_args);
        const auto reader =
            CreateKernelFromString(program, kReader, all_cores,
                                   DataMovementConfig{.processor = DataMovementProcessor::RISCV_0,
                                                      .noc = NOC::RISCV_0_default,
                                                      .compile_args = reader_args});
        const auto writer =
            CreateKernelFromString(program, kWriter, all_cores,
                                   DataMovementConfig{.processor = DataMovementProcessor::RISCV_1,
                                                      .noc = NOC::RISCV_1_default,
                                                      .compile_args = writer_args});
        const auto compute = CreateKernelFromString(
            program, kCompute, all_cores, ComputeConfig{.math_fidelity = MathFidelity::HiFi4});

        uint32_t start = 0;
        for (const auto& [group, tiles] : {std::pair(group_1, tiles_1), {group_2, tiles_2}}) {
            for (const CoreRange& range : group.ranges()) {
                for (const CoreCoord& core : range) {
                    SetRuntimeArgs(program, reader, core, {a.address(), b.address(), tiles, start});
                    SetRuntimeArgs(program, writer, core, {c.address(), tiles, start});
                    SetRuntimeArgs(program, compute, core, {tiles});
                    start += tiles;
                }
            }
        }
        return program;
    }

    void check(const std::shared_ptr<distributed::MeshDevice>& device) {
        distributed::MeshCommandQueue& cq = device->mesh_command_queue();
        const auto a = make_buffer(device.get());
        const auto b = make_buffer(device.get());
        const auto c = make_buffer(device.get());
        const auto a_data = create_random_vector_of_bfloat16_native(kTiles * kTileBytes, 10.0F, 1);
        const auto b_data = create_random_vector_of_bfloat16_native(kTiles * kTileBytes, 10.0F, 2);
        distributed::EnqueueWriteMeshBuffer(cq, a, tilize_nfaces(a_data, kTiles * 32, 32), false);
        distributed::EnqueueWriteMeshBuffer(cq, b, tilize_nfaces(b_data, kTiles * 32, 32), false);

        distributed::MeshWorkload workload;
        workload.add_program(distributed::MeshCoordinateRange(device->shape()),
                             make_program(device->compute_with_storage_grid_size(), *a, *b, *c));
        distributed::EnqueueMeshWorkload(cq, workload, false);
        distributed::Finish(cq);

        for (const auto& place : distributed::MeshCoordinateRange(device->shape()).coordinates()) {
            std::vector<bfloat16> result;
            distributed::ReadShard(cq, result, c, place);
            result = untilize_nfaces(result, kTiles * 32, 32);
            for (std::size_t i = 0; i < result.size(); ++i) {
                // The sum of two bfloat16 is exact in DST, and packing rounds it once.
                ASSERT_EQ(result[i].to_uint16(), bfloat16(a_data[i] + b_data[i]).to_uint16());
            }
        }
        EXPECT_TRUE(device->close());
    }

    runtime_testing::SourceKernels kernels_;
};

TEST_F(VectorAddition, OnOneChip) { check(distributed::MeshDevice::create_unit_mesh(0)); }

TEST_F(VectorAddition, OnTwo) {
    check(distributed::MeshDevice::create(
        distributed::MeshDeviceConfig(distributed::MeshShape(1, 2))));
}

}  // namespace
