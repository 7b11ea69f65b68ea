// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the host can do to a chip: reach its memories, give its harts programs, run them.
//
// Implementations take one call at a time; the runtime sees to that. Arguments are checked above:
// an address outside a memory is a defect of the caller and throws std::out_of_range.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "tt_metal/hw/hart.h"

namespace tt::tt_metal::device_internal {

// Place in the grid of worker cores.
struct LogicalCore {
    uint32_t x = 0;
    uint32_t y = 0;

    auto operator<=>(const LogicalCore&) const = default;
};

// Place on the network.
struct NocCore {
    uint32_t x = 0;
    uint32_t y = 0;
};

struct ChipProperties {
    std::string name;  // "wormhole_b0"
    uint32_t grid_width;
    uint32_t grid_height;
    uint32_t l1_size_bytes;
    uint32_t num_dram_banks;
    uint64_t dram_bank_size_bytes;
    uint32_t num_circular_buffers;  // per core
    // Pages that start at multiples of these can be read and written over the NoC.
    uint32_t l1_alignment_bytes;
    uint32_t dram_alignment_bytes;

    // L1 bank i is the L1 of core i, counted row by row.
    uint32_t num_l1_banks() const { return grid_width * grid_height; }
    LogicalCore l1_bank_core(uint32_t bank) const { return {bank % grid_width, bank / grid_width}; }
    uint32_t l1_bank(LogicalCore core) const { return core.y * grid_width + core.x; }
};

// Addresses of one memory.
struct AddressRange {
    uint64_t begin;
    uint64_t end;

    bool operator==(const AddressRange&) const = default;
};

// A linked program in the form in which the harts of one kind of backend take it. Immutable.
class KernelImage {
 public:
    virtual ~KernelImage() = default;
};

// An ELF that the backend cannot run; what() names the file and what is wrong with it.
class ImageError : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

// A run that went wrong on the chip.
class ExecutionError : public std::runtime_error {
 public:
    enum class Kind { kFault, kDeadlock, kInstructionBudget };

    ExecutionError(Kind kind, LogicalCore core, std::string hart, uint32_t pc, const char* what)
        : std::runtime_error(what), kind_(kind), core_(core), hart_(std::move(hart)), pc_(pc) {}

    Kind kind() const { return kind_; }
    LogicalCore core() const { return core_; }
    // As hw::hart_name() has it; empty where no one hart is to blame.
    const std::string& hart() const { return hart_; }
    uint32_t pc() const { return pc_; }

 private:
    Kind kind_;
    LogicalCore core_;
    std::string hart_;
    uint32_t pc_;
};

struct RunStatistics {
    uint64_t instructions_retired = 0;
};

class DeviceBackend {
 public:
    virtual ~DeviceBackend() = default;

    virtual const ChipProperties& properties() const = 0;
    virtual NocCore worker_noc(LogicalCore core) const = 0;

    virtual void write_l1(LogicalCore core, uint32_t address, std::span<const std::byte> bytes) = 0;
    virtual void read_l1(LogicalCore core, uint32_t address, std::span<std::byte> bytes) const = 0;
    virtual void write_dram(uint32_t bank, uint64_t address, std::span<const std::byte> bytes) = 0;
    virtual void read_dram(uint32_t bank, uint64_t address, std::span<std::byte> bytes) const = 0;

    // Names the kind of backend: images are good for every backend of the kind that made them.
    virtual std::string kind() const = 0;
    // Throws ImageError.
    virtual std::shared_ptr<const KernelImage> make_image(std::span<const std::byte> elf,
                                                          const std::string& name) const = 0;
    // The program of a hart in all following runs; never null. Throws ImageError if it does not fit
    // the hart.
    virtual void load(LogicalCore core, hw::Hart hart,
                      const std::shared_ptr<const KernelImage>& image) = 0;
    // Runs what the cores' LaunchMessages say to its end. Throws ExecutionError, after which
    // memories can be read and the next run starts afresh.
    virtual RunStatistics run(std::span<const LogicalCore> cores) = 0;
    // Makes it an error, in all following runs, that kernels reach over the NoC for these addresses
    // of any DRAM bank, or of any L1. In ascending order, without overlap.
    virtual void set_free_memory(std::span<const AddressRange> dram,
                                 std::span<const AddressRange> l1) = 0;
    // Ends runs that retire more instructions than this; 0, the default, is no limit.
    virtual void set_instruction_budget(uint64_t instructions) = 0;
    // Takes each line that a hart prints in all following runs, without its end.
    virtual void set_print_sink(LogicalCore core, hw::Hart hart,
                                std::function<void(std::string_view line)> sink) = 0;
    // Called again and again during runs; what it throws ends the run, as an error does.
    virtual void set_interruption_check(std::function<void()> check) = 0;
};

}  // namespace tt::tt_metal::device_internal
