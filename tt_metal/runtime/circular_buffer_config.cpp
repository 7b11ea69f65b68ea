// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/circular_buffer_config.hpp>

#include <stdexcept>
#include <string>
#include <utility>

#include "tt_metal/hw/memory_map.h"

namespace tt::tt_metal {
namespace {

std::string name_of(uint8_t index) { return "circular buffer " + std::to_string(index); }

}  // namespace

CircularBufferConfig::CircularBufferConfig(uint32_t total_size,
                                           std::map<uint8_t, tt::DataFormat> data_formats)
    : total_size_(total_size), data_formats_(std::move(data_formats)) {
    if (total_size_ == 0) {
        throw std::invalid_argument("circular buffer: total_size 0 B, must be at least one page");
    }
    if (data_formats_.empty()) {
        throw std::invalid_argument("circular buffer: data_formats must name at least one index");
    }
    for (const auto& [index, format] : data_formats_) {
        if (index >= hw::kMaxCircularBuffers) {
            throw std::out_of_range(name_of(index) + ": indices run from 0 to " +
                                    std::to_string(hw::kMaxCircularBuffers - 1));
        }
        if (tile_size(format) == 0) {
            throw std::invalid_argument(name_of(index) + ": data format " +
                                        std::to_string(static_cast<int>(format)) +
                                        " is none that pages can have");
        }
    }
}

CircularBufferConfig& CircularBufferConfig::set_page_size(uint8_t index, uint32_t page_size) {
    if (!data_formats_.contains(index)) {
        throw std::invalid_argument(name_of(index) +
                                    ": has no data format, so it cannot have a page size");
    }
    const std::string page = name_of(index) + ": page size " + std::to_string(page_size) + " B";
    if (page_size == 0 || page_size % hw::kL1Alignment != 0) {
        throw std::invalid_argument(page + " must be a multiple of " +
                                    std::to_string(hw::kL1Alignment) + " B");
    }
    if (total_size_ % page_size != 0) {
        throw std::invalid_argument(page + " does not divide the total size, " +
                                    std::to_string(total_size_) + " B");
    }
    page_sizes_[index] = page_size;
    return *this;
}

}  // namespace tt::tt_metal
