// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Puts together the lines that a hart prints, from words of text and typed values.
#pragma once

#include <cstdint>
#include <functional>
#include <locale>
#include <sstream>
#include <string_view>
#include <utility>

#include "tt_metal/hw/print_format.h"

namespace tt::sim {

class Printer {
 public:
    Printer() { line_.imbue(std::locale::classic()); }

    // Lines that are complete go to it. Without one, nothing is put together.
    void set_line_sink(std::function<void(std::string_view line)> sink) { sink_ = std::move(sink); }

    // Up to four characters, low byte first; a zero byte ends them.
    void text(uint32_t characters);
    void unsigned_value(uint64_t value);
    void signed_value(int64_t value);
    void float_value(uint32_t bits);
    // Throws Fault for a format that is not defined.
    void set_format(hw::PrintFormat format, uint32_t value);

    // Hands over what stands in an unfinished line.
    void flush();
    // As at the start of a kernel.
    void reset();

 private:
    template <typename T>
    void value(T value) {
        if (!sink_) return;
        is_fresh_ = false;
        line_ << value;
    }
    void end_line();

    std::function<void(std::string_view)> sink_;
    std::ostringstream line_;
    bool is_fresh_ = true;
};

}  // namespace tt::sim
