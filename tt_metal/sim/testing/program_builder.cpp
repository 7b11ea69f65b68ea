// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/testing/program_builder.hpp"

#include <cstddef>
#include <cstring>
#include <span>

#include "tt_metal/hw/memory_map.h"

namespace tt::sim {
namespace {

// Registers that the programs use, by their numbers.
constexpr uint32_t kZero = 0;
constexpr uint32_t kResult = 5;     // t0
constexpr uint32_t kOperand1 = 10;  // a0
constexpr uint32_t kOperand2 = 11;  // a1

constexpr uint32_t kDone = hw::kOpcodeMovement;  // kHartDone: funct3, funct7 and registers are 0
static_assert(static_cast<uint32_t>(hw::MovementOp::kHartDone) == 0);

// ELF32, as the System V ABI lays it out.
struct Header {
    uint8_t identity[16] = {0x7F, 'E', 'L', 'F', 1, 1, 1};
    uint16_t type = 2;       // executable
    uint16_t machine = 243;  // RISC-V
    uint32_t version = 1;
    uint32_t entry = hw::kInstructionMemoryBase;
    uint32_t program_headers;
    uint32_t section_headers;
    uint32_t flags = 0;
    uint16_t header_size = sizeof(Header);
    uint16_t program_header_size;
    uint16_t num_program_headers = 1;
    uint16_t section_header_size;
    uint16_t num_section_headers = 4;
    uint16_t names_section = 0;
};
struct ProgramHeader {
    uint32_t type = 1;  // load
    uint32_t offset;
    uint32_t virtual_address = hw::kInstructionMemoryBase;
    uint32_t physical_address = hw::kInstructionMemoryBase;
    uint32_t file_size;
    uint32_t memory_size;
    uint32_t flags = 5;  // read, execute
    uint32_t alignment = 4;
};
struct SectionHeader {
    uint32_t name = 0, type = 0, flags = 0, address = 0, offset = 0, size = 0, link = 0, info = 0;
    uint32_t alignment = 0, entry_size = 0;
};
struct Symbol {
    uint32_t name = 0, value = 0, size = 0;
    uint8_t info = 0, other = 0;
    uint16_t section = 0;
};

constexpr char kNames[] = "\0kernel_main";

struct File {
    Header header{};
    ProgramHeader program{};
    SectionHeader sections[4] = {};  // null, symbols, names, code
    Symbol symbols[2] = {};          // null, kernel_main
    char names[sizeof kNames];
};

}  // namespace

ProgramBuilder& ProgramBuilder::issue(hw::MovementOp op, uint32_t rs1, uint32_t rs2) {
    custom(hw::kOpcodeMovement, static_cast<uint32_t>(op), kZero, rs1, rs2);
    return *this;
}

ProgramBuilder& ProgramBuilder::issue(hw::TensixOp op, uint32_t rs1, uint32_t rs2) {
    custom(hw::kOpcodeTensix, static_cast<uint32_t>(op), kZero, rs1, rs2);
    return *this;
}

ProgramBuilder& ProgramBuilder::query(hw::MovementOp op, uint32_t rs1, uint32_t l1_address) {
    custom(hw::kOpcodeMovement, static_cast<uint32_t>(op), kResult, rs1, 0);
    load_immediate(kOperand1, l1_address);
    words_.push_back(0x00002023 | kOperand1 << 15 | kResult << 20);  // sw result, 0(operand1)
    return *this;
}

ProgramBuilder& ProgramBuilder::store(uint32_t l1_address, uint32_t value) {
    load_immediate(kOperand1, l1_address);
    load_immediate(kOperand2, value);
    words_.push_back(0x00002023 | kOperand1 << 15 | kOperand2 << 20);  // sw operand2, 0(operand1)
    return *this;
}

ProgramBuilder& ProgramBuilder::load(uint32_t l1_address) {
    load_immediate(kOperand1, l1_address);
    words_.push_back(0x00002003 | kOperand1 << 15 | kResult << 7);  // lw result, 0(operand1)
    return *this;
}

ProgramBuilder& ProgramBuilder::jump_to_self() {
    words_.push_back(0x0000006F);  // j .
    return *this;
}

void ProgramBuilder::custom(uint32_t opcode, uint32_t operation, uint32_t rd, uint32_t rs1,
                            uint32_t rs2) {
    load_immediate(kOperand1, rs1);
    load_immediate(kOperand2, rs2);
    words_.push_back(opcode | rd << 7 | (operation & 7) << 12 | kOperand1 << 15 | kOperand2 << 20 |
                     operation >> 3 << 25);
}

void ProgramBuilder::load_immediate(uint32_t destination, uint32_t value) {
    // addi sign-extends its 12 bits, so lui makes up for it.
    words_.push_back(0x37 | destination << 7 | ((value + 0x800) & 0xFFFFF000));             // lui
    words_.push_back(0x13 | destination << 7 | destination << 15 | (value & 0xFFF) << 20);  // addi
}

std::shared_ptr<const ProgramImage> ProgramBuilder::finish() const {
    std::vector<uint32_t> code = words_;
    code.push_back(kDone);
    const auto size = static_cast<uint32_t>(code.size() * sizeof(uint32_t));

    File file;
    file.header.program_headers = offsetof(File, program);
    file.header.program_header_size = sizeof(ProgramHeader);
    file.header.section_headers = offsetof(File, sections);
    file.header.section_header_size = sizeof(SectionHeader);
    file.program.offset = sizeof file;
    file.program.file_size = file.program.memory_size = size;
    file.sections[1] = {.type = 2,
                        .offset = offsetof(File, symbols),
                        .size = sizeof file.symbols,
                        .link = 2,
                        .info = 1,
                        .alignment = 4,
                        .entry_size = sizeof(Symbol)};
    file.sections[2] = {.type = 3, .offset = offsetof(File, names), .size = sizeof kNames};
    file.sections[3] = {.type = 1,
                        .flags = 4 /* executable */,
                        .address = hw::kInstructionMemoryBase,
                        .offset = sizeof file,
                        .size = size};
    file.symbols[1] = {.name = 1,
                       .value = hw::kInstructionMemoryBase,
                       .size = size,
                       .info = 0x12 /* global function */,
                       .section = 3};
    std::memcpy(file.names, kNames, sizeof kNames);

    std::vector<std::byte> elf(sizeof file + size);
    std::memcpy(elf.data(), &file, sizeof file);
    std::memcpy(&elf[sizeof file], code.data(), size);
    return ProgramImage::from_elf(elf, name_);
}

}  // namespace tt::sim
