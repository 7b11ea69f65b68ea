// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/disassemble.hpp"

#include <format>

#include "tt_metal/sim/rv32/encoding.hpp"

namespace tt::sim::rv32 {
namespace {

constexpr const char* kRegisterNames[] = {"zero", "ra", "sp",  "gp",  "tp", "t0", "t1", "t2",
                                          "s0",   "s1", "a0",  "a1",  "a2", "a3", "a4", "a5",
                                          "a6",   "a7", "s2",  "s3",  "s4", "s5", "s6", "s7",
                                          "s8",   "s9", "s10", "s11", "t3", "t4", "t5", "t6"};

std::string operands(uint32_t word, Format format) {
    const char* rd = kRegisterNames[rd_field(word)];
    const char* rs1 = kRegisterNames[rs1_field(word)];
    const char* rs2 = kRegisterNames[rs2_field(word)];
    switch (format) {
        case Format::kRegister:
            return std::format(" {}, {}, {}", rd, rs1, rs2);
        case Format::kImmediate:
            return std::format(" {}, {}, {}", rd, rs1, i_immediate(word));
        case Format::kShift:
            return std::format(" {}, {}, {}", rd, rs1, rs2_field(word));
        case Format::kConstant:
            return std::format(" {}, {:#x}", rd, bits(word, 31, 12));
        case Format::kLoad:
            return std::format(" {}, {}({})", rd, i_immediate(word), rs1);
        case Format::kStore:
            return std::format(" {}, {}({})", rs2, s_immediate(word), rs1);
        case Format::kBranch:
            return std::format(" {}, {}, {}", rs1, rs2, b_immediate(word));
        case Format::kJump:
            return std::format(" {}, {}", rd, j_immediate(word));
        case Format::kCounter:
            return std::format(" {}", rd);
        case Format::kCustom:
            return std::format(" r {:#x}, {}, {}, {}, {}, {}", bits(word, 6, 0), funct3_field(word),
                               funct7_field(word), rd, rs1, rs2);
        case Format::kPlain:
            return "";
    }
    return "";
}

}  // namespace

std::string disassemble(uint32_t word) {
    const Encoding* encoding = find_encoding(word);
    if (encoding == nullptr) {
        return std::format(".word {:#010x}", word);
    }
    return encoding->mnemonic + operands(word, encoding->format);
}

}  // namespace tt::sim::rv32
