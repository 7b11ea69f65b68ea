// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

//     CircularBufferConfig(2 * 2048, {{CBIndex::c_0, tt::DataFormat::Float16_b}})
//         .set_page_size(CBIndex::c_0, 2048)
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include <tt-metalium/circular_buffer_constants.hpp>
#include <tt-metalium/tile.hpp>
#include <tt-metalium/tt_backend_api_types.hpp>

namespace tt::tt_metal {

class Buffer;

// The circular buffer's place in its program.
using CBHandle = std::uint32_t;

// One range of L1 that is known under one index or several, each with pages, format and tiles of
// its own. It lies where the program has room for it, or on an L1 buffer, such as a core's shard of
// a tensor. What is set must fit together when CreateCircularBuffer sees it; it may be set in any
// order.
class CircularBufferConfig {
 public:
    // total_size: bytes of L1. Throws std::invalid_argument for 0.
    explicit CircularBufferConfig(std::uint32_t total_size);
    // data_formats: index, as kernels use it, to the format of its pages. Throws
    // std::invalid_argument for no index or an invalid format, and std::out_of_range for an index
    // that no chip has.
    CircularBufferConfig(std::uint32_t total_size,
                         const std::map<std::uint8_t, tt::DataFormat>& data_formats);
    // On an L1 buffer.
    CircularBufferConfig(std::uint32_t total_size,
                         const std::map<std::uint8_t, tt::DataFormat>& data_formats,
                         const Buffer& buffer);

    // Sets what belongs to one index: config.index(0).set_data_format(format).set_page_size(size).
    class Builder {
     public:
        Builder(CircularBufferConfig& config, std::uint8_t index)
            : config_(&config), index_(index) {}

        const Builder& set_data_format(tt::DataFormat format) const {
            config_->set_data_format(index_, format);
            return *this;
        }
        const Builder& set_page_size(std::uint32_t page_size) const {
            config_->set_page_size(index_, page_size);
            return *this;
        }
        const Builder& set_tile_dims(const Tile& tile) const {
            config_->set_tile_dims(index_, tile);
            return *this;
        }
        const Builder& set_total_size(std::uint32_t total_size) const {
            config_->set_total_size(total_size);
            return *this;
        }

     private:
        CircularBufferConfig* config_;
        std::uint8_t index_;
    };
    Builder index(std::uint8_t index) { return {*this, index}; }

    CircularBufferConfig& set_total_size(std::uint32_t total_size);
    CircularBufferConfig& set_data_format(std::uint8_t index, tt::DataFormat format);
    // Throws std::invalid_argument unless page_size (bytes) is a multiple of a word.
    CircularBufferConfig& set_page_size(std::uint8_t index, std::uint32_t page_size);
    // Tiles are 32 x 32 otherwise.
    CircularBufferConfig& set_tile_dims(std::uint8_t index, const Tile& tile);

    // Places it at the start of what each core has of the buffer, which must live on for as long as
    // the program is launched. Throws std::invalid_argument for a buffer that is not in L1 or was
    // freed.
    CircularBufferConfig& set_globally_allocated_address(const Buffer& buffer);
    CircularBufferConfig& set_globally_allocated_address_and_total_size(const Buffer& buffer,
                                                                        std::uint32_t total_size);
    // Bytes from there on. Throws std::invalid_argument unless aligned as L1 is.
    CircularBufferConfig& set_address_offset(std::uint32_t offset);

    std::uint32_t total_size() const { return total_size_; }
    const std::map<std::uint8_t, tt::DataFormat>& data_formats() const { return data_formats_; }
    const std::map<std::uint8_t, std::uint32_t>& page_sizes() const { return page_sizes_; }
    const std::map<std::uint8_t, Tile>& tiles() const { return tiles_; }
    std::set<std::uint8_t> buffer_indices() const;
    // Whether it lies on a buffer.
    bool is_globally_allocated() const { return on_buffer_; }
    std::uint32_t address_offset() const { return address_offset_; }
    // Nothing if it does not lie on a buffer. Throws std::invalid_argument if that was freed.
    std::optional<std::uint32_t> globally_allocated_address() const;

    // Throws std::invalid_argument for an index without format or page size, a page size that does
    // not divide the total size, and more bytes than a core has of the buffer.
    void check() const;
    // The buffer that it lies on; null if on none. Throws std::invalid_argument if it was freed.
    std::shared_ptr<const Buffer> buffer() const;

 private:
    std::uint32_t total_size_;
    std::map<std::uint8_t, tt::DataFormat> data_formats_;
    std::map<std::uint8_t, std::uint32_t> page_sizes_;
    std::map<std::uint8_t, Tile> tiles_;
    bool on_buffer_ = false;
    std::weak_ptr<const Buffer> buffer_;
    std::uint32_t address_offset_ = 0;
};

}  // namespace tt::tt_metal
