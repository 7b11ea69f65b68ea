// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A simulated chip: worker cores and DRAM on a network.
//
//     Chip chip(wormhole_b0());
//     chip.write_l1({0, 0}, address, bytes);                // launch message, arguments, buffers
//     chip.load({0, 0}, hw::Hart::kNcrisc, reader_image);
//     RunStatistics work = chip.run(std::array{CoreCoord{0, 0}});
//
// A value without global state: many can live in one process. One thread at a time may use it, and
// the same calls always give the same bytes. After a SimulationError the memories can be read, and
// the next run starts afresh.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "tt_metal/hw/hart.h"
#include "tt_metal/sim/chip_descriptor.hpp"
#include "tt_metal/sim/core_coord.hpp"
#include "tt_metal/sim/noc/free_ranges.hpp"
#include "tt_metal/sim/run_statistics.hpp"
#include "tt_metal/sim/rv32/program_image.hpp"
#include "tt_metal/sim/simulation_error.hpp"

namespace tt::sim {

class Chip {
 public:
    // Writes what firmware would leave in every L1: CoreInfo and the tables of DRAM and L1 banks.
    // All else is zero. Throws std::invalid_argument for a descriptor that contradicts itself or
    // hw/.
    explicit Chip(const ChipDescriptor& descriptor);
    ~Chip();
    Chip(Chip&&) noexcept;
    Chip& operator=(Chip&&) noexcept;

    const ChipDescriptor& descriptor() const;

    // The host's own access, with no rule of alignment. Throws std::out_of_range for a core or bank
    // that is not there, and for bytes beyond the end of its memory.
    void write_l1(CoreCoord core, uint32_t address, std::span<const std::byte> bytes);
    void read_l1(CoreCoord core, uint32_t address, std::span<std::byte> bytes) const;
    void write_dram(uint32_t bank, uint64_t address, std::span<const std::byte> bytes);
    void read_dram(uint32_t bank, uint64_t address, std::span<std::byte> bytes) const;

    // The program of a hart in all following runs; null for none. Throws std::out_of_range for a
    // core that is not there, std::invalid_argument for a program that does not fit the hart.
    void load(CoreCoord core, hw::Hart hart, std::shared_ptr<const ProgramImage> image);

    // Launches on each core what its LaunchMessage says and returns when all harts are done. Throws
    // SimulationError for whatever goes wrong on the chip, std::out_of_range for a core that is not
    // there and std::invalid_argument for one named twice.
    RunStatistics run(std::span<const CoreCoord> cores);

    // Ends runs that retire more instructions than this with an error; 0, the default, is no limit.
    // Harts that poll memory for ever are no deadlock, and only this ends them.
    void set_instruction_budget(uint64_t instructions);

    // Makes it an error, in all following runs, that kernels reach over the NoC for what no buffer
    // covers: of each DRAM bank, and of each L1. In ascending order, without overlap. None at
    // first.
    void set_free_memory(std::span<const AddressRange> dram, std::span<const AddressRange> l1);

    // Takes each line that a hart prints in all following runs, without its end; empty, the
    // default, for nobody. Throws std::out_of_range for a core that is not there.
    void set_print_sink(CoreCoord core, hw::Hart hart,
                        std::function<void(std::string_view line)> sink);

    // Has runs call this between the turns of harts; what it throws ends the run, and the next one
    // starts afresh. Empty, the default, is never called.
    void set_interruption_check(std::function<void()> check);

 private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tt::sim
