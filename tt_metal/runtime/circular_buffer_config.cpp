// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include <tt-metalium/circular_buffer_config.hpp>

#include <stdexcept>
#include <string>

#include <tt-metalium/buffer.hpp>

#include "tt_metal/hw/memory_map.h"

namespace tt::tt_metal {
namespace {

std::string name_of(uint8_t index) { return "circular buffer " + std::to_string(index); }

std::string bytes(uint64_t count) { return std::to_string(count) + " B"; }

void check_index(uint8_t index) {
    if (index < hw::kMaxCircularBuffers) return;
    throw std::out_of_range(name_of(index) + ": indices run from 0 to " +
                            std::to_string(hw::kMaxCircularBuffers - 1));
}

void check_is_in_l1(const Buffer& buffer) {
    if (buffer.is_l1()) return;
    throw std::invalid_argument("circular buffer: cannot lie on a buffer in " +
                                std::string(buffer_type_name(buffer.buffer_type())) +
                                ", only on one in L1");
}

}  // namespace

CircularBufferConfig::CircularBufferConfig(uint32_t total_size) : total_size_(0) {
    set_total_size(total_size);
}

CircularBufferConfig::CircularBufferConfig(uint32_t total_size,
                                           const std::map<uint8_t, tt::DataFormat>& data_formats)
    : CircularBufferConfig(total_size) {
    if (data_formats.empty()) {
        throw std::invalid_argument("circular buffer: data_formats must name at least one index");
    }
    for (const auto& [index, format] : data_formats) set_data_format(index, format);
}

CircularBufferConfig::CircularBufferConfig(uint32_t total_size,
                                           const std::map<uint8_t, tt::DataFormat>& data_formats,
                                           const Buffer& buffer)
    : CircularBufferConfig(total_size, data_formats) {
    set_globally_allocated_address(buffer);
}

CircularBufferConfig& CircularBufferConfig::set_total_size(uint32_t total_size) {
    if (total_size == 0) {
        throw std::invalid_argument("circular buffer: total_size 0 B, must be at least one page");
    }
    total_size_ = total_size;
    return *this;
}

CircularBufferConfig& CircularBufferConfig::set_data_format(uint8_t index, tt::DataFormat format) {
    check_index(index);
    if (tile_size(format) == 0) {
        throw std::invalid_argument(name_of(index) + ": data format " +
                                    std::to_string(static_cast<int>(format)) +
                                    " is none that pages can have");
    }
    data_formats_[index] = format;
    return *this;
}

CircularBufferConfig& CircularBufferConfig::set_page_size(uint8_t index, uint32_t page_size) {
    check_index(index);
    if (page_size == 0 || page_size % sizeof(uint32_t) != 0) {
        throw std::invalid_argument(name_of(index) + ": page size " + bytes(page_size) +
                                    " must be a multiple of 4 B");
    }
    page_sizes_[index] = page_size;
    return *this;
}

CircularBufferConfig& CircularBufferConfig::set_tile_dims(uint8_t index, const Tile& tile) {
    check_index(index);
    tiles_.insert_or_assign(index, tile);
    return *this;
}

CircularBufferConfig& CircularBufferConfig::set_globally_allocated_address(const Buffer& buffer) {
    check_is_in_l1(buffer);
    if (!buffer.is_allocated()) {
        throw std::invalid_argument("circular buffer: the buffer that it is to lie on was freed");
    }
    buffer_ = buffer.weak_from_this();
    on_buffer_ = true;
    return *this;
}

CircularBufferConfig& CircularBufferConfig::set_globally_allocated_address_and_total_size(
    const Buffer& buffer, uint32_t total_size) {
    return set_globally_allocated_address(buffer).set_total_size(total_size);
}

CircularBufferConfig& CircularBufferConfig::set_address_offset(uint32_t offset) {
    if (offset % hw::kL1Alignment != 0) {
        throw std::invalid_argument("circular buffer: address offset " + bytes(offset) +
                                    " must be a multiple of " + bytes(hw::kL1Alignment));
    }
    address_offset_ = offset;
    return *this;
}

std::set<uint8_t> CircularBufferConfig::buffer_indices() const {
    std::set<uint8_t> indices;
    for (const auto& [index, format] : data_formats_) indices.insert(index);
    return indices;
}

std::shared_ptr<const Buffer> CircularBufferConfig::buffer() const {
    if (!on_buffer_) return nullptr;
    auto buffer = buffer_.lock();
    if (buffer && buffer->is_allocated()) return buffer;
    const std::string name =
        data_formats_.empty() ? "circular buffer" : name_of(data_formats_.begin()->first);
    throw std::invalid_argument(name + ": the buffer that it lies on was freed; keep it, or use " +
                                "UpdateDynamicCircularBufferAddress");
}

std::optional<uint32_t> CircularBufferConfig::globally_allocated_address() const {
    const auto on = buffer();
    if (!on) return std::nullopt;
    return static_cast<uint32_t>(on->address()) + address_offset_;
}

void CircularBufferConfig::check() const {
    for (const auto& [index, page_size] : page_sizes_) {
        if (!data_formats_.contains(index)) {
            throw std::invalid_argument(name_of(index) + ": has a page size, but no data format");
        }
        if (total_size_ % page_size != 0) {
            throw std::invalid_argument(name_of(index) + ": page size " + bytes(page_size) +
                                        " does not divide the total size, " + bytes(total_size_));
        }
    }
    for (const auto& [index, tile] : tiles_) {
        if (!data_formats_.contains(index)) {
            throw std::invalid_argument(name_of(index) + ": has tile dims, but no data format");
        }
    }
    for (const auto& [index, format] : data_formats_) {
        if (!page_sizes_.contains(index)) {
            throw std::invalid_argument(name_of(index) + ": has no page size");
        }
    }
    if (data_formats_.empty()) {
        throw std::invalid_argument("circular buffer: no index has a data format");
    }
    const auto on = buffer();
    if (on && uint64_t{address_offset_} + total_size_ > on->aligned_size_per_bank()) {
        throw std::invalid_argument(name_of(data_formats_.begin()->first) + ": total size " +
                                    bytes(total_size_) + " at offset " + bytes(address_offset_) +
                                    " is more than a core has of the buffer that it lies on, " +
                                    bytes(on->aligned_size_per_bank()));
    }
}

}  // namespace tt::tt_metal
