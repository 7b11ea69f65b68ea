// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/page_transfer.hpp"

#include "tt_metal/runtime/page_map.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

using device_internal::ChipProperties;
using device_internal::DeviceBackend;

// Calls transfer(bank, address within it, bytes on the host) for all pages in order, with as many
// at a time as lie together on both sides.
template <typename Bytes, typename Transfer>
void for_each_piece(const Buffer& buffer, Bytes host, const Transfer& transfer) {
    const uint64_t page_size = buffer.page_size();
    const uint64_t stride = buffer.aligned_page_size();
    const uint64_t num_pages = buffer.num_pages();
    for (uint64_t page = 0; page < num_pages;) {
        const PageMap::Run run = buffer.page_map().run_from(page);
        const uint64_t pages_per_piece = stride == page_size ? run.num_pages : 1;
        for (uint64_t i = 0; i < run.num_pages; i += pages_per_piece) {
            transfer(run.bank, buffer.address() + (run.slot + i) * stride,
                     host.subspan((page + i) * page_size, pages_per_piece * page_size));
        }
        page += run.num_pages;
    }
}

}  // namespace

void write_pages(DeviceBackend& backend, const Buffer& buffer, std::span<const std::byte> source) {
    const ChipProperties& chip = backend.properties();
    if (buffer.is_dram()) {
        for_each_piece(buffer, source,
                       [&](uint32_t bank, uint64_t address, std::span<const std::byte> bytes) {
                           backend.write_dram(bank, address, bytes);
                       });
    } else {
        for_each_piece(
            buffer, source, [&](uint32_t bank, uint64_t address, std::span<const std::byte> bytes) {
                backend.write_l1(chip.l1_bank_core(bank), static_cast<uint32_t>(address), bytes);
            });
    }
}

void read_pages(const DeviceBackend& backend, const Buffer& buffer,
                std::span<std::byte> destination) {
    const ChipProperties& chip = backend.properties();
    if (buffer.is_dram()) {
        for_each_piece(buffer, destination,
                       [&](uint32_t bank, uint64_t address, std::span<std::byte> bytes) {
                           backend.read_dram(bank, address, bytes);
                       });
    } else {
        for_each_piece(
            buffer, destination, [&](uint32_t bank, uint64_t address, std::span<std::byte> bytes) {
                backend.read_l1(chip.l1_bank_core(bank), static_cast<uint32_t>(address), bytes);
            });
    }
}

}  // namespace tt::tt_metal::runtime_internal
