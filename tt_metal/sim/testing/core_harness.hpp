// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Sets up one core of a chip as a host would: buffers, programs, launch message.
//
//     CoreHarness core(chip, {0, 0});
//     const uint32_t address = core.add_buffer(0, 2, hw::DataFormat::Float16_b);
//     core.set_program(hw::Hart::kBrisc, image);
//     core.run();
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "tt_metal/hw/mailbox.h"
#include "tt_metal/sim/chip.hpp"

namespace tt::sim {

class CoreHarness {
 public:
    CoreHarness(Chip& chip, CoreCoord coord) : chip_(&chip), coord_(coord) {}

    // As run() will write it.
    hw::LaunchMessage launch = [] {
        hw::LaunchMessage message{};
        message.math_fidelity = 4;
        message.semaphores = 0xFFFF;
        return message;
    }();

    // Pages of one tile each. Returns the address, one buffer after the other in L1.
    uint32_t add_buffer(uint32_t index, uint32_t num_pages, hw::DataFormat format);
    uint32_t add_buffer(uint32_t index, uint32_t num_pages, hw::DataFormat format,
                        uint32_t page_size_bytes, uint8_t tile_height = hw::kTileHeight,
                        uint8_t tile_width = hw::kTileWidth);
    // Loads and enables.
    void set_program(hw::Hart hart, std::shared_ptr<const ProgramImage> image);

    void write_launch_message();
    RunStatistics run();  // of this core alone, after writing its launch message

    template <class T>
    void write(uint32_t address, const std::vector<T>& values) {
        chip_->write_l1(coord_, address, std::as_bytes(std::span(values)));
    }
    template <class T>
    std::vector<T> read(uint32_t address, size_t count) const {
        std::vector<T> values(count);
        chip_->read_l1(coord_, address, std::as_writable_bytes(std::span(values)));
        return values;
    }
    uint32_t word(uint32_t address) const { return read<uint32_t>(address, 1).front(); }

 private:
    Chip* chip_;
    CoreCoord coord_;
    uint32_t next_address_ = hw::kL1UnreservedBase;
};

}  // namespace tt::sim
