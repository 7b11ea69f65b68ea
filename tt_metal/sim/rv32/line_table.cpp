// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/line_table.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <vector>

namespace tt::sim {
namespace {

using Bytes = std::span<const std::byte>;

// DWARF Debugging Information Format, version 5: 6.2.4 (header), 7.22 and 7.5.6 (encodings).
constexpr uint16_t kVersion = 5;
constexpr uint64_t kContentPath = 1;
constexpr uint64_t kContentDirectory = 2;
constexpr uint64_t kFormData2 = 0x05, kFormString = 0x08, kFormData1 = 0x0B, kFormUdata = 0x0F;
constexpr uint64_t kFormData16 = 0x1E, kFormLineString = 0x1F;
enum StandardOpcode : uint8_t {
    kExtended = 0,
    kCopy = 1,
    kAdvancePc = 2,
    kAdvanceLine = 3,
    kSetFile = 4,
    kConstAddPc = 8,
    kFixedAdvancePc = 9,
};
constexpr uint8_t kEndSequence = 1, kSetAddress = 2;

// Any of these is that the sections make no sense.
struct Malformed {};

class Reader {
 public:
    explicit Reader(Bytes bytes) : rest_(bytes) {}

    bool at_end() const { return rest_.empty(); }
    Bytes take(uint64_t size) {
        if (size > rest_.size()) throw Malformed{};
        const Bytes taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    template <typename T>
    T fixed() {
        T value;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    uint64_t uleb() {
        uint64_t value = 0;
        for (uint32_t shift = 0; shift < 64; shift += 7) {
            const auto byte = fixed<uint8_t>();
            value |= uint64_t{byte & 0x7Fu} << shift;
            if (byte < 0x80) return value;
        }
        throw Malformed{};
    }
    int64_t sleb() {
        uint64_t value = 0;
        for (uint32_t shift = 0; shift < 64;) {
            const auto byte = fixed<uint8_t>();
            value |= uint64_t{byte & 0x7Fu} << shift;
            shift += 7;
            if (byte >= 0x80) continue;
            if (byte & 0x40 && shift < 64) value |= ~uint64_t{0} << shift;
            return static_cast<int64_t>(value);
        }
        throw Malformed{};
    }
    std::string_view text() {
        const std::string_view all(reinterpret_cast<const char*>(rest_.data()), rest_.size());
        const size_t end = all.find('\0');
        if (end == std::string_view::npos) throw Malformed{};
        take(end + 1);
        return all.substr(0, end);
    }

 private:
    Bytes rest_;
};

struct Entry {
    std::string_view path;
    uint64_t directory = 0;
};

// A table of directories or files: first what each entry has, then the entries.
std::vector<Entry> read_entries(Reader& header, Bytes strings) {
    struct Field {
        uint64_t content, form;
    };
    std::vector<Field> fields(header.fixed<uint8_t>());
    for (Field& field : fields) field = {header.uleb(), header.uleb()};
    const uint64_t count = header.uleb();
    std::vector<Entry> entries;
    for (uint64_t i = 0; i < count; ++i) {
        if (fields.empty()) throw Malformed{};
        Entry entry;
        for (const auto& [content, form] : fields) {
            std::string_view text;
            uint64_t number = 0;
            switch (form) {
                case kFormLineString: {
                    const auto offset = header.fixed<uint32_t>();
                    if (offset > strings.size()) throw Malformed{};
                    text = Reader(strings.subspan(offset)).text();
                    break;
                }
                case kFormString:
                    text = header.text();
                    break;
                case kFormUdata:
                    number = header.uleb();
                    break;
                case kFormData1:
                    number = header.fixed<uint8_t>();
                    break;
                case kFormData2:
                    number = header.fixed<uint16_t>();
                    break;
                case kFormData16:
                    header.take(16);
                    break;
                default:
                    throw Malformed{};
            }
            if (content == kContentPath) entry.path = text;
            if (content == kContentDirectory) entry.directory = number;
        }
        entries.push_back(entry);
    }
    return entries;
}

// The line program of one unit, run until it passes the address.
class Unit {
 public:
    Unit(Reader unit, Bytes strings) : program_(unit) {
        program_.take(2);  // sizes of addresses and segment selectors
        Reader header(program_.take(program_.fixed<uint32_t>()));
        instruction_size_ = header.fixed<uint8_t>();
        header.take(2);  // operations per instruction; is_stmt
        line_base_ = header.fixed<int8_t>();
        line_range_ = header.fixed<uint8_t>();
        opcode_base_ = header.fixed<uint8_t>();
        if (line_range_ == 0 || opcode_base_ == 0) throw Malformed{};
        for (uint8_t opcode = 1; opcode < opcode_base_; ++opcode) {
            num_operands_[opcode] = header.fixed<uint8_t>();
        }
        directories_ = read_entries(header, strings);
        files_ = read_entries(header, strings);
    }

    std::optional<SourceLine> find(uint32_t address) {
        while (!program_.at_end()) {
            if (step(address)) return source_line();
        }
        return std::nullopt;
    }

 private:
    struct Row {
        uint64_t address = 0;
        uint64_t file = 1;
        int64_t line = 1;
    };

    // Executes one operation; true if the rows before and after it have the address between them.
    bool step(uint32_t address) {
        const auto opcode = program_.fixed<uint8_t>();
        if (opcode >= opcode_base_) {
            const auto adjusted = static_cast<uint8_t>(opcode - opcode_base_);
            now_.address += uint64_t{instruction_size_} * (adjusted / line_range_);
            now_.line += line_base_ + adjusted % line_range_;
            return emit(address);
        }
        switch (opcode) {
            case kExtended:
                return extended(address);
            case kCopy:
                return emit(address);
            case kAdvancePc:
                now_.address += instruction_size_ * program_.uleb();
                return false;
            case kAdvanceLine:
                now_.line += program_.sleb();
                return false;
            case kSetFile:
                now_.file = program_.uleb();
                return false;
            case kConstAddPc:
                now_.address += uint64_t{instruction_size_} *
                                (static_cast<uint8_t>(255 - opcode_base_) / line_range_);
                return false;
            case kFixedAdvancePc:
                now_.address += program_.fixed<uint16_t>();
                return false;
            default:
                for (uint8_t i = 0; i < num_operands_[opcode]; ++i) program_.uleb();
                return false;
        }
    }

    bool extended(uint32_t address) {
        Reader operation(program_.take(program_.uleb()));
        if (operation.at_end()) return false;
        const auto opcode = operation.fixed<uint8_t>();
        if (opcode == kSetAddress) now_.address = operation.fixed<uint32_t>();
        if (opcode != kEndSequence) return false;
        const bool is_found = emit(address);
        now_ = {};
        last_.reset();
        return is_found;
    }

    bool emit(uint32_t address) {
        if (last_ && last_->address <= address && address < now_.address) return true;
        last_ = now_;
        return false;
    }

    std::optional<SourceLine> source_line() const {
        const Row& row = *last_;
        if (row.file >= files_.size() || row.line <= 0 || row.line > UINT32_MAX)
            return std::nullopt;
        const Entry& file = files_[row.file];
        std::string path(file.path);
        if (!path.starts_with('/') && file.directory < directories_.size() &&
            directories_[file.directory].path != "." && !path.starts_with('<')) {
            path = std::string(directories_[file.directory].path) + "/" + path;
        }
        return SourceLine{std::move(path), static_cast<uint32_t>(row.line)};
    }

    Reader program_;
    uint8_t instruction_size_ = 1;
    int8_t line_base_ = 0;
    uint8_t line_range_ = 1;
    uint8_t opcode_base_ = 1;
    std::array<uint8_t, 256> num_operands_{};
    std::vector<Entry> directories_;
    std::vector<Entry> files_;
    Row now_;
    std::optional<Row> last_;
};

}  // namespace

std::optional<SourceLine> find_source_line(Bytes debug_line, Bytes debug_line_str,
                                           uint32_t address) {
    try {
        Reader units(debug_line);
        while (!units.at_end()) {
            Reader unit(units.take(units.fixed<uint32_t>()));
            if (unit.fixed<uint16_t>() != kVersion) continue;
            if (auto found = Unit(unit, debug_line_str).find(address)) return found;
        }
    } catch (const Malformed&) {
    }
    return std::nullopt;
}

}  // namespace tt::sim
