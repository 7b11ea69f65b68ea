// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/line_table.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tt::sim {
namespace {

constexpr uint32_t kBase = 0xFFC00000;

// The bytes of a section, put together by hand from DWARF 5, 6.2.4.
class Section {
 public:
    Section& bytes(std::initializer_list<int> values) {
        for (const int value : values) data_.push_back(static_cast<std::byte>(value));
        return *this;
    }
    template <typename T>
    Section& fixed(T value) {
        const auto* begin = reinterpret_cast<const std::byte*>(&value);
        data_.insert(data_.end(), begin, begin + sizeof value);
        return *this;
    }
    Section& text(std::string_view value) {
        for (const char c : value) data_.push_back(static_cast<std::byte>(c));
        return bytes({0});
    }
    Section& append(const Section& other) {
        data_.insert(data_.end(), other.data_.begin(), other.data_.end());
        return *this;
    }
    const std::vector<std::byte>& data() const { return data_; }
    uint32_t size() const { return static_cast<uint32_t>(data_.size()); }

 private:
    std::vector<std::byte> data_;
};

// A unit of "kernels/reader.cpp" whose program is given.
Section unit(const Section& program, uint16_t version = 5) {
    Section header;
    // instruction 4 bytes, 1 operation, is_stmt, line base -5, line range 14, opcode base 13
    header.bytes({4, 1, 1, -5, 14, 13}).bytes({0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1});
    header.bytes({1, 1, 0x08, 1}).text("kernels");                         // directories
    header.bytes({2, 1, 0x1F, 2, 0x0B, 1}).fixed<uint32_t>(2).bytes({0});  // files
    Section body;
    body.fixed(version).bytes({4, 0}).fixed(header.size()).append(header).append(program);
    return Section().fixed(body.size()).append(body);
}

Section file_names() { return Section().text("x").text("reader.cpp"); }

// Line 10 from the base on, line 12 from 8 bytes later, to the end 16 bytes later.
Section two_lines() {
    Section program;
    program.bytes({0, 5, 2}).fixed(kBase).bytes(
        {4, 0, 3, 9, 1});                   // address, file 0, line + 9, copy
    program.bytes({13 + 14 * 2 + 2 + 5});   // address + 2 * 4, line + 2
    return program.bytes({2, 2, 0, 1, 1});  // address + 2 * 4, end
}

std::string find(const Section& lines, uint32_t address) {
    const auto found = find_source_line(lines.data(), file_names().data(), address);
    return found ? found->file + ":" + std::to_string(found->line) : "";
}

TEST(LineTable, FindsTheLineOfAnAddress) {
    const Section lines = unit(two_lines());
    EXPECT_EQ(find(lines, kBase), "kernels/reader.cpp:10");
    EXPECT_EQ(find(lines, kBase + 4), "kernels/reader.cpp:10");
    EXPECT_EQ(find(lines, kBase + 8), "kernels/reader.cpp:12");
    EXPECT_EQ(find(lines, kBase + 15), "kernels/reader.cpp:12");
}

TEST(LineTable, KnowsNothingBeyondItsCode) {
    const Section lines = unit(two_lines());
    EXPECT_EQ(find(lines, kBase - 4), "");
    EXPECT_EQ(find(lines, kBase + 16), "");
    EXPECT_EQ(find(Section(), kBase), "");
}

TEST(LineTable, LooksThroughAllUnitsAndPassesOverOtherVersions) {
    const Section lines =
        Section().append(unit(Section(), 4)).append(unit(Section())).append(unit(two_lines()));
    EXPECT_EQ(find(lines, kBase + 8), "kernels/reader.cpp:12");
}

TEST(LineTable, DamagedSectionsAreNoLines) {
    const std::vector<std::byte> whole = unit(two_lines()).data();
    for (size_t size = 0; size < whole.size(); ++size) {
        const std::vector<std::byte> part(whole.begin(), whole.begin() + static_cast<long>(size));
        EXPECT_EQ(find_source_line(part, file_names().data(), kBase + 8), std::nullopt);
    }
    for (size_t place = 0; place < whole.size(); ++place) {
        for (const int value : {0x00, 0x7F, 0x80, 0xFF}) {
            std::vector<std::byte> changed = whole;
            changed[place] = static_cast<std::byte>(value);
            find_source_line(changed, file_names().data(), kBase + 8);  // ends, without a fault
        }
    }
}

}  // namespace
}  // namespace tt::sim
