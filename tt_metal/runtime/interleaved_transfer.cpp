// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/interleaved_transfer.hpp"

namespace tt::tt_metal::runtime_internal {
namespace {

using device_internal::ChipProperties;
using device_internal::DeviceBackend;

// Calls transfer(bank, address within it, the page's bytes on the host) for each page in order.
template <typename Bytes, typename Transfer>
void for_each_page(const Buffer& buffer, uint32_t num_banks, Bytes host, const Transfer& transfer) {
    const uint64_t page_size = buffer.page_size();
    uint64_t address = buffer.address();
    for (uint64_t offset = 0; offset < host.size(); address += buffer.aligned_page_size()) {
        for (uint32_t bank = 0; bank < num_banks && offset < host.size(); ++bank) {
            transfer(bank, address, host.subspan(offset, page_size));
            offset += page_size;
        }
    }
}

}  // namespace

void write_interleaved(DeviceBackend& backend, const Buffer& buffer,
                       std::span<const std::byte> source) {
    const ChipProperties& chip = backend.properties();
    if (buffer.buffer_type() == BufferType::DRAM) {
        for_each_page(buffer, chip.num_dram_banks, source,
                      [&](uint32_t bank, uint64_t address, std::span<const std::byte> page) {
                          backend.write_dram(bank, address, page);
                      });
    } else {
        for_each_page(buffer, chip.num_l1_banks(), source,
                      [&](uint32_t bank, uint64_t address, std::span<const std::byte> page) {
                          backend.write_l1(chip.l1_bank_core(bank), static_cast<uint32_t>(address),
                                           page);
                      });
    }
}

void read_interleaved(const DeviceBackend& backend, const Buffer& buffer,
                      std::span<std::byte> destination) {
    const ChipProperties& chip = backend.properties();
    if (buffer.buffer_type() == BufferType::DRAM) {
        for_each_page(buffer, chip.num_dram_banks, destination,
                      [&](uint32_t bank, uint64_t address, std::span<std::byte> page) {
                          backend.read_dram(bank, address, page);
                      });
    } else {
        for_each_page(buffer, chip.num_l1_banks(), destination,
                      [&](uint32_t bank, uint64_t address, std::span<std::byte> page) {
                          backend.read_l1(chip.l1_bank_core(bank), static_cast<uint32_t>(address),
                                          page);
                      });
    }
}

}  // namespace tt::tt_metal::runtime_internal
