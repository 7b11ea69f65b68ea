// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Devices that are used as one: a grid of chips that run programs and hold buffers together.
// Buffers are allocated in lock step, so that one address is valid on all of them.
//
//     auto mesh = distributed::MeshDevice::create(MeshDeviceConfig(MeshShape(2, 4)));
//     auto one = distributed::MeshDevice::create_unit_mesh(0);   // a single chip
//
// A mesh of one chip serves wherever an IDevice does; one of several only where this says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <tt-metalium/device.hpp>
#include <tt-metalium/host_api.hpp>
#include <tt-metalium/mesh_command_queue.hpp>
#include <tt-metalium/mesh_coord.hpp>

namespace tt::tt_metal::distributed {

class MeshDeviceConfig {
 public:
    // physical_device_ids: of the chips, in the order of the mesh; none: those from `offset` on, in
    // a line, or from 0.
    explicit MeshDeviceConfig(MeshShape mesh_shape,
                              std::optional<MeshCoordinate> offset = std::nullopt,
                              std::vector<int> physical_device_ids = {})
        : mesh_shape_(std::move(mesh_shape)),
          offset_(std::move(offset)),
          physical_device_ids_(std::move(physical_device_ids)) {}

    const MeshShape& mesh_shape() const { return mesh_shape_; }
    const std::optional<MeshCoordinate>& offset() const { return offset_; }
    const std::vector<int>& physical_device_ids() const { return physical_device_ids_; }

 private:
    MeshShape mesh_shape_;
    std::optional<MeshCoordinate> offset_;
    std::vector<int> physical_device_ids_;
};

// Closes its chips when it goes, unless it is a part of another mesh.
class MeshDevice final : public IDevice {
    struct Key {
        explicit Key() = default;
    };

 public:
    // The rest is as in CreateDevice. Throw also std::invalid_argument for another number of ids
    // than the mesh has places.
    static std::shared_ptr<MeshDevice> create(
        const MeshDeviceConfig& config, std::size_t l1_small_size = DEFAULT_L1_SMALL_SIZE,
        std::size_t trace_region_size = DEFAULT_TRACE_REGION_SIZE,
        std::size_t num_command_queues = 1, const DispatchCoreConfig& dispatch_core_config = {},
        const std::vector<std::uint32_t>& l1_bank_remap = {},
        std::size_t worker_l1_size = DEFAULT_WORKER_L1_SIZE);
    static std::shared_ptr<MeshDevice> create_unit_mesh(
        int device_id, std::size_t l1_small_size = DEFAULT_L1_SMALL_SIZE,
        std::size_t trace_region_size = DEFAULT_TRACE_REGION_SIZE,
        std::size_t num_command_queues = 1, const DispatchCoreConfig& dispatch_core_config = {},
        const std::vector<std::uint32_t>& l1_bank_remap = {},
        std::size_t worker_l1_size = DEFAULT_WORKER_L1_SIZE);
    // Each with memories of its own.
    static std::map<int, std::shared_ptr<MeshDevice>> create_unit_meshes(
        const std::vector<int>& device_ids, std::size_t l1_small_size = DEFAULT_L1_SMALL_SIZE,
        std::size_t trace_region_size = DEFAULT_TRACE_REGION_SIZE,
        std::size_t num_command_queues = 1, const DispatchCoreConfig& dispatch_core_config = {},
        const std::vector<std::uint32_t>& l1_bank_remap = {},
        std::size_t worker_l1_size = DEFAULT_WORKER_L1_SIZE);

    MeshDevice(Key, MeshShape shape, std::vector<std::shared_ptr<runtime_internal::Device>> chips,
               bool owns_chips);
    ~MeshDevice() override;
    MeshDevice(const MeshDevice&) = delete;
    MeshDevice& operator=(const MeshDevice&) = delete;

    // ── The mesh ──
    const MeshShape& shape() const { return shape_; }
    std::size_t num_devices() const { return chips_.size(); }
    std::size_t num_rows() const { return shape_.dims() < 2 ? 1 : shape_[shape_.dims() - 2]; }
    std::size_t num_cols() const { return shape_[shape_.dims() - 1]; }
    // In the order of the mesh.
    std::vector<IDevice*> get_devices() const;
    std::vector<int> get_device_ids() const;
    // Throws std::out_of_range for a place that the mesh has not.
    IDevice* get_device(const MeshCoordinate& coordinate) const;
    // Throws std::out_of_range unless id is less than the number of queues.
    MeshCommandQueue& mesh_command_queue(std::optional<std::uint8_t> id = std::nullopt);
    // The same chips in another order of places. Throws std::invalid_argument for another number.
    void reshape(const MeshShape& shape);
    // A part, which shares chips and memories with this. offset: its first place, 0 otherwise.
    // Throws std::out_of_range if it reaches beyond this mesh.
    std::shared_ptr<MeshDevice> create_submesh(
        const MeshShape& submesh_shape, const std::optional<MeshCoordinate>& offset = std::nullopt);
    // As many as there is room for, in the order of the mesh. Throws std::invalid_argument unless
    // they fill it.
    std::vector<std::shared_ptr<MeshDevice>> create_submeshes(const MeshShape& submesh_shape);

    // ── As a device: of the first chip, as all are alike ──
    int id() const override;
    bool is_open() const override;
    bool close() override;
    ARCH arch() const override;
    CoreCoord compute_with_storage_grid_size() const override;
    std::uint8_t num_hw_cqs() const override { return static_cast<std::uint8_t>(queues_.size()); }
    CoreCoord worker_core_from_logical_core(const CoreCoord& core) const override;
    std::uint32_t num_dram_channels() const override;
    std::uint64_t dram_size_per_channel() const override;
    std::uint32_t l1_size_per_core() const override;
    std::uint32_t l1_unreserved_base() const override;
    std::uint32_t num_circular_buffers() const override;
    std::uint32_t alignment(BufferType type) const override;
    std::uint32_t num_banks(BufferType type) const override;
    MemoryView memory_view(BufferType type) const override;
    // ── As a device: of all chips ──
    ProgramStatistics last_program_statistics() const override;
    void set_instruction_budget(std::uint64_t instructions) override;
    void set_interruption_check(std::function<void()> check) override;
    // Throws std::invalid_argument if there are several chips: see mesh_command_queue().
    CommandQueue& command_queue(std::uint8_t id = 0) override;
    std::shared_ptr<runtime_internal::Device> chip() override;
    std::vector<std::shared_ptr<runtime_internal::Device>> chips() override { return chips_; }

 private:
    MeshShape shape_;
    std::vector<std::shared_ptr<runtime_internal::Device>> chips_;  // in the order of the mesh
    bool owns_chips_;
    std::deque<MeshCommandQueue> queues_;
};

}  // namespace tt::tt_metal::distributed
