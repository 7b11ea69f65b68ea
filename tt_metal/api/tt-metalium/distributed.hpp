// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The functions by which a host program drives a mesh; each is a method of the queue or the
// workload under upstream's name, and throws what that says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <tt-metalium/mesh_buffer.hpp>
#include <tt-metalium/mesh_command_queue.hpp>
#include <tt-metalium/mesh_coord.hpp>
#include <tt-metalium/mesh_device.hpp>
#include <tt-metalium/mesh_event.hpp>
#include <tt-metalium/mesh_workload.hpp>

namespace tt::tt_metal::distributed {

namespace distributed_internal {

inline void check_source(std::size_t size, DeviceAddr buffer_size) {
    if (size == buffer_size) return;
    throw std::invalid_argument("source: has " + std::to_string(size) +
                                " B, but must have as many as what it is written to, " +
                                std::to_string(buffer_size) + " B");
}

template <typename T>
void resize_to(std::vector<T>& destination, DeviceAddr size) {
    if (size % sizeof(T) != 0) {
        throw std::invalid_argument("destination: " + std::to_string(size) +
                                    " B are no whole number of elements of " +
                                    std::to_string(sizeof(T)) + " B");
    }
    destination.resize(size / sizeof(T));
}

}  // namespace distributed_internal

// ── Workloads ──

inline MeshWorkload CreateMeshWorkload() { return {}; }

inline void AddProgramToMeshWorkload(MeshWorkload& workload, Program&& program,
                                     const MeshCoordinateRange& device_range) {
    workload.add_program(device_range, std::move(program));
}

inline void EnqueueMeshWorkload(MeshCommandQueue& queue, MeshWorkload& workload, bool blocking) {
    queue.enqueue_mesh_workload(workload, blocking);
}

inline void Finish(MeshCommandQueue& queue) { queue.finish(); }

// Of one queue, or all.
inline void Synchronize(MeshDevice* device, std::optional<std::uint8_t> queue = std::nullopt) {
    device->mesh_command_queue(queue).finish();
}

// ── Buffers ──
// Vectors hold exactly what is moved; those that are read into are resized. Throw
// std::invalid_argument for another size.

template <typename T>
void EnqueueWriteMeshBuffer(MeshCommandQueue& queue, const std::shared_ptr<MeshBuffer>& buffer,
                            const std::vector<T>& source, bool blocking = false) {
    if (buffer) distributed_internal::check_source(source.size() * sizeof(T), buffer->size());
    queue.enqueue_write_mesh_buffer(buffer, source.data(), blocking);
}

template <typename T>
void EnqueueReadMeshBuffer(MeshCommandQueue& queue, std::vector<T>& destination,
                           const std::shared_ptr<MeshBuffer>& buffer, bool blocking = true) {
    if (buffer) distributed_internal::resize_to(destination, buffer->size());
    queue.enqueue_read_mesh_buffer(destination.data(), buffer, blocking);
}

// What the chip at a place of the mesh has.
template <typename T>
void WriteShard(MeshCommandQueue& queue, const std::shared_ptr<MeshBuffer>& buffer,
                std::vector<T>& source, const MeshCoordinate& coordinate, bool blocking = false) {
    if (buffer) {
        distributed_internal::check_source(source.size() * sizeof(T), buffer->device_local_size());
    }
    queue.enqueue_write_shards(buffer, {{coordinate, source.data()}}, blocking);
}

template <typename T>
void ReadShard(MeshCommandQueue& queue, std::vector<T>& destination,
               const std::shared_ptr<MeshBuffer>& buffer, const MeshCoordinate& coordinate,
               bool blocking = true) {
    if (buffer) distributed_internal::resize_to(destination, buffer->device_local_size());
    queue.enqueue_read_shards({{coordinate, destination.data()}}, buffer, blocking);
}

// ── Events ──

inline MeshEvent EnqueueRecordEvent(
    MeshCommandQueue& queue,
    const std::optional<MeshCoordinateRange>& device_range = std::nullopt) {
    return queue.enqueue_record_event(device_range);
}

// One that the host may wait for, as it may for any here.
inline MeshEvent EnqueueRecordEventToHost(
    MeshCommandQueue& queue,
    const std::optional<MeshCoordinateRange>& device_range = std::nullopt) {
    return queue.enqueue_record_event(device_range);
}

inline void EnqueueWaitForEvent(MeshCommandQueue& queue, const MeshEvent& event) {
    queue.enqueue_wait_for_event(event);
}

// An event exists once it was recorded, and then it has happened: see command_queue.hpp.
inline void EventSynchronize(const MeshEvent&) {}
inline bool EventQuery(const MeshEvent&) { return true; }

}  // namespace tt::tt_metal::distributed
