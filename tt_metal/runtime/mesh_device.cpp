// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/mesh_device.hpp>

#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

#include "tt_metal/runtime/device_registry.hpp"

namespace tt::tt_metal::distributed {
namespace {

using runtime_internal::Device;
using runtime_internal::DeviceOptions;

std::vector<int> device_ids(const MeshDeviceConfig& config) {
    const std::size_t size = config.mesh_shape().mesh_size();
    std::vector<int> ids = config.physical_device_ids();
    if (ids.empty()) {
        const MeshShape system(1, static_cast<uint32_t>(GetNumAvailableDevices()));
        ids.resize(size);
        const std::size_t first = config.offset() ? to_linear_index(system, *config.offset()) : 0;
        std::iota(ids.begin(), ids.end(), static_cast<int>(first));
    }
    if (ids.size() != size) {
        throw std::invalid_argument("physical_device_ids: there are " + std::to_string(ids.size()) +
                                    ", but a mesh of " + config.mesh_shape().str() + " has " +
                                    std::to_string(size) + " devices");
    }
    return ids;
}

DeviceOptions options(std::size_t l1_small_size, std::size_t trace_region_size,
                      std::size_t num_command_queues, const std::vector<uint32_t>& l1_bank_remap,
                      std::size_t worker_l1_size) {
    return {
        .num_hw_cqs = static_cast<uint8_t>(std::min<std::size_t>(num_command_queues, UINT8_MAX)),
        .memory = {l1_small_size, trace_region_size, worker_l1_size},
        .l1_bank_remap = l1_bank_remap,
    };
}

}  // namespace

// ── Making ──

std::shared_ptr<MeshDevice> MeshDevice::create(
    const MeshDeviceConfig& config, std::size_t l1_small_size, std::size_t trace_region_size,
    std::size_t num_command_queues, const DispatchCoreConfig&,
    const std::vector<uint32_t>& l1_bank_remap, std::size_t worker_l1_size) {
    const std::vector<int> ids = device_ids(config);
    return std::make_shared<MeshDevice>(
        Key(), config.mesh_shape(),
        runtime_internal::open_devices(
            ids, options(l1_small_size, trace_region_size, num_command_queues, l1_bank_remap,
                         worker_l1_size)),
        true);
}

std::shared_ptr<MeshDevice> MeshDevice::create_unit_mesh(
    int device_id, std::size_t l1_small_size, std::size_t trace_region_size,
    std::size_t num_command_queues, const DispatchCoreConfig& dispatch_core_config,
    const std::vector<uint32_t>& l1_bank_remap, std::size_t worker_l1_size) {
    return create(MeshDeviceConfig(MeshShape(1, 1), std::nullopt, {device_id}), l1_small_size,
                  trace_region_size, num_command_queues, dispatch_core_config, l1_bank_remap,
                  worker_l1_size);
}

std::map<int, std::shared_ptr<MeshDevice>> MeshDevice::create_unit_meshes(
    const std::vector<int>& device_ids, std::size_t l1_small_size, std::size_t trace_region_size,
    std::size_t num_command_queues, const DispatchCoreConfig&,
    const std::vector<uint32_t>& l1_bank_remap, std::size_t worker_l1_size) {
    DeviceOptions each = options(l1_small_size, trace_region_size, num_command_queues,
                                 l1_bank_remap, worker_l1_size);
    each.allocate_in_lock_step = false;
    std::map<int, std::shared_ptr<MeshDevice>> meshes;
    for (const auto& chip : runtime_internal::open_devices(device_ids, each)) {
        meshes.emplace(chip->id(), std::make_shared<MeshDevice>(Key(), MeshShape(1, 1),
                                                                std::vector{chip}, true));
    }
    return meshes;
}

MeshDevice::MeshDevice(Key, MeshShape shape, std::vector<std::shared_ptr<Device>> chips,
                       bool owns_chips)
    : shape_(std::move(shape)), chips_(std::move(chips)), owns_chips_(owns_chips) {
    for (uint8_t queue = 0; queue < chips_.front()->num_hw_cqs(); ++queue) {
        queues_.emplace_back(*this, queue);
    }
}

MeshDevice::~MeshDevice() { close(); }

bool MeshDevice::close() {
    if (!owns_chips_) return false;
    bool was_open = false;
    for (const auto& chip : chips_) was_open |= chip->close();
    return was_open;
}

// ── The mesh ──

std::vector<IDevice*> MeshDevice::get_devices() const {
    std::vector<IDevice*> devices;
    for (const auto& chip : chips_) devices.push_back(chip.get());
    return devices;
}

std::vector<int> MeshDevice::get_device_ids() const {
    std::vector<int> ids;
    for (const auto& chip : chips_) ids.push_back(chip->id());
    return ids;
}

IDevice* MeshDevice::get_device(const MeshCoordinate& coordinate) const {
    return chips_[to_linear_index(shape_, coordinate)].get();
}

MeshCommandQueue& MeshDevice::mesh_command_queue(std::optional<uint8_t> id) {
    const uint8_t queue = id.value_or(0);
    if (queue < queues_.size()) return queues_[queue];
    throw std::out_of_range("command queue " + std::to_string(queue) + ": the mesh has " +
                            std::to_string(queues_.size()));
}

void MeshDevice::reshape(const MeshShape& shape) {
    if (shape.mesh_size() != num_devices()) {
        throw std::invalid_argument("mesh shape " + shape.str() + ": the mesh has " +
                                    std::to_string(num_devices()) + " devices");
    }
    shape_ = shape;
}

std::shared_ptr<MeshDevice> MeshDevice::create_submesh(
    const MeshShape& submesh_shape, const std::optional<MeshCoordinate>& offset) {
    const auto first = offset.value_or(MeshCoordinate::zero_coordinate(shape_.dims()));
    std::vector<std::shared_ptr<Device>> part;
    for (const MeshCoordinate& within : MeshCoordinateRange(submesh_shape).coordinates()) {
        std::vector<uint32_t> coords(within.coords().begin(), within.coords().end());
        for (std::size_t i = 0; i < std::min(coords.size(), first.dims()); ++i) {
            coords[i] += first[i];
        }
        part.push_back(chips_[to_linear_index(shape_, MeshCoordinate(std::move(coords)))]);
    }
    return std::make_shared<MeshDevice>(Key(), submesh_shape, std::move(part), false);
}

std::vector<std::shared_ptr<MeshDevice>> MeshDevice::create_submeshes(
    const MeshShape& submesh_shape) {
    std::vector<uint32_t> grid;
    for (std::size_t i = 0; i < shape_.dims(); ++i) {
        if (submesh_shape.dims() != shape_.dims() || shape_[i] % submesh_shape[i] != 0) {
            throw std::invalid_argument("submesh_shape " + submesh_shape.str() +
                                        ": does not fill the mesh of " + shape_.str());
        }
        grid.push_back(shape_[i] / submesh_shape[i]);
    }
    std::vector<std::shared_ptr<MeshDevice>> parts;
    for (const MeshCoordinate& part : MeshCoordinateRange(MeshShape(grid)).coordinates()) {
        std::vector<uint32_t> offset(part.coords().begin(), part.coords().end());
        for (std::size_t i = 0; i < offset.size(); ++i) offset[i] *= submesh_shape[i];
        parts.push_back(create_submesh(submesh_shape, MeshCoordinate(std::move(offset))));
    }
    return parts;
}

// ── As a device ──

int MeshDevice::id() const { return chips_.front()->id(); }
bool MeshDevice::is_open() const { return chips_.front()->is_open(); }
ARCH MeshDevice::arch() const { return chips_.front()->arch(); }
CoreCoord MeshDevice::compute_with_storage_grid_size() const {
    return chips_.front()->compute_with_storage_grid_size();
}
CoreCoord MeshDevice::worker_core_from_logical_core(const CoreCoord& core) const {
    return chips_.front()->worker_core_from_logical_core(core);
}
uint32_t MeshDevice::num_dram_channels() const { return chips_.front()->num_dram_channels(); }
uint64_t MeshDevice::dram_size_per_channel() const {
    return chips_.front()->dram_size_per_channel();
}
uint32_t MeshDevice::l1_size_per_core() const { return chips_.front()->l1_size_per_core(); }
uint32_t MeshDevice::l1_unreserved_base() const { return chips_.front()->l1_unreserved_base(); }
uint32_t MeshDevice::num_circular_buffers() const { return chips_.front()->num_circular_buffers(); }
uint32_t MeshDevice::alignment(BufferType type) const { return chips_.front()->alignment(type); }
uint32_t MeshDevice::num_banks(BufferType type) const { return chips_.front()->num_banks(type); }
MemoryView MeshDevice::memory_view(BufferType type) const {
    return chips_.front()->memory_view(type);
}

ProgramStatistics MeshDevice::last_program_statistics() const {
    ProgramStatistics sum;
    for (const auto& chip : chips_) {
        sum.instructions_retired += chip->last_program_statistics().instructions_retired;
    }
    return sum;
}

void MeshDevice::set_instruction_budget(uint64_t instructions) {
    for (const auto& chip : chips_) chip->set_instruction_budget(instructions);
}

void MeshDevice::set_interruption_check(std::function<void()> check) {
    for (const auto& chip : chips_) chip->set_interruption_check(check);
}

CommandQueue& MeshDevice::command_queue(uint8_t id) { return chip()->command_queue(id); }

std::shared_ptr<Device> MeshDevice::chip() {
    if (num_devices() == 1) return chips_.front();
    throw std::invalid_argument("device: is a mesh of " + shape_.str() +
                                " devices, but one is needed; get_device() gives it");
}

}  // namespace tt::tt_metal::distributed
