// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Which line of which source an address is of, from a program's debugging information.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace tt::sim {

struct SourceLine {
    std::string file;
    uint32_t line = 0;

    bool operator==(const SourceLine&) const = default;
};

// The line of code at `address`. `debug_line` and `debug_line_str` are the sections of these names
// (DWARF 5, 6.2; other versions are passed over). Nothing for an address that they do not know, and
// for sections that make no sense.
std::optional<SourceLine> find_source_line(std::span<const std::byte> debug_line,
                                           std::span<const std::byte> debug_line_str,
                                           uint32_t address);

}  // namespace tt::sim
