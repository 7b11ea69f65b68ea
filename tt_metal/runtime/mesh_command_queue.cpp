// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/mesh_command_queue.hpp>

#include <cstring>
#include <span>
#include <stdexcept>
#include <string>

#include <tt-metalium/mesh_buffer.hpp>
#include <tt-metalium/mesh_device.hpp>
#include <tt-metalium/mesh_workload.hpp>

#include "tt_metal/runtime/chip_commands.hpp"
#include "tt_metal/runtime/mesh_shards.hpp"

namespace tt::tt_metal::distributed {
namespace {

using runtime_internal::chip_of;
using runtime_internal::for_each_row;
using runtime_internal::read_buffer;
using runtime_internal::shard_places;
using runtime_internal::ShardPlace;
using runtime_internal::write_buffer;

MeshBuffer& checked(const std::shared_ptr<MeshBuffer>& buffer, const MeshDevice& device) {
    if (!buffer) throw std::invalid_argument("buffer: must not be null");
    if (!device.is_open()) throw DeviceClosedError("the mesh of the queue has been closed");
    if (buffer->device() != &device) {
        throw std::invalid_argument("buffer: belongs to another mesh than the queue");
    }
    return *buffer;
}

std::span<const std::byte> source_bytes(const void* source, std::size_t size) {
    if (source == nullptr) throw std::invalid_argument("source: must not be null");
    return {static_cast<const std::byte*>(source), size};
}

std::span<std::byte> destination_bytes(void* destination, std::size_t size) {
    if (destination == nullptr) throw std::invalid_argument("destination: must not be null");
    return {static_cast<std::byte*>(destination), size};
}

}  // namespace

void MeshCommandQueue::enqueue_mesh_workload(MeshWorkload& workload, bool) {
    auto& programs = workload.get_programs();
    if (programs.empty()) {
        throw std::invalid_argument("workload: has no programs, so there is nothing to run");
    }
    for (const auto& [range, program] : programs) device_->get_device(range.end_coord());
    for (auto& [range, program] : programs) {
        for (const MeshCoordinate& place : range.coordinates()) {
            runtime_internal::launch_program(chip_of(device_->get_device(place)), program.state());
        }
    }
}

void MeshCommandQueue::enqueue_write_mesh_buffer(const std::shared_ptr<MeshBuffer>& buffer,
                                                 const void* source, bool) {
    const MeshBuffer& mesh_buffer = checked(buffer, *device_);
    const auto whole = source_bytes(source, mesh_buffer.size());
    if (mesh_buffer.global_layout() == MeshBufferLayout::REPLICATED) {
        for (const MeshCoordinate& place : MeshCoordinateRange(device_->shape()).coordinates()) {
            write_buffer(*mesh_buffer.get_device_buffer(place), whole);
        }
        return;
    }
    const ShardedBufferConfig& config = mesh_buffer.global_shard_spec();
    std::vector<std::byte> shard(mesh_buffer.device_local_size());
    for (const ShardPlace& place : shard_places(config, device_->shape())) {
        for_each_row(config, place, [&](std::size_t from, std::size_t to, std::size_t bytes) {
            std::memcpy(&shard[to], &whole[from], bytes);
        });
        write_buffer(*mesh_buffer.get_device_buffer(place.chip), shard);
    }
}

void MeshCommandQueue::enqueue_read_mesh_buffer(void* destination,
                                                const std::shared_ptr<MeshBuffer>& buffer, bool) {
    const MeshBuffer& mesh_buffer = checked(buffer, *device_);
    const auto whole = destination_bytes(destination, mesh_buffer.size());
    if (mesh_buffer.global_layout() == MeshBufferLayout::REPLICATED) {
        if (device_->num_devices() > 1) {
            throw std::invalid_argument(
                "buffer: is replicated on " + std::to_string(device_->num_devices()) +
                " devices, whose copies may differ; ReadShard reads one of them");
        }
        read_buffer(*mesh_buffer.get_reference_buffer(), whole);
        return;
    }
    const ShardedBufferConfig& config = mesh_buffer.global_shard_spec();
    std::vector<std::byte> shard(mesh_buffer.device_local_size());
    for (const ShardPlace& place : shard_places(config, device_->shape())) {
        read_buffer(*mesh_buffer.get_device_buffer(place.chip), shard);
        for_each_row(config, place, [&](std::size_t to, std::size_t from, std::size_t bytes) {
            std::memcpy(&whole[to], &shard[from], bytes);
        });
    }
}

void MeshCommandQueue::enqueue_write_shards(const std::shared_ptr<MeshBuffer>& buffer,
                                            const std::vector<ShardDataTransfer>& transfers, bool) {
    const MeshBuffer& mesh_buffer = checked(buffer, *device_);
    for (const auto& [place, host] : transfers) {
        write_buffer(*mesh_buffer.get_device_buffer(place),
                     source_bytes(host, mesh_buffer.device_local_size()));
    }
}

void MeshCommandQueue::enqueue_read_shards(const std::vector<ShardDataTransfer>& transfers,
                                           const std::shared_ptr<MeshBuffer>& buffer, bool) {
    const MeshBuffer& mesh_buffer = checked(buffer, *device_);
    for (const auto& [place, host] : transfers) {
        read_buffer(*mesh_buffer.get_device_buffer(place),
                    destination_bytes(host, mesh_buffer.device_local_size()));
    }
}

MeshEvent MeshCommandQueue::enqueue_record_event(
    const std::optional<MeshCoordinateRange>& device_range) {
    finish();
    const MeshCoordinateRange range = device_range.value_or(MeshCoordinateRange(device_->shape()));
    device_->get_device(range.end_coord());
    return MeshEvent(next_event_id_++, device_, id_, range);
}

// What is enqueued has been done when the call that enqueues it returns, so an event that there is
// has happened.
void MeshCommandQueue::enqueue_wait_for_event(const MeshEvent&) { finish(); }

void MeshCommandQueue::finish() {
    for (IDevice* device : device_->get_devices()) chip_of(device).access();
}

void MeshWorkload::add_program(const MeshCoordinateRange& device_range, Program&& program) {
    for (const auto& [range, other] : programs_) {
        if (range.intersects(device_range)) {
            throw std::invalid_argument("device_range " + device_range.str() +
                                        ": shares devices with that of another program, " +
                                        range.str());
        }
    }
    programs_.emplace(device_range, std::move(program));
}

}  // namespace tt::tt_metal::distributed
