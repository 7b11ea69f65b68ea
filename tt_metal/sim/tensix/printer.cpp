// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/printer.hpp"

#include <algorithm>
#include <bit>
#include <format>
#include <iomanip>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

// More than any number needs, and few enough that a wrong argument costs nothing.
constexpr uint32_t kMaxWidth = 1024;

// For a kernel that never ends its line.
constexpr std::streamoff kMaxLineLength = 1 << 16;

}  // namespace

void Printer::text(uint32_t characters) {
    if (!sink_) return;
    is_fresh_ = false;
    std::string piece;
    for (; characters != 0 && (characters & 0xFF) != 0; characters >>= 8) {
        const char character = static_cast<char>(characters & 0xFF);
        if (character == '\n') {
            line_ << piece;
            piece.clear();
            end_line();
        } else {
            piece += character;
        }
    }
    if (!piece.empty()) line_ << piece;
    if (line_.tellp() >= kMaxLineLength) end_line();
}

void Printer::unsigned_value(uint64_t value) { this->value(value); }
void Printer::signed_value(int64_t value) { this->value(value); }
void Printer::float_value(uint32_t bits) { value(std::bit_cast<float>(bits)); }

void Printer::set_format(hw::PrintFormat format, uint32_t value) {
    if (format > hw::PrintFormat::kPrecision) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("print format {} is not defined", static_cast<uint32_t>(format)));
    }
    if (!sink_) return;
    is_fresh_ = false;
    const int number = static_cast<int>(std::min(value, kMaxWidth));
    switch (format) {
        case hw::PrintFormat::kDecimal:
            line_ << std::dec;
            return;
        case hw::PrintFormat::kHexadecimal:
            line_ << std::hex;
            return;
        case hw::PrintFormat::kOctal:
            line_ << std::oct;
            return;
        case hw::PrintFormat::kDefaultFloat:
            line_ << std::defaultfloat;
            return;
        case hw::PrintFormat::kFixed:
            line_ << std::fixed;
            return;
        case hw::PrintFormat::kWidth:
            line_ << std::setw(number);
            return;
        case hw::PrintFormat::kPrecision:
            line_ << std::setprecision(number);
            return;
    }
}

void Printer::flush() {
    if (!is_fresh_ && line_.tellp() > 0) end_line();
}

void Printer::reset() {
    if (is_fresh_) return;
    is_fresh_ = true;
    line_.str({});
    line_.copyfmt(std::ios(nullptr));
    line_.imbue(std::locale::classic());
}

void Printer::end_line() {
    if (sink_) sink_(line_.view());
    line_.str({});
}

}  // namespace tt::sim
