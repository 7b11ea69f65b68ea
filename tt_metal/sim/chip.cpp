// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/chip.hpp"

#include <algorithm>
#include <bit>
#include <cfenv>
#include <format>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/sim/dram/sparse_memory.hpp"
#include "tt_metal/sim/noc/noc.hpp"
#include "tt_metal/sim/scheduler.hpp"
#include "tt_metal/sim/tensix/core.hpp"

namespace tt::sim {
namespace {

void require(bool condition, const ChipDescriptor& descriptor, const char* rule) {
    if (!condition) {
        throw std::invalid_argument(
            std::format("descriptor of chip \"{}\": {}", descriptor.name, rule));
    }
}

const ChipDescriptor& checked(const ChipDescriptor& chip) {
    require(chip.num_workers() > 0 && chip.num_workers() <= hw::kMaxL1Banks, chip,
            "worker_grid is empty or has more cores than the L1 bank table");
    require(chip.worker_noc_x.size() == chip.worker_grid.x &&
                chip.worker_noc_y.size() == chip.worker_grid.y,
            chip, "worker_noc_x and worker_noc_y differ from worker_grid");
    require(chip.l1_size_bytes > hw::kL1UnreservedBase, chip,
            "l1_size_bytes leaves nothing above the reserved part");
    require(chip.num_circular_buffers <= hw::kMaxCircularBuffers, chip,
            "num_circular_buffers exceeds the descriptors in L1");
    require(chip.num_dram_banks() <= hw::kMaxDramBanks, chip,
            "dram_banks exceeds the DRAM bank table");
    for (const uint32_t alignment : {chip.l1_alignment_bytes, chip.dram_read_alignment_bytes,
                                     chip.dram_write_alignment_bytes}) {
        require(std::has_single_bit(alignment), chip, "an alignment is no power of two");
    }
    for (const DramBankPlace& bank : chip.dram_banks) {
        require(bank.channel < chip.dram_channels.size(), chip, "a bank is in no DRAM channel");
        require(bank.base_offset + chip.dram_bank_size_bytes <=
                    chip.dram_channels[bank.channel].size_bytes,
                chip, "a bank reaches beyond its DRAM channel");
    }
    return chip;
}

// Rounding and exceptions as the chip has them, whatever the caller has set for its own thread.
class DefaultFloatingPoint {
 public:
    DefaultFloatingPoint() {
        std::fegetenv(&saved_);
        std::fesetenv(FE_DFL_ENV);
    }
    ~DefaultFloatingPoint() { std::fesetenv(&saved_); }
    DefaultFloatingPoint(const DefaultFloatingPoint&) = delete;
    DefaultFloatingPoint& operator=(const DefaultFloatingPoint&) = delete;

 private:
    std::fenv_t saved_;
};

template <class T>
void write_object(std::span<std::byte> l1, uint32_t address, const T& object) {
    const auto bytes = std::as_bytes(std::span(&object, 1));
    std::ranges::copy(bytes, l1.subspan(address).begin());
}

}  // namespace

struct Chip::State {
    explicit State(const ChipDescriptor& descriptor);

    // Throws std::out_of_range for a core that is not there.
    TensixCore& core(CoreCoord coord);
    // Bytes of L1 or the place of bytes in DRAM, after a check of the range.
    std::span<std::byte> l1_range(CoreCoord coord, uint32_t address, size_t size_bytes);
    std::pair<SparseMemory*, uint64_t> dram_range(uint32_t bank, uint64_t address,
                                                  size_t size_bytes);
    void write_mailboxes(TensixCore& core) const;

    ChipDescriptor descriptor;
    Noc noc;
    std::vector<SparseMemory> dram;
    std::vector<FreeRanges> free_dram;  // of each channel
    FreeRanges free_l1;
    std::vector<std::unique_ptr<TensixCore>> cores;  // row by row
    RunLimits limits;
};

Chip::State::State(const ChipDescriptor& given)
    : descriptor(checked(given)),
      noc({given.l1_alignment_bytes, given.dram_read_alignment_bytes,
           given.dram_write_alignment_bytes}) {
    dram.reserve(descriptor.dram_channels.size());
    free_dram.resize(descriptor.dram_channels.size());
    for (const DramChannel& channel : descriptor.dram_channels) {
        const FreeRanges& free = free_dram[dram.size()];
        SparseMemory& memory = dram.emplace_back(channel.size_bytes);
        for (const NocCoord endpoint : channel.endpoints) {
            noc.attach_dram(endpoint, memory, &free);
        }
    }
    for (uint32_t bank = 0; bank < descriptor.num_workers(); ++bank) {
        const CoreCoord coord = descriptor.l1_bank_core(bank);
        cores.push_back(std::make_unique<TensixCore>(coord, descriptor, noc));
        noc.attach_l1(descriptor.worker_noc(coord), cores.back()->l1(), &free_l1);
        write_mailboxes(*cores.back());
    }
}

void Chip::State::write_mailboxes(TensixCore& core) const {
    const CoreCoord coord = core.coord();
    const NocCoord at = descriptor.worker_noc(coord);
    write_object(core.l1(), hw::kCoreInfoAddress,
                 hw::CoreInfo{coord.x, coord.y, at.x, at.y, descriptor.num_dram_banks(),
                              descriptor.num_workers(), descriptor.dram_alignment_bytes()});
    for (uint32_t i = 0; i < descriptor.num_dram_banks(); ++i) {
        const DramBankPlace& bank = descriptor.dram_banks[i];
        write_object(core.l1(), hw::kDramBankTableAddress + i * sizeof(hw::DramBank),
                     hw::DramBank{hw::noc_xy(bank.endpoint.x, bank.endpoint.y), bank.base_offset});
    }
    for (uint32_t i = 0; i < descriptor.num_workers(); ++i) {
        const NocCoord bank = descriptor.worker_noc(descriptor.l1_bank_core(i));
        write_object(core.l1(), hw::kL1BankTableAddress + i * sizeof(hw::L1Bank),
                     hw::L1Bank{hw::noc_xy(bank.x, bank.y)});
    }
}

TensixCore& Chip::State::core(CoreCoord coord) {
    if (!descriptor.has_worker(coord)) {
        throw std::out_of_range(std::format("core ({},{}) is not in the worker grid of {}x{}",
                                            coord.x, coord.y, descriptor.worker_grid.x,
                                            descriptor.worker_grid.y));
    }
    return *cores[coord.y * descriptor.worker_grid.x + coord.x];
}

std::span<std::byte> Chip::State::l1_range(CoreCoord coord, uint32_t address, size_t size_bytes) {
    const std::span<std::byte> l1 = core(coord).l1();
    if (address > l1.size() || size_bytes > l1.size() - address) {
        throw std::out_of_range(
            std::format("{} bytes at 0x{:08x} reach beyond the {} bytes of L1 of core ({},{})",
                        size_bytes, address, l1.size(), coord.x, coord.y));
    }
    return l1.subspan(address, size_bytes);
}

std::pair<SparseMemory*, uint64_t> Chip::State::dram_range(uint32_t bank, uint64_t address,
                                                           size_t size_bytes) {
    if (bank >= descriptor.num_dram_banks()) {
        throw std::out_of_range(
            std::format("DRAM bank {}: the chip has {}", bank, descriptor.num_dram_banks()));
    }
    const uint64_t bank_size = descriptor.dram_bank_size_bytes;
    if (address > bank_size || size_bytes > bank_size - address) {
        throw std::out_of_range(
            std::format("{} bytes at 0x{:08x} reach beyond the {} bytes of DRAM bank {}",
                        size_bytes, address, bank_size, bank));
    }
    const DramBankPlace& place = descriptor.dram_banks[bank];
    return {&dram[place.channel], place.base_offset + address};
}

Chip::Chip(const ChipDescriptor& descriptor) : state_(std::make_unique<State>(descriptor)) {}
Chip::~Chip() = default;
Chip::Chip(Chip&&) noexcept = default;
Chip& Chip::operator=(Chip&&) noexcept = default;

const ChipDescriptor& Chip::descriptor() const { return state_->descriptor; }

void Chip::write_l1(CoreCoord core, uint32_t address, std::span<const std::byte> bytes) {
    std::ranges::copy(bytes, state_->l1_range(core, address, bytes.size()).begin());
}

void Chip::read_l1(CoreCoord core, uint32_t address, std::span<std::byte> bytes) const {
    std::ranges::copy(state_->l1_range(core, address, bytes.size()), bytes.begin());
}

void Chip::write_dram(uint32_t bank, uint64_t address, std::span<const std::byte> bytes) {
    const auto [memory, place] = state_->dram_range(bank, address, bytes.size());
    memory->write(place, bytes);
}

void Chip::read_dram(uint32_t bank, uint64_t address, std::span<std::byte> bytes) const {
    const auto [memory, place] = state_->dram_range(bank, address, bytes.size());
    memory->read(place, bytes);
}

void Chip::load(CoreCoord core, hw::Hart hart, std::shared_ptr<const ProgramImage> image) {
    state_->core(core).load(hart, std::move(image));
}

void Chip::set_print_sink(CoreCoord core, hw::Hart hart,
                          std::function<void(std::string_view)> sink) {
    state_->core(core).set_print_sink(hart, std::move(sink));
}

RunStatistics Chip::run(std::span<const CoreCoord> coords) {
    std::vector<TensixCore*> cores;
    std::set<CoreCoord> seen;
    for (const CoreCoord coord : coords) {
        cores.push_back(&state_->core(coord));
        if (!seen.insert(coord).second) {
            throw std::invalid_argument(
                std::format("core ({},{}) is to run twice", coord.x, coord.y));
        }
    }
    const DefaultFloatingPoint environment;
    for (TensixCore* core : cores) {
        core->launch();
    }
    try {
        run_to_completion(cores, state_->limits);
    } catch (...) {
        for (TensixCore* core : cores) core->flush_prints();
        throw;
    }
    RunStatistics total;
    for (const TensixCore* core : cores) {
        total += core->statistics();
    }
    return total;
}

void Chip::set_free_memory(std::span<const AddressRange> dram, std::span<const AddressRange> l1) {
    std::vector<std::vector<AddressRange>> channels(state_->free_dram.size());
    for (const DramBankPlace& bank : state_->descriptor.dram_banks) {
        for (const AddressRange& range : dram) {
            channels[bank.channel].push_back(
                {range.begin + bank.base_offset, range.end + bank.base_offset});
        }
    }
    for (size_t i = 0; i < channels.size(); ++i) {
        std::ranges::sort(channels[i], {}, &AddressRange::begin);
        state_->free_dram[i] = FreeRanges(std::move(channels[i]));
    }
    state_->free_l1 = FreeRanges({l1.begin(), l1.end()});
}

void Chip::set_instruction_budget(uint64_t instructions) {
    state_->limits.instruction_budget = instructions;
}

void Chip::set_interruption_check(std::function<void()> check) {
    state_->limits.interruption_check = std::move(check);
}

}  // namespace tt::sim
