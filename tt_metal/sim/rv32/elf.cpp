// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/elf.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <format>
#include <string_view>

namespace tt::sim {
namespace {

static_assert(std::endian::native == std::endian::little,
              "headers are read as the host stores them");

// Source: System V ABI, gABI 4.1, chapters 4 and 5; RISC-V ELF psABI, "File Header".
constexpr std::array<uint8_t, 4> kMagic = {0x7F, 'E', 'L', 'F'};
constexpr uint8_t kClass32 = 1;
constexpr uint8_t kLittleEndian = 1;
constexpr uint8_t kVersion = 1;
constexpr uint16_t kTypeExecutable = 2;
constexpr uint16_t kMachineRiscv = 243;
constexpr uint32_t kFlagCompressed = 0x1;
constexpr uint32_t kFlagFloatAbi = 0x6;
constexpr uint32_t kFlagEmbedded = 0x8;
constexpr uint32_t kSegmentLoad = 1;
constexpr uint32_t kSegmentDynamic = 2;
constexpr uint32_t kSegmentInterpreter = 3;
constexpr uint32_t kSegmentThreadLocal = 7;
constexpr uint32_t kSegmentExecutable = 1;
constexpr uint32_t kSegmentWritable = 2;
constexpr uint32_t kSectionProgramData = 1;
constexpr uint32_t kSectionSymbols = 2;
constexpr uint32_t kSectionStrings = 3;
constexpr uint16_t kSectionExecutable = 4;
constexpr uint8_t kSymbolUntyped = 0;
constexpr uint8_t kSymbolFunction = 2;

struct FileHeader {
    std::array<uint8_t, 4> magic;
    uint8_t file_class, data, ident_version;
    std::array<uint8_t, 9> padding;
    uint16_t type, machine;
    uint32_t version, entry, program_headers, section_headers, flags;
    uint16_t header_size, program_header_size, num_program_headers;
    uint16_t section_header_size, num_section_headers, section_names;
};
static_assert(sizeof(FileHeader) == 52);

struct ProgramHeader {
    uint32_t type, offset, address, physical_address, file_size, memory_size, flags, alignment;
};
static_assert(sizeof(ProgramHeader) == 32);

struct SectionHeader {
    uint32_t name, type, flags, address, offset, size, link, info, alignment, entry_size;
};
static_assert(sizeof(SectionHeader) == 40);

struct Symbol {
    uint32_t name, value, size;
    uint8_t info, other;
    uint16_t section;
};
static_assert(sizeof(Symbol) == 16);

class Parser {
 public:
    Parser(std::span<const std::byte> file, const std::string& name) : file_(file), name_(name) {}

    ElfFile parse() {
        check_header();
        ElfFile elf;
        elf.entry = header_.entry;
        elf.segments = segments();
        const auto sections = section_headers();
        elf.symbols = symbols(sections);
        elf.debug_line = section_called(".debug_line", sections);
        elf.debug_line_str = section_called(".debug_line_str", sections);
        return elf;
    }

 private:
    [[noreturn]] void fail(const std::string& what) const { throw ElfError(name_ + ": " + what); }

    // The `size` bytes at `offset` of the file, which is the place of `what`.
    std::span<const std::byte> bytes(uint64_t offset, uint64_t size, std::string_view what) const {
        if (offset > file_.size() || size > file_.size() - offset) {
            fail(
                std::format("{} at offset {:#x} (size {:#x}) reaches beyond the file's {:#x} bytes",
                            what, offset, size, file_.size()));
        }
        return file_.subspan(offset, size);
    }

    template <class Entry>
    std::vector<Entry> table(uint64_t offset, uint64_t count, std::string_view what) const {
        const auto source = bytes(offset, count * sizeof(Entry), what);
        std::vector<Entry> entries(count);
        if (count > 0) {
            std::memcpy(entries.data(), source.data(), source.size());
        }
        return entries;
    }

    void check_header() {
        if (file_.size() < kMagic.size() ||
            std::memcmp(file_.data(), kMagic.data(), kMagic.size()) != 0) {
            fail("not an ELF file");
        }
        header_ = table<FileHeader>(0, 1, "ELF header").front();
        if (header_.file_class != kClass32 || header_.data != kLittleEndian) {
            fail("not a 32-bit little-endian ELF file");
        }
        if (header_.machine != kMachineRiscv) {
            fail(std::format("made for machine {}, not for RISC-V ({})", header_.machine,
                             kMachineRiscv));
        }
        if (header_.ident_version != kVersion || header_.version != kVersion) {
            fail(std::format("unknown ELF version {}", header_.version));
        }
        if (header_.type != kTypeExecutable) {
            fail(std::format("not a linked executable (ELF type {})", header_.type));
        }
        check_flags();
    }

    void check_flags() const {
        if (header_.flags & kFlagCompressed) {
            fail("uses compressed instructions; compile with -march=rv32im");
        }
        if (header_.flags & kFlagFloatAbi) {
            fail("uses a hard-float ABI; compile with -mabi=ilp32");
        }
        if (header_.flags & kFlagEmbedded) {
            fail("uses the ABI of rv32e; compile with -mabi=ilp32");
        }
        if (header_.flags != 0) {
            fail(std::format("unknown RISC-V ELF flags {:#x}", header_.flags));
        }
    }

    std::vector<ElfSegment> segments() const {
        if (header_.program_header_size != sizeof(ProgramHeader)) {
            fail(std::format("program headers of {} bytes, not of {}", header_.program_header_size,
                             sizeof(ProgramHeader)));
        }
        std::vector<ElfSegment> result;
        for (const auto& header : table<ProgramHeader>(
                 header_.program_headers, header_.num_program_headers, "program header table")) {
            if (header.type == kSegmentDynamic || header.type == kSegmentInterpreter) {
                fail("dynamically linked");
            }
            if (header.type == kSegmentThreadLocal) {
                fail("uses thread-local storage");
            }
            if (header.type == kSegmentLoad && header.memory_size > 0) {
                result.push_back(segment(header));
            }
        }
        check_overlaps(result);
        return result;
    }

    ElfSegment segment(const ProgramHeader& header) const {
        if (header.file_size > header.memory_size) {
            fail(std::format("segment at {:#010x} has {:#x} bytes in the file but {:#x} in memory",
                             header.address, header.file_size, header.memory_size));
        }
        const auto contents = bytes(header.offset, header.file_size, "segment");
        ElfSegment result{
            .address = header.address,
            .size_bytes = header.memory_size,
            .contents = {contents.begin(), contents.end()},
            .writable = (header.flags & kSegmentWritable) != 0,
            .executable = (header.flags & kSegmentExecutable) != 0,
        };
        if (result.end() > uint64_t{1} << 32) {
            fail(std::format("segment at {:#010x} (size {:#x}) wraps around the address space",
                             header.address, header.memory_size));
        }
        return result;
    }

    void check_overlaps(std::vector<ElfSegment>& segments) const {
        std::ranges::sort(segments, {}, &ElfSegment::address);
        for (size_t i = 1; i < segments.size(); ++i) {
            if (segments[i - 1].end() > segments[i].address) {
                fail(std::format("segments at {:#010x} and {:#010x} overlap",
                                 segments[i - 1].address, segments[i].address));
            }
        }
    }

    std::vector<SectionHeader> section_headers() const {
        if (header_.section_headers == 0) {
            return {};
        }
        if (header_.section_header_size != sizeof(SectionHeader)) {
            fail(std::format("section headers of {} bytes, not of {}", header_.section_header_size,
                             sizeof(SectionHeader)));
        }
        return table<SectionHeader>(header_.section_headers, header_.num_section_headers,
                                    "section header table");
    }

    // The bytes of a section that nothing but messages depends on; none if it cannot be had.
    std::vector<std::byte> section_called(std::string_view name,
                                          const std::vector<SectionHeader>& sections) const {
        if (header_.section_names >= sections.size()) return {};
        const auto lies_in_file = [&](const SectionHeader& section) {
            return section.offset <= file_.size() && section.size <= file_.size() - section.offset;
        };
        const SectionHeader& strings = sections[header_.section_names];
        if (!lies_in_file(strings)) return {};
        const std::string_view names(reinterpret_cast<const char*>(file_.data()) + strings.offset,
                                     strings.size);
        for (const SectionHeader& section : sections) {
            if (section.type != kSectionProgramData || section.name >= names.size()) continue;
            const std::string_view found = names.substr(section.name);
            if (found.substr(0, found.find('\0')) != name || !lies_in_file(section)) continue;
            const auto contents = file_.subspan(section.offset, section.size);
            return {contents.begin(), contents.end()};
        }
        return {};
    }

    std::vector<ElfSymbol> symbols(const std::vector<SectionHeader>& sections) const {
        const auto found = std::ranges::find(sections, kSectionSymbols, &SectionHeader::type);
        return found == sections.end() ? std::vector<ElfSymbol>{} : symbols_in(*found, sections);
    }

    std::vector<ElfSymbol> symbols_in(const SectionHeader& section,
                                      const std::vector<SectionHeader>& sections) const {
        if (section.entry_size != sizeof(Symbol)) {
            fail(std::format("symbols of {} bytes, not of {}", section.entry_size, sizeof(Symbol)));
        }
        if (section.link >= sections.size() || sections[section.link].type != kSectionStrings) {
            fail(std::format("symbol table links to section {}, which is no string table",
                             section.link));
        }
        const SectionHeader& strings = sections[section.link];
        const auto names = bytes(strings.offset, strings.size, "string table");
        std::vector<ElfSymbol> result;
        for (const auto& symbol :
             table<Symbol>(section.offset, section.size / sizeof(Symbol), "symbol table")) {
            if (symbol.section >= sections.size() ||
                !(sections[symbol.section].flags & kSectionExecutable)) {
                continue;  // data, undefined and absolute symbols
            }
            const std::string name = printable(string_at(names, symbol.name));
            if (is_label(symbol, name)) {
                result.push_back({symbol.value, symbol.size, name});
            }
        }
        return result;
    }

    // Assembly often leaves its labels untyped; "$x" and "$d" merely map code and data.
    // Names end up in messages, which must be text whatever the file holds.
    static std::string printable(std::string name) {
        std::ranges::replace_if(name, [](char c) { return c < ' ' || c > '~'; }, '?');
        return name;
    }

    static bool is_label(const Symbol& symbol, const std::string& name) {
        const uint8_t type = symbol.info & 0xF;
        return type == kSymbolFunction || (type == kSymbolUntyped && !name.empty() &&
                                           !name.starts_with('$') && !name.starts_with('.'));
    }

    std::string string_at(std::span<const std::byte> strings, uint32_t offset) const {
        const std::string_view text(reinterpret_cast<const char*>(strings.data()), strings.size());
        const size_t end = offset < text.size() ? text.find('\0', offset) : std::string_view::npos;
        if (end == std::string_view::npos) {
            fail(std::format("symbol name at {:#x} reaches beyond the string table", offset));
        }
        return std::string(text.substr(offset, end - offset));
    }

    std::span<const std::byte> file_;
    const std::string& name_;
    FileHeader header_{};
};

}  // namespace

ElfFile parse_elf(std::span<const std::byte> file, const std::string& name) {
    return Parser(file, name).parse();
}

}  // namespace tt::sim
