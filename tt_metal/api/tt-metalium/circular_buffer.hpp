// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Circular buffers of a program: made, asked for, changed between launches.
//
// A change is cheap: what the program needs on a device stays, but for what its cores are told of
// their circular buffers. All throw std::out_of_range for a handle that the program has not; what
// throws changes nothing.
#pragma once

#include <cstdint>

#include <tt-metalium/circular_buffer_config.hpp>
#include <tt-metalium/core_coord.hpp>
#include <tt-metalium/program.hpp>

namespace tt::tt_metal {

class Buffer;

// Adds a circular buffer to each of the cores, at the same L1 address on all of them. Throws
// std::invalid_argument for no cores, what CircularBufferConfig::check() says, and a core which has
// a circular buffer of that index already.
CBHandle CreateCircularBuffer(Program& program, const CoreRangeSet& cores,
                              const CircularBufferConfig& config);

// Valid until the next circular buffer is made.
const CircularBufferConfig& GetCircularBufferConfig(const Program& program, CBHandle handle);

// These throw what the setters of CircularBufferConfig and its check() say.
void UpdateCircularBufferTotalSize(const Program& program, CBHandle handle,
                                   std::uint32_t total_size);
void UpdateCircularBufferPageSize(const Program& program, CBHandle handle, std::uint8_t index,
                                  std::uint32_t page_size);
// Moves it to another L1 buffer.
void UpdateDynamicCircularBufferAddress(const Program& program, CBHandle handle,
                                        const Buffer& buffer);
void UpdateDynamicCircularBufferAddress(const Program& program, CBHandle handle,
                                        const Buffer& buffer, std::uint32_t address_offset);
void UpdateDynamicCircularBufferAddressAndTotalSize(const Program& program, CBHandle handle,
                                                    const Buffer& buffer, std::uint32_t total_size);

}  // namespace tt::tt_metal
