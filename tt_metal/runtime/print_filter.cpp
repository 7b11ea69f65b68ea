// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/runtime/print_filter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

namespace tt::tt_metal::runtime_internal {
namespace {

using device_internal::ChipProperties;
using device_internal::LogicalCore;

constexpr const char* kCores = "TT_METAL_DPRINT_CORES";
constexpr const char* kChips = "TT_METAL_DPRINT_CHIPS";
constexpr const char* kHarts = "TT_METAL_DPRINT_RISCVS";
constexpr const char* kFile = "TT_METAL_DPRINT_FILE";
constexpr const char* kPrefix = "TT_METAL_DPRINT_PREPEND_DEVICE_CORE_RISC";

constexpr std::array kAllHarts = {hw::Hart::kBrisc, hw::Hart::kNcrisc, hw::Hart::kTrisc0,
                                  hw::Hart::kTrisc1, hw::Hart::kTrisc2};

// A variable's value, read from front to back.
class Reader {
 public:
    Reader(const char* variable, const std::string& value, const char* rule)
        : variable_(variable), value_(value), rule_(rule), rest_(value_) {}

    bool at_end() {
        skip_blanks();
        return rest_.empty();
    }
    bool take(std::string_view token) {
        skip_blanks();
        if (!rest_.starts_with(token)) return false;
        rest_.remove_prefix(token.size());
        return true;
    }
    void expect(std::string_view token) {
        if (!take(token)) fail();
    }
    uint32_t number() {
        skip_blanks();
        uint32_t value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc()) fail();
        rest_.remove_prefix(static_cast<size_t>(end - rest_.data()));
        return value;
    }
    [[noreturn]] void fail(const std::string& why = "") const {
        throw std::invalid_argument("environment variable " + std::string(variable_) + " \"" +
                                    value_ + "\": " + (why.empty() ? rule_ : why));
    }

 private:
    void skip_blanks() {
        while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    }

    const char* variable_;
    std::string value_;
    const char* rule_;
    std::string_view rest_;
};

const std::string* find(const Variables& variables, const char* name) {
    const auto found = variables.find(name);
    return found == variables.end() || found->second.empty() ? nullptr : &found->second;
}

LogicalCore read_core(Reader& reader, const ChipProperties& chip) {
    const bool in_parentheses = reader.take("(");
    LogicalCore core;
    core.x = reader.number();
    reader.expect(",");
    core.y = reader.number();
    if (in_parentheses) reader.expect(")");
    if (core.x >= chip.grid_width || core.y >= chip.grid_height) {
        reader.fail("core (" + std::to_string(core.x) + "," + std::to_string(core.y) +
                    ") is not in the grid of " + std::to_string(chip.grid_width) + " x " +
                    std::to_string(chip.grid_height));
    }
    return core;
}

void add_rectangle(std::vector<LogicalCore>& cores, LogicalCore first, LogicalCore last) {
    for (uint32_t y = first.y; y <= last.y; ++y) {
        for (uint32_t x = first.x; x <= last.x; ++x) {
            if (std::ranges::find(cores, LogicalCore{x, y}) == cores.end()) cores.push_back({x, y});
        }
    }
}

std::vector<LogicalCore> read_cores(const Variables& variables, const ChipProperties& chip) {
    std::vector<LogicalCore> cores;
    const std::string* value = find(variables, kCores);
    if (value == nullptr) return cores;
    Reader reader(kCores, *value,
                  "must be all, or cores and rectangles of cores, like (0,0),(2,1)-(3,3)");
    if (reader.take("all") || reader.take("worker")) {
        add_rectangle(cores, {0, 0}, {chip.grid_width - 1, chip.grid_height - 1});
    } else {
        do {
            const LogicalCore first = read_core(reader, chip);
            add_rectangle(cores, first, reader.take("-") ? read_core(reader, chip) : first);
        } while (reader.take(","));
    }
    if (!reader.at_end()) reader.fail();
    return cores;
}

bool is_chosen(const Variables& variables, int device_id) {
    const std::string* value = find(variables, kChips);
    if (value == nullptr) return true;
    Reader reader(kChips, *value, "must be all, or ids of devices, like 0,1");
    bool chosen = reader.take("all");
    if (!chosen) {
        do {
            chosen |= reader.number() == static_cast<uint32_t>(device_id);
        } while (reader.take(","));
    }
    if (!reader.at_end()) reader.fail();
    return chosen;
}

std::vector<hw::Hart> read_harts(const Variables& variables) {
    const std::string* value = find(variables, kHarts);
    if (value == nullptr) return {kAllHarts.begin(), kAllHarts.end()};
    Reader reader(kHarts, *value,
                  "must be names out of BR, NC, TR0, TR1, TR2 and TR*, like BR,TR1");
    std::vector<hw::Hart> harts;
    do {
        const size_t before = harts.size();
        const bool all_compute = reader.take("TR*");
        for (const hw::Hart hart : kAllHarts) {
            if (all_compute ? !hw::is_data_movement(hart) : reader.take(short_name(hart))) {
                harts.push_back(hart);
            }
        }
        if (harts.size() == before) reader.fail();
    } while (reader.take(",") || reader.take("+"));
    if (!reader.at_end()) reader.fail();
    return harts;
}

bool read_with_prefix(const Variables& variables) {
    const std::string* value = find(variables, kPrefix);
    if (value == nullptr || *value == "1") return true;
    if (*value != "0") Reader(kPrefix, *value, "must be 0 or 1").fail();
    return false;
}

}  // namespace

std::string short_name(hw::Hart hart) {
    switch (hart) {
        case hw::Hart::kBrisc:
            return "BR";
        case hw::Hart::kNcrisc:
            return "NC";
        case hw::Hart::kTrisc0:
            return "TR0";
        case hw::Hart::kTrisc1:
            return "TR1";
        case hw::Hart::kTrisc2:
            break;
    }
    return "TR2";
}

Variables print_variables() {
    Variables variables;
    for (const char* name : {kCores, kChips, kHarts, kFile, kPrefix}) {
        if (const char* value = std::getenv(name)) variables.emplace(name, value);
    }
    return variables;
}

PrintFilter print_filter(const Variables& variables, int device_id, const ChipProperties& chip) {
    PrintFilter filter;
    filter.cores = read_cores(variables, chip);
    filter.harts = read_harts(variables);
    if (const std::string* file = find(variables, kFile)) filter.file = *file;
    filter.with_prefix = read_with_prefix(variables);
    if (!is_chosen(variables, device_id)) filter.cores.clear();
    return filter;
}

}  // namespace tt::tt_metal::runtime_internal
