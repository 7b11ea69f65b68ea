// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/printer.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <string>
#include <vector>

#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

constexpr uint32_t letters(const char (&text)[5]) {
    uint32_t word = 0;
    for (int i = 3; i >= 0; --i) word = word << 8 | static_cast<unsigned char>(text[i]);
    return word;
}

class PrinterTest : public testing::Test {
 protected:
    PrinterTest() {
        printer.set_line_sink([this](std::string_view line) { lines.emplace_back(line); });
    }

    Printer printer;
    std::vector<std::string> lines;
};

TEST_F(PrinterTest, LineGoesOutWhenItIsComplete) {
    printer.text(letters("sum="));
    printer.signed_value(-7);
    EXPECT_TRUE(lines.empty());
    printer.text('\n');
    printer.text(letters("a\nb\n"));
    printer.text(letters("rest"));
    printer.flush();
    printer.flush();

    EXPECT_EQ(lines, (std::vector<std::string>{"sum=-7", "a", "b", "rest"}));
}

TEST_F(PrinterTest, FormatsLastAndWidthIsOfTheNextValueAlone) {
    printer.set_format(hw::PrintFormat::kHexadecimal, 0);
    printer.set_format(hw::PrintFormat::kWidth, 4);
    printer.unsigned_value(255);
    printer.unsigned_value(uint64_t{1} << 32);
    printer.text('\n');
    printer.set_format(hw::PrintFormat::kFixed, 0);
    printer.set_format(hw::PrintFormat::kPrecision, 2);
    printer.float_value(std::bit_cast<uint32_t>(0.5f));
    printer.reset();
    printer.unsigned_value(255);
    printer.float_value(std::bit_cast<uint32_t>(0.125f));
    printer.flush();

    EXPECT_EQ(lines, (std::vector<std::string>{"  ff100000000", "2550.125"}));
}

TEST_F(PrinterTest, UnknownFormatIsAFault) {
    EXPECT_THROW(printer.set_format(hw::PrintFormat{7}, 0), Fault);
}

TEST_F(PrinterTest, LineWithoutEndGoesOutInPieces) {
    for (int i = 0; i < 1 << 15; ++i) printer.text(letters("long"));

    EXPECT_EQ(lines.size(), 2);
    EXPECT_EQ(lines.front().size(), 1 << 16);
}

TEST(Printer, WithoutASinkNothingIsKept) {
    Printer printer;
    printer.text(letters("lost"));
    std::vector<std::string> lines;
    printer.set_line_sink([&](std::string_view line) { lines.emplace_back(line); });
    printer.text('\n');

    EXPECT_EQ(lines, std::vector<std::string>{""});
}

}  // namespace
}  // namespace tt::sim
