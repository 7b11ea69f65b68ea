// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/decode.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "tt_metal/sim/rv32/encoding.hpp"

namespace tt::sim::rv32 {
namespace {

static_assert(std::endian::native == std::endian::little,
              "memories are read as the host stores words");

constexpr uint32_t kWordSize = 4;

constexpr bool writes_rd(Format format) {
    return format != Format::kStore && format != Format::kBranch && format != Format::kPlain;
}

// The immediate as Operation wants it; distances still in bytes of the program.
int32_t immediate_of(uint32_t word, uint32_t pc, const Encoding& encoding) {
    switch (encoding.format) {
        case Format::kImmediate:
        case Format::kLoad:
            return i_immediate(word);
        case Format::kStore:
            return s_immediate(word);
        case Format::kBranch:
            return b_immediate(word);
        case Format::kJump:
            return j_immediate(word);
        case Format::kShift:
            return static_cast<int32_t>(rs2_field(word));
        case Format::kConstant: {
            const uint32_t origin = encoding.opcode == Opcode::k_auipc ? pc : 0;
            return static_cast<int32_t>(origin + static_cast<uint32_t>(u_immediate(word)));
        }
        case Format::kCustom:
            return static_cast<int32_t>(funct7_field(word) << 3 | funct3_field(word));
        case Format::kRegister:
        case Format::kCounter:
        case Format::kPlain:
            return 0;
    }
    return 0;
}

class Decoder {
 public:
    Decoder(std::span<const std::byte> memory, uint32_t base, std::span<const CodeRange> code)
        : memory_(memory), base_(base), code_(code) {}

    std::vector<Operation> run() {
        const size_t num_words = memory_.size() / kWordSize;
        operations_.assign(num_words + 1, Operation{.opcode = Opcode::k_not_code});
        for (size_t index = 0; index < num_words; ++index) {
            if (is_code(base_ + index * kWordSize)) {
                operations_[index] = decode_word(index);
            }
        }
        return std::move(operations_);
    }

 private:
    bool is_code(uint64_t address) const {
        return std::ranges::any_of(code_, [address](const CodeRange& range) {
            return range.begin <= address && address + kWordSize <= range.end;
        });
    }

    Operation decode_word(size_t index) {
        const uint32_t word = word_at(memory_, index * kWordSize);
        const uint32_t pc = base_ + static_cast<uint32_t>(index * kWordSize);
        const Encoding* encoding = find_encoding(word);
        if (encoding == nullptr) {
            return Operation{.opcode = Opcode::k_illegal};
        }
        Operation operation{
            .opcode = encoding->opcode,
            .rs1 = static_cast<uint8_t>(rs1_field(word)),
            .rs2 = static_cast<uint8_t>(rs2_field(word)),
            .immediate = immediate_of(word, pc, *encoding),
        };
        if (writes_rd(encoding->format) && rd_field(word) != 0) {
            operation.rd = static_cast<uint8_t>(rd_field(word));
        }
        if (encoding->format == Format::kBranch || encoding->format == Format::kJump) {
            resolve(operation, index);
        }
        return operation;
    }

    // Makes the distance one between Operations, or leads to one that traps.
    void resolve(Operation& operation, size_t index) {
        constexpr int32_t kScale = sizeof(Operation) / kWordSize;
        const int64_t target =
            int64_t{base_} + static_cast<int64_t>(index * kWordSize) + operation.immediate;
        if (target >= 0 && target % kWordSize == 0 && is_code(static_cast<uint64_t>(target))) {
            operation.immediate *= kScale;
        } else if (operation.opcode == Opcode::k_jal) {
            operation.opcode = Opcode::k_jump_outside;
        } else {
            const auto distance =
                static_cast<int32_t>((operations_.size() - index) * sizeof(Operation));
            operation.immediate = distance;
            operations_.push_back({.opcode = Opcode::k_branch_outside, .immediate = -distance});
        }
    }

    std::span<const std::byte> memory_;
    uint32_t base_;
    std::span<const CodeRange> code_;
    std::vector<Operation> operations_;
};

}  // namespace

std::vector<Operation> decode(std::span<const std::byte> memory, uint32_t base,
                              std::span<const CodeRange> code) {
    return Decoder(memory, base, code).run();
}

uint32_t word_at(std::span<const std::byte> memory, size_t offset) {
    uint32_t word = 0;
    std::memcpy(&word, memory.data() + offset, sizeof(word));
    return word;
}

}  // namespace tt::sim::rv32
