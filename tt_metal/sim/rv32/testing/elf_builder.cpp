// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/testing/elf_builder.hpp"

#include <concepts>
#include <cstring>
#include <utility>

namespace tt::sim::testing {
namespace {

constexpr uint32_t kHeaderSize = 52;
constexpr uint32_t kProgramHeaderSize = 32;
constexpr uint32_t kSectionHeaderSize = 40;
constexpr uint32_t kSymbolSize = 16;

class Writer {
 public:
    template <std::unsigned_integral... Fields>
    void fields(Fields... values) {
        (append(&values, sizeof(values)), ...);
    }

    void append(const void* source, size_t size) {
        const auto* bytes = static_cast<const std::byte*>(source);
        bytes_.insert(bytes_.end(), bytes, bytes + size);
    }

    std::vector<std::byte> take() { return std::move(bytes_); }

 private:
    std::vector<std::byte> bytes_;
};

uint32_t size_of(const SegmentSpec& segment) {
    return static_cast<uint32_t>(segment.words.size() * sizeof(uint32_t));
}

std::string string_table(const ElfSpec& spec) {
    std::string names(1, '\0');
    for (const SymbolSpec& symbol : spec.symbols) {
        names += symbol.name + '\0';
    }
    return names;
}

void write_symbols(Writer& out, const ElfSpec& spec) {
    constexpr uint16_t kCodeSection = 3;
    out.fields(0u, 0u, 0u, 0u);
    uint32_t name = 1;
    for (const SymbolSpec& symbol : spec.symbols) {
        out.fields(name, symbol.address, symbol.size_bytes, symbol.type, uint8_t{0}, kCodeSection);
        name += static_cast<uint32_t>(symbol.name.size() + 1);
    }
}

// Sections: none, symbols, strings, code.
void write_sections(Writer& out, const ElfSpec& spec, uint32_t symbols_offset,
                    uint32_t names_size) {
    const auto symbols_size = static_cast<uint32_t>((spec.symbols.size() + 1) * kSymbolSize);
    out.fields(0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u);
    out.fields(0u, 2u, 0u, 0u, symbols_offset, symbols_size, spec.symbol_link, 1u, 4u,
               spec.symbol_size);
    out.fields(0u, 3u, 0u, 0u, symbols_offset + symbols_size, names_size, 0u, 0u, 1u, 0u);
    out.fields(0u, 1u, 6u, hw::kInstructionMemoryBase, 0u, 0u, 0u, 0u, 4u, 0u);
}

}  // namespace

ElfSpec program(std::vector<uint32_t> words) {
    ElfSpec spec;
    spec.segments.push_back({.words = std::move(words)});
    return spec;
}

std::vector<std::byte> build(const ElfSpec& spec) {
    const auto num_segments = static_cast<uint16_t>(spec.segments.size());
    const bool has_sections = !spec.symbols.empty();
    const uint32_t contents_offset = kHeaderSize + num_segments * kProgramHeaderSize;
    uint32_t sections_offset = contents_offset;
    for (const SegmentSpec& segment : spec.segments) {
        sections_offset += size_of(segment);
    }

    Writer out;
    const uint8_t identity[16] = {0x7F, 'E', 'L', 'F', spec.file_class, spec.data, 1};
    out.append(identity, sizeof(identity));
    out.fields(spec.type, spec.machine, spec.version, spec.entry, kHeaderSize,
               has_sections ? sections_offset : 0u, spec.flags, uint16_t{kHeaderSize},
               spec.program_header_size, num_segments, spec.section_header_size,
               static_cast<uint16_t>(has_sections ? 4 : 0), uint16_t{0});
    uint32_t offset = contents_offset;
    for (const SegmentSpec& segment : spec.segments) {
        const uint32_t size_in_file = segment.size_in_file.value_or(size_of(segment));
        out.fields(segment.type, segment.offset.value_or(offset), segment.address, segment.address,
                   size_in_file, segment.size_in_memory.value_or(size_in_file), segment.flags, 4u);
        offset += size_of(segment);
    }
    for (const SegmentSpec& segment : spec.segments) {
        out.append(segment.words.data(), size_of(segment));
    }
    if (has_sections) {
        const std::string names = string_table(spec);
        write_sections(out, spec, sections_offset + 4 * kSectionHeaderSize,
                       static_cast<uint32_t>(names.size()));
        write_symbols(out, spec);
        out.append(names.data(), names.size());
    }
    return out.take();
}

}  // namespace tt::sim::testing
