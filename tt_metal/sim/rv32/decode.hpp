// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Turns the words of a program into what the interpreter executes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tt_metal/sim/rv32/operation.hpp"

namespace tt::sim::rv32 {

// Addresses [begin, end).
struct CodeRange {
    uint32_t begin;
    uint64_t end;
};

// `memory` (whole words) starts at `base`; only what lies in `code` is executable. Returns one
// Operation per word, one that stands for the end of the program, and those where invalid branches
// lead.
std::vector<Operation> decode(std::span<const std::byte> memory, uint32_t base,
                              std::span<const CodeRange> code);

// The little-endian word at a byte offset of `memory`.
uint32_t word_at(std::span<const std::byte> memory, size_t offset);

}  // namespace tt::sim::rv32
