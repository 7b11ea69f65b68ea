// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/testing/core_harness.hpp"

#include <array>
#include <utility>

namespace tt::sim {

uint32_t CoreHarness::add_buffer(uint32_t index, uint32_t num_pages, hw::DataFormat format) {
    return add_buffer(index, num_pages, format, hw::tile_size_bytes(format));
}

uint32_t CoreHarness::add_buffer(uint32_t index, uint32_t num_pages, hw::DataFormat format,
                                 uint32_t page_size_bytes, uint8_t tile_height,
                                 uint8_t tile_width) {
    const hw::CbDescriptor descriptor{.address = next_address_,
                                      .size_bytes = num_pages * page_size_bytes,
                                      .page_size_bytes = page_size_bytes,
                                      .data_format = format,
                                      .tile_height = tile_height,
                                      .tile_width = tile_width,
                                      .padding_ = 0,
                                      .reserved_ = {}};
    chip_->write_l1(coord_, hw::kCbDescriptorBase + index * sizeof descriptor,
                    std::as_bytes(std::span(&descriptor, 1)));
    next_address_ += descriptor.size_bytes;
    return descriptor.address;
}

void CoreHarness::set_program(hw::Hart hart, std::shared_ptr<const ProgramImage> image) {
    chip_->load(coord_, hart, std::move(image));
    launch.enabled_harts |= 1u << static_cast<uint32_t>(hart);
}

void CoreHarness::write_launch_message() {
    chip_->write_l1(coord_, hw::kLaunchMessageAddress, std::as_bytes(std::span(&launch, 1)));
}

RunStatistics CoreHarness::run() {
    write_launch_message();
    return chip_->run(std::array{coord_});
}

}  // namespace tt::sim
