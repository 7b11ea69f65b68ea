// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A Tensix core: L1, five harts, and what their custom instructions drive: circular buffers,
// semaphores, the compute engine and the way onto the NoC.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tt_metal/hw/hart.h"
#include "tt_metal/hw/instructions.h"
#include "tt_metal/hw/mailbox.h"
#include "tt_metal/sim/chip_descriptor.hpp"
#include "tt_metal/sim/noc/noc_port.hpp"
#include "tt_metal/sim/run_statistics.hpp"
#include "tt_metal/sim/rv32/hart.hpp"
#include "tt_metal/sim/tensix/circular_buffer.hpp"
#include "tt_metal/sim/tensix/engine.hpp"
#include "tt_metal/sim/tensix/mailboxes.hpp"
#include "tt_metal/sim/tensix/wait.hpp"
#include "tt_metal/sim/zeroed_memory.hpp"

namespace tt::sim {

// A hart that cannot go on, for the report of a deadlock.
struct WaitingHart {
    hw::Hart hart;
    uint32_t pc;
    std::string program;  // name of its image
    std::string place;    // where in it
    std::string reason;   // "cb_wait_front(cb 1, 2 pages; 1 available)"
};

class TensixCore {
 public:
    // `noc` must outlive the core.
    TensixCore(CoreCoord coord, const ChipDescriptor& descriptor, const Noc& noc);
    TensixCore(const TensixCore&) = delete;
    TensixCore& operator=(const TensixCore&) = delete;
    ~TensixCore();

    CoreCoord coord() const { return coord_; }
    std::span<std::byte> l1() { return l1_.bytes(); }
    std::span<const std::byte> l1() const { return l1_.bytes(); }

    // Throws std::invalid_argument for a program that needs more local memory than the hart has.
    void load(hw::Hart hart, std::shared_ptr<const ProgramImage> image);

    // Where the lines go that a hart prints; empty, the default, for nowhere.
    void set_print_sink(hw::Hart hart, std::function<void(std::string_view)> sink);

    // Starts the harts that the LaunchMessage in L1 enables. Throws SimulationError.
    void launch();

    // Gives each hart that can go on one slice of time. Returns whether there was one. Throws
    // SimulationError.
    bool step();

    // What harts have printed of lines that have not ended goes out.
    void flush_prints();

    bool is_done() const { return running_harts_ == 0; }
    std::vector<WaitingHart> waiting_harts() const;
    // Since the launch.
    RunStatistics statistics() const;

 private:
    struct HartSlot;

    CustomOutcome execute(HartSlot& slot, const CustomInstruction& instruction, uint32_t& rd);
    Wait wait_before(hw::Hart hart, const CustomInstruction& instruction) const;
    bool is_over(const Wait& wait) const;
    void execute_movement(HartSlot& slot, const CustomInstruction& instruction, uint32_t& rd);
    bool execute_print(HartSlot& slot, const CustomInstruction& instruction);
    void print_dst(HartSlot& slot, uint32_t tile, uint32_t place);
    uint32_t semaphore(uint32_t address) const;
    std::string describe(const Wait& wait) const;
    void start(HartSlot& slot);
    bool run_slice(HartSlot& slot);

    CoreCoord coord_;
    ZeroedMemory l1_;
    RunStatistics statistics_;
    CircularBuffers buffers_;
    Mailboxes mailboxes_;
    Engine engine_;
    std::array<std::unique_ptr<HartSlot>, hw::kNumHarts> slots_;
    uint32_t running_harts_ = 0;
};

}  // namespace tt::sim
