// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/device/backends/null/null_backend.hpp"

#include <algorithm>
#include <stdexcept>

namespace tt::tt_metal::device_internal {
namespace {

// Works for memories that are const and those that are not.
template <typename Memory>
auto slice(Memory& memory, uint64_t address, std::size_t size) {
    if (address > memory.size() || size > memory.size() - address) {
        throw std::out_of_range("address beyond the end of the memory");
    }
    return std::span(memory).subspan(address, size);
}

}  // namespace

const ChipProperties& small_chip() {
    static const ChipProperties properties{
        .name = "wormhole_b0",
        .grid_width = 4,
        .grid_height = 2,
        .l1_size_bytes = 128 * 1024,
        .num_dram_banks = 3,
        .dram_bank_size_bytes = 1024 * 1024,
        .num_circular_buffers = 32,
        .l1_alignment_bytes = 16,
        .dram_alignment_bytes = 32,
    };
    return properties;
}

NullBackend::NullBackend(const ChipProperties& properties)
    : properties_(properties),
      l1_(properties.num_l1_banks(), Memory(properties.l1_size_bytes)),
      dram_(properties.num_dram_banks, Memory(properties.dram_bank_size_bytes)) {}

std::size_t NullBackend::index(LogicalCore core) const {
    if (core.x >= properties_.grid_width || core.y >= properties_.grid_height) {
        throw std::out_of_range("no such core");
    }
    return core.y * properties_.grid_width + core.x;
}

void NullBackend::write_l1(LogicalCore core, uint32_t address, std::span<const std::byte> bytes) {
    std::ranges::copy(bytes, slice(l1_[index(core)], address, bytes.size()).begin());
}

void NullBackend::read_l1(LogicalCore core, uint32_t address, std::span<std::byte> bytes) const {
    std::ranges::copy(slice(l1_[index(core)], address, bytes.size()), bytes.begin());
}

void NullBackend::write_dram(uint32_t bank, uint64_t address, std::span<const std::byte> bytes) {
    std::ranges::copy(bytes, slice(dram_.at(bank), address, bytes.size()).begin());
}

void NullBackend::read_dram(uint32_t bank, uint64_t address, std::span<std::byte> bytes) const {
    std::ranges::copy(slice(dram_.at(bank), address, bytes.size()), bytes.begin());
}

std::shared_ptr<const KernelImage> NullBackend::make_image(std::span<const std::byte> elf,
                                                           const std::string& name) const {
    if (elf.empty()) throw ImageError(name + ": the file is empty");
    return std::make_shared<NullImage>(name);
}

void NullBackend::load(LogicalCore core, hw::Hart hart,
                       const std::shared_ptr<const KernelImage>& image) {
    loaded_[{core, hart}] = image;
}

RunStatistics NullBackend::run(std::span<const LogicalCore> cores) {
    last_run_.assign(cores.begin(), cores.end());
    if (failure_) throw *std::exchange(failure_, std::nullopt);
    return {};
}

std::string NullBackend::loaded(LogicalCore core, hw::Hart hart) const {
    return static_cast<const NullImage&>(*loaded_.at({core, hart})).name;
}

}  // namespace tt::tt_metal::device_internal
