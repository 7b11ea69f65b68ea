// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// A queue of pages in the L1 of each of a program's cores, between its kernels.
//
//     CircularBufferConfig(2 * 2048, {{0, tt::DataFormat::Float16_b}}).set_page_size(0, 2048)
#pragma once

#include <cstdint>
#include <map>

#include <tt-metalium/tt_backend_api_types.hpp>

namespace tt::tt_metal {

// The circular buffer's place in its program.
using CBHandle = std::uint32_t;

// One range of L1 that is known under one index or several.
class CircularBufferConfig {
 public:
    // total_size: bytes of L1. data_formats: index, as kernels use it, to the format of its pages.
    // Throws std::invalid_argument for a total size of 0, no index, or an invalid format, and
    // std::out_of_range for an index that no chip has.
    CircularBufferConfig(std::uint32_t total_size,
                         std::map<std::uint8_t, tt::DataFormat> data_formats);

    // Throws std::invalid_argument unless the index was given a format, and page_size (bytes)
    // divides the total size and is a multiple of the alignment of NoC transfers.
    CircularBufferConfig& set_page_size(std::uint8_t index, std::uint32_t page_size);

    std::uint32_t total_size() const { return total_size_; }
    const std::map<std::uint8_t, tt::DataFormat>& data_formats() const { return data_formats_; }
    const std::map<std::uint8_t, std::uint32_t>& page_sizes() const { return page_sizes_; }

 private:
    std::uint32_t total_size_;
    std::map<std::uint8_t, tt::DataFormat> data_formats_;
    std::map<std::uint8_t, std::uint32_t> page_sizes_;
};

}  // namespace tt::tt_metal
