// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Several simulated chips as one: their buffers, workloads and events, with real kernels.

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <tt-metalium/distributed.hpp>
#include <tt-metalium/tensor_accessor_args.hpp>
#include <tt-metalium/tt_metal.hpp>

#include "tt_metal/runtime/testing/kernel_elfs.hpp"
#include "tt_metal/runtime/testing/thrown.hpp"

namespace tt::tt_metal::distributed {
namespace {

using runtime_testing::kernel_elf;
using runtime_testing::thrown;
using Words = std::vector<uint32_t>;

constexpr CoreCoord kCore{1, 1};
constexpr uint32_t kPageSize = 64;

Words numbers(std::size_t count, uint32_t first = 1) {
    Words words(count);
    std::iota(words.begin(), words.end(), first);
    return words;
}

class MeshTest : public testing::Test {
 protected:
    MeshCommandQueue& queue() { return mesh_->mesh_command_queue(); }

    std::shared_ptr<MeshBuffer> replicated(uint32_t pages,
                                           BufferType type = BufferType::DRAM) const {
        return MeshBuffer::create(ReplicatedBufferConfig{pages * kPageSize}, {kPageSize, type},
                                  mesh_.get());
    }
    // A matrix of words in shards.
    std::shared_ptr<MeshBuffer> sharded(
        const Shape2D& whole, const Shape2D& shard,
        ShardOrientation orientation = ShardOrientation::ROW_MAJOR) const {
        return MeshBuffer::create(
            ShardedBufferConfig{whole.height() * whole.width() * sizeof(uint32_t), whole, shard,
                                orientation},
            {kPageSize, BufferType::DRAM}, mesh_.get());
    }
    Words shard_of(const std::shared_ptr<MeshBuffer>& buffer, const MeshCoordinate& place) {
        Words words;
        ReadShard(queue(), words, buffer, place);
        return words;
    }
    // Copies all pages of a buffer to another on each chip.
    Program copy(const MeshBuffer& source, const MeshBuffer& target, const MeshBuffer& scratch) {
        const auto address = [](const MeshBuffer& buffer) {
            return static_cast<uint32_t>(buffer.address());
        };
        Words args{address(source), address(target), address(scratch), source.num_pages()};
        TensorAccessorArgs(source).append_to(args);
        TensorAccessorArgs(target).append_to(args);
        Program program = CreateProgram();
        SetRuntimeArgs(program,
                       CreateKernel(program, kernel_elf("accessor_copy.brisc.elf"), kCore,
                                    WriterDataMovementConfig{}),
                       kCore, args);
        return program;
    }

    std::shared_ptr<MeshDevice> mesh_ =
        MeshDevice::create(MeshDeviceConfig(MeshShape(2, 2)), 0, 0, 2);
};

// ── Workloads ──

TEST_F(MeshTest, RunsOneProgramOnEachChipWithWhatThatHas) {
    const auto source = replicated(5);
    const auto target = replicated(5);
    const auto scratch = replicated(1, BufferType::L1);
    const auto places = MeshCoordinateRange(mesh_->shape()).coordinates();
    for (std::size_t i = 0; i < places.size(); ++i) {
        Words data = numbers(5 * kPageSize / 4, static_cast<uint32_t>(1000 * i));
        WriteShard(queue(), source, data, places[i]);
    }
    MeshWorkload workload = CreateMeshWorkload();
    AddProgramToMeshWorkload(workload, copy(*source, *target, *scratch),
                             MeshCoordinateRange(mesh_->shape()));

    for (int run = 0; run < 2; ++run) EnqueueMeshWorkload(queue(), workload, false);
    Finish(queue());

    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_EQ(shard_of(target, places[i]),
                  numbers(5 * kPageSize / 4, static_cast<uint32_t>(1000 * i)));
    }
    EXPECT_GT(mesh_->last_program_statistics().instructions_retired, 4u * 5);
}

TEST_F(MeshTest, RunsOtherProgramsOnOtherChips) {
    const auto first = replicated(2);
    const auto second = replicated(2);
    const auto target = replicated(2);
    const auto scratch = replicated(1, BufferType::L1);
    EnqueueWriteMeshBuffer(queue(), first, numbers(2 * kPageSize / 4, 1));
    EnqueueWriteMeshBuffer(queue(), second, numbers(2 * kPageSize / 4, 500));
    EnqueueWriteMeshBuffer(queue(), target, Words(2 * kPageSize / 4));
    MeshWorkload workload;
    workload.add_program(MeshCoordinateRange({0, 0}, {0, 1}), copy(*first, *target, *scratch));
    workload.add_program(MeshCoordinateRange(MeshCoordinate(1, 0)),
                         copy(*second, *target, *scratch));

    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] {
                        workload.add_program(MeshCoordinateRange(mesh_->shape()), CreateProgram());
                    }),
                    "shares devices with that of another program");
    EnqueueMeshWorkload(queue(), workload, true);

    EXPECT_EQ(shard_of(target, {0, 1})[0], 1u);
    EXPECT_EQ(shard_of(target, {1, 0})[0], 500u);
    EXPECT_EQ(shard_of(target, {1, 1})[0], 0u);
}

TEST_F(MeshTest, RefusesWorkloadsThatItCannotRun) {
    MeshWorkload workload;
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { EnqueueMeshWorkload(queue(), workload, true); }),
        "workload: has no programs");
    workload.add_program(MeshCoordinateRange({0, 0}, {0, 2}), CreateProgram());
    EXPECT_MENTIONS(
        thrown<std::out_of_range>([&] { EnqueueMeshWorkload(queue(), workload, true); }), "(0,2)");
}

// ── Buffers ──

TEST_F(MeshTest, AllocatesInLockStepAndFreesOnAllChips) {
    const DeviceAddr before = mesh_->memory_view(BufferType::DRAM).total_bytes_allocated_per_bank;
    auto buffer = replicated(64);
    for (IDevice* device : mesh_->get_devices()) {
        EXPECT_GT(device->memory_view(BufferType::DRAM).total_bytes_allocated_per_bank, before);
    }
    EXPECT_EQ(buffer->get_device_buffer({1, 1})->address(), buffer->address());
    EXPECT_EQ(buffer->get_device_buffer({1, 1})->device(), mesh_->get_device({1, 1}));

    buffer->deallocate();

    EXPECT_FALSE(buffer->get_device_buffer({1, 1})->is_allocated());
    EXPECT_EQ(mesh_->memory_view(BufferType::DRAM).total_bytes_allocated_per_bank, before);
    EXPECT_THROW(EnqueueWriteMeshBuffer(queue(), buffer, Words(64 * kPageSize / 4)),
                 std::invalid_argument);
}

TEST_F(MeshTest, DealsOutShardsByRowsOrColumns) {
    const Words matrix = numbers(32 * 64);
    const auto by_rows = sharded({32, 64}, {16, 32});
    const auto by_columns = sharded({32, 64}, {16, 32}, ShardOrientation::COL_MAJOR);
    for (const auto& buffer : {by_rows, by_columns}) {
        EnqueueWriteMeshBuffer(queue(), buffer, matrix);
        Words back;
        EnqueueReadMeshBuffer(queue(), back, buffer);
        EXPECT_EQ(back, matrix);
    }

    EXPECT_EQ(shard_of(by_rows, {0, 1})[0], matrix[32]);
    EXPECT_EQ(shard_of(by_rows, {1, 0})[0], matrix[16 * 64]);
    EXPECT_EQ(shard_of(by_rows, {1, 0})[32], matrix[17 * 64]);
    EXPECT_EQ(shard_of(by_columns, {0, 1})[0], matrix[16 * 64]);
}

TEST_F(MeshTest, CopiesShardsAlongOneDimensionOfTheMesh) {
    const Words matrix = numbers(32 * 64);
    const auto columns = sharded({32, 64}, {0, 32});
    const auto rows = sharded({32, 64}, {16, 0});
    EnqueueWriteMeshBuffer(queue(), columns, matrix);
    EnqueueWriteMeshBuffer(queue(), rows, matrix);

    EXPECT_EQ(shard_of(columns, {0, 1})[0], matrix[32]);
    EXPECT_EQ(shard_of(columns, {1, 1}), shard_of(columns, {0, 1}));
    EXPECT_EQ(shard_of(rows, {1, 0})[0], matrix[16 * 64]);
    EXPECT_EQ(shard_of(rows, {1, 1}), shard_of(rows, {1, 0}));
}

TEST_F(MeshTest, RefusesShardsThatDoNotFit) {
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { sharded({32, 64}, {16, 48}); }),
                    "shard_shape 16 x 48: does not cut 32 x 64 datums evenly");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { sharded({32, 64}, {16, 16}); }),
                    "makes 8 shards, but the mesh of 2x2 has places for 4");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { sharded({32, 64}, {8, 0}); }),
                    "makes 4 shards, but the mesh of 2x2 has places for 2");
    EXPECT_MENTIONS(thrown<std::invalid_argument>([&] { sharded({0, 64}, {8, 0}); }),
                    "global_size 0 B");
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { MeshBuffer::create(ReplicatedBufferConfig{64}, {64}, nullptr); }),
                    "device: must not be null");
}

TEST_F(MeshTest, RefusesTransfersOfAnotherSizeOrOfNoCertainCopy) {
    const auto buffer = replicated(2);
    Words words(3);
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { EnqueueWriteMeshBuffer(queue(), buffer, words); }),
        "source: has 12 B");
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { WriteShard(queue(), buffer, words, {0, 0}); }),
        "source: has 12 B");
    EXPECT_MENTIONS(
        thrown<std::invalid_argument>([&] { EnqueueReadMeshBuffer(queue(), words, buffer); }),
        "is replicated on 4 devices");
    EXPECT_THROW(ReadShard(queue(), words, buffer, {2, 0}), std::out_of_range);
    EXPECT_THROW(EnqueueReadMeshBuffer(queue(), words, nullptr), std::invalid_argument);
    const auto other = MeshDevice::create_unit_mesh(9);
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { ReadShard(other->mesh_command_queue(), words, buffer, {0, 0}); }),
                    "belongs to another mesh");
}

// ── Meshes ──

TEST_F(MeshTest, ServesAsADeviceIfItIsOne) {
    const auto unit = MeshDevice::create_unit_mesh(7);
    const auto buffer = CreateBuffer({unit.get(), 256, 64, BufferType::DRAM});
    const Words data = numbers(64);
    EnqueueWriteBuffer(unit->command_queue(), buffer, data, true);
    Words back;
    EnqueueReadBuffer(unit->command_queue(), buffer, back, true);

    EXPECT_EQ(back, data);
    EXPECT_EQ(unit->id(), 7);
    EXPECT_EQ(unit->num_hw_cqs(), 1);
    EXPECT_EQ(mesh_->num_hw_cqs(), 2);
    EXPECT_EQ(unit->logical_grid_size(), unit->compute_with_storage_grid_size());
    EXPECT_EQ(unit->dram_grid_size(), (CoreCoord{unit->num_dram_channels(), 1}));
    EXPECT_MENTIONS(thrown<std::invalid_argument>(
                        [&] { CreateBuffer({mesh_.get(), 256, 64, BufferType::DRAM}); }),
                    "device: is a mesh of 2x2 devices, but one is needed");
}

TEST_F(MeshTest, HasGlobalSemaphoresOnAllChips) {
    const GlobalSemaphore semaphore = CreateGlobalSemaphore(mesh_.get(), kCore, 5);
    semaphore.reset_semaphore_value(6);

    EXPECT_EQ(semaphore.device(), mesh_.get());
    for (IDevice* device : mesh_->get_devices()) {
        Words word;
        detail::ReadFromDeviceL1(device, kCore, static_cast<uint32_t>(semaphore.address()), 4,
                                 word);
        EXPECT_EQ(word, Words{6});
    }
}

TEST_F(MeshTest, RecordsEventsInEitherQueue) {
    const MeshEvent first = EnqueueRecordEvent(mesh_->mesh_command_queue(1));
    const MeshEvent second =
        EnqueueRecordEventToHost(mesh_->mesh_command_queue(1), MeshCoordinateRange({0, 0}, {0, 1}));
    EnqueueWaitForEvent(queue(), first);
    EventSynchronize(second);

    EXPECT_EQ(second.id(), first.id() + 1);
    EXPECT_EQ(first.mesh_cq_id(), 1u);
    EXPECT_EQ(first.device_range(), MeshCoordinateRange(mesh_->shape()));
    EXPECT_TRUE(EventQuery(second));
    EXPECT_THROW(mesh_->mesh_command_queue(2), std::out_of_range);
    EXPECT_THROW(EnqueueRecordEvent(queue(), MeshCoordinateRange({0, 0}, {0, 2})),
                 std::out_of_range);
}

TEST_F(MeshTest, ClosesItsChipsWhenItGoes_AndAPartDoesNot) {
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] { MeshDevice::create_unit_mesh(3); }),
                    "device_id 3: this device is open already");
    {
        const auto parts = mesh_->create_submeshes(MeshShape(1, 2));
        ASSERT_EQ(parts.size(), 2u);
        EXPECT_EQ(parts[1]->get_device_ids(), (std::vector<int>{2, 3}));
        EXPECT_THROW(mesh_->create_submesh(MeshShape(1, 2), MeshCoordinate(0, 1)),
                     std::out_of_range);
    }
    EXPECT_TRUE(mesh_->is_open());
    mesh_->reshape(MeshShape(1, 4));
    EXPECT_EQ(mesh_->get_device({0, 3})->id(), 3);
    mesh_.reset();
    EXPECT_TRUE(MeshDevice::create_unit_mesh(3)->is_open());
}

TEST(MeshDeviceTest, TakesTheChipsThatItIsTold) {
    const auto mesh = MeshDevice::create(MeshDeviceConfig(MeshShape(1, 2), std::nullopt, {11, 4}));
    EXPECT_EQ(mesh->get_device_ids(), (std::vector<int>{11, 4}));
    EXPECT_EQ(MeshDevice::create(MeshDeviceConfig(MeshShape(1, 2), MeshCoordinate(0, 20)))
                  ->get_device_ids(),
              (std::vector<int>{20, 21}));
    EXPECT_MENTIONS(thrown<std::invalid_argument>([] {
                        MeshDevice::create(MeshDeviceConfig(MeshShape(2, 2), std::nullopt, {1, 2}));
                    }),
                    "physical_device_ids: there are 2, but a mesh of 2x2 has 4 devices");
    EXPECT_EQ(MeshDevice::create_unit_meshes({1, 2}).size(), 2u);
}

}  // namespace
}  // namespace tt::tt_metal::distributed
