// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/device/backends/sim/sim_backend.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tt_metal/sim/chip.hpp"

namespace tt::tt_metal::device_internal {
namespace {

struct SimImage final : KernelImage {
    explicit SimImage(std::shared_ptr<const sim::ProgramImage> image) : program(std::move(image)) {}

    std::shared_ptr<const sim::ProgramImage> program;
};

ChipProperties properties_of(const sim::ChipDescriptor& descriptor) {
    return {
        .name = descriptor.name,
        .grid_width = descriptor.worker_grid.x,
        .grid_height = descriptor.worker_grid.y,
        .l1_size_bytes = descriptor.l1_size_bytes,
        .num_dram_banks = descriptor.num_dram_banks(),
        .dram_bank_size_bytes = descriptor.dram_bank_size_bytes,
        .num_circular_buffers = descriptor.num_circular_buffers,
        .l1_alignment_bytes = descriptor.l1_alignment_bytes,
        .dram_alignment_bytes = descriptor.dram_alignment_bytes(),
    };
}

sim::CoreCoord to_sim(LogicalCore core) { return {core.x, core.y}; }

std::vector<sim::AddressRange> ranges_to_sim(std::span<const AddressRange> ranges) {
    std::vector<sim::AddressRange> result;
    for (const auto& [begin, end] : ranges) result.push_back({begin, end});
    return result;
}

ExecutionError::Kind kind_of(const sim::SimulationError& error) {
    switch (error.kind()) {
        case sim::ErrorKind::kDeadlock:
            return ExecutionError::Kind::kDeadlock;
        case sim::ErrorKind::kInstructionBudget:
            return ExecutionError::Kind::kInstructionBudget;
        default:
            return ExecutionError::Kind::kFault;
    }
}

ExecutionError from_sim(const sim::SimulationError& error) {
    return ExecutionError(kind_of(error), {error.core().x, error.core().y},
                          error.hart() ? hw::hart_name(*error.hart()) : "", error.pc(),
                          error.what());
}

class SimBackend final : public DeviceBackend {
 public:
    explicit SimBackend(const sim::ChipDescriptor& descriptor)
        : properties_(properties_of(descriptor)), chip_(descriptor) {}

    const ChipProperties& properties() const override { return properties_; }

    NocCore worker_noc(LogicalCore core) const override {
        const sim::NocCoord noc = chip_.descriptor().worker_noc(to_sim(core));
        return {noc.x, noc.y};
    }

    void write_l1(LogicalCore core, uint32_t address, std::span<const std::byte> bytes) override {
        chip_.write_l1(to_sim(core), address, bytes);
    }
    void read_l1(LogicalCore core, uint32_t address, std::span<std::byte> bytes) const override {
        chip_.read_l1(to_sim(core), address, bytes);
    }
    void write_dram(uint32_t bank, uint64_t address, std::span<const std::byte> bytes) override {
        chip_.write_dram(bank, address, bytes);
    }
    void read_dram(uint32_t bank, uint64_t address, std::span<std::byte> bytes) const override {
        chip_.read_dram(bank, address, bytes);
    }

    std::string kind() const override { return "sim"; }

    std::shared_ptr<const KernelImage> make_image(std::span<const std::byte> elf,
                                                  const std::string& name) const override {
        try {
            return std::make_shared<SimImage>(sim::ProgramImage::from_elf(elf, name));
        } catch (const sim::ElfError& error) {
            throw ImageError(error.what());
        }
    }

    void load(LogicalCore core, hw::Hart hart,
              const std::shared_ptr<const KernelImage>& image) override {
        const auto& program = static_cast<const SimImage&>(*image).program;
        try {
            chip_.load(to_sim(core), hart, program);
        } catch (const std::invalid_argument& error) {
            throw ImageError(error.what());
        }
    }

    RunStatistics run(std::span<const LogicalCore> cores) override {
        sim_cores_.resize(cores.size());
        std::ranges::transform(cores, sim_cores_.begin(), to_sim);
        try {
            return {.instructions_retired = chip_.run(sim_cores_).instructions_retired};
        } catch (const sim::SimulationError& error) {
            throw from_sim(error);
        }
    }

    void set_free_memory(std::span<const AddressRange> dram,
                         std::span<const AddressRange> l1) override {
        if (std::ranges::equal(dram, free_dram_) && std::ranges::equal(l1, free_l1_)) return;
        free_dram_.assign(dram.begin(), dram.end());
        free_l1_.assign(l1.begin(), l1.end());
        chip_.set_free_memory(ranges_to_sim(dram), ranges_to_sim(l1));
    }

    void set_instruction_budget(uint64_t instructions) override {
        chip_.set_instruction_budget(instructions);
    }

    void set_print_sink(LogicalCore core, hw::Hart hart,
                        std::function<void(std::string_view)> sink) override {
        chip_.set_print_sink(to_sim(core), hart, std::move(sink));
    }

    void set_interruption_check(std::function<void()> check) override {
        chip_.set_interruption_check(std::move(check));
    }

 private:
    ChipProperties properties_;
    sim::Chip chip_;
    std::vector<sim::CoreCoord> sim_cores_;  // kept between runs for its memory
    // As the chip was told last.
    std::vector<AddressRange> free_dram_;
    std::vector<AddressRange> free_l1_;
};

}  // namespace

std::unique_ptr<DeviceBackend> make_sim_backend(const std::string& arch_name) {
    for (const sim::ChipDescriptor* chip : {&sim::wormhole_b0(), &sim::blackhole()}) {
        if (chip->name == arch_name) return std::make_unique<SimBackend>(*chip);
    }
    return nullptr;
}

}  // namespace tt::tt_metal::device_internal
