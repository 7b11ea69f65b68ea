// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Executes Operations: one handler per Opcode, which ends by calling that of the next Operation in
// place of itself (musttail), so that no stack grows and the host predicts each jump by itself.
// What a run needs most travels in host registers as the parameters of all handlers
// (preserve_none). A handler is a dozen host instructions: frame pointers, which would add a push
// and a pop to each, halve the speed.
//
// Fuel is not counted instruction by instruction. `deadline` is the address of the Operation at
// which it would be used up if code ran straight on; a taken branch moves it along by the distance
// of the branch. So (deadline - op) always tells what is left, and only taken branches pay for it.
#include <bit>
#include <cstring>
#include <format>

#include "tt_metal/hw/instructions.h"
#include "tt_metal/hw/memory_map.h"
#include "tt_metal/sim/rv32/arithmetic.hpp"
#include "tt_metal/sim/rv32/encoding.hpp"
#include "tt_metal/sim/rv32/hart.hpp"

#define PARAMETERS                                                               \
    const Operation *op, intptr_t deadline, [[maybe_unused]] uint32_t *x,        \
        [[maybe_unused]] std::byte *l1, [[maybe_unused]] uint32_t l1_size_bytes, \
        [[maybe_unused]] const Handler *handlers, Run &run
#define ARGUMENTS op, deadline, x, l1, l1_size_bytes, handlers, run
#define HANDLER __attribute__((preserve_none)) static RunResult
#define CONTINUE_WITH(handler) [[clang::musttail]] return (handler)(ARGUMENTS)
#define DISPATCH() CONTINUE_WITH(handlers[static_cast<uint8_t>(op->opcode)].function)
#define NEXT()      \
    do {            \
        ++op;       \
        DISPATCH(); \
    } while (0)

namespace tt::sim {
namespace {

using rv32::as_signed;
using rv32::divide;
using rv32::multiply_high;
using rv32::Operation;
using rv32::remainder;

constexpr intptr_t kOperationSize = sizeof(Operation);
constexpr uint32_t kReadOnlySize = hw::kL1UnreservedBase - hw::kL1ReadableBase;

intptr_t address_of(const Operation* op) { return reinterpret_cast<intptr_t>(op); }

const Operation* advanced(const Operation* op, intptr_t distance) {
    return reinterpret_cast<const Operation*>(address_of(op) + distance);
}

// Whether a T at `offset` of a memory is aligned and wholly inside. Rotated, the offset counts in
// Ts, and one that is no multiple becomes larger than any size.
template <class T>
bool holds(uint32_t size_bytes, uint32_t offset) {
    constexpr int kShift = std::countr_zero(sizeof(T));
    return std::rotr(offset, kShift) < size_bytes >> kShift;
}

template <class T>
T read(const std::byte* source) {
    T value;
    std::memcpy(&value, source, sizeof(value));
    return value;
}

template <class T>
void write(std::byte* target, T value) {
    std::memcpy(target, &value, sizeof(value));
}

}  // namespace

class Hart::Interpreter {
 public:
    static RunResult run(Hart& hart, uint32_t fuel) {
        const Operation* operations = hart.image_->operations();
        Run run{
            .hart = hart,
            .operations = operations,
            .num_words = static_cast<uint32_t>(hart.image_->instruction_memory().size() / 4),
            .local = hart.local_memory_.data(),
            .local_size_bytes = static_cast<uint32_t>(hart.local_memory_.size()),
            .retired_at_deadline = hart.retired_instructions_ + fuel,
        };
        const Operation* op = operations + (hart.pc_ - hw::kInstructionMemoryBase) / 4;
        const intptr_t deadline = address_of(op) + fuel * kOperationSize;
        return kHandlers[static_cast<uint8_t>(op->opcode)].function(
            op, deadline, hart.registers_.data(), hart.l1_.data() + hw::kL1ReadableBase,
            static_cast<uint32_t>(hart.l1_.size()) - hw::kL1ReadableBase, kHandlers, run);
    }

 private:
    // What stays the same during a run and is needed now and then.
    struct Run {
        Hart& hart;
        const Operation* operations;
        uint32_t num_words;
        std::byte* local;
        uint32_t local_size_bytes;
        uint64_t retired_at_deadline;

        uint32_t pc_at(const Operation* op) const {
            return hw::kInstructionMemoryBase + static_cast<uint32_t>(op - operations) * 4;
        }
        uint64_t retired_at(const Operation* op, intptr_t deadline) const {
            return retired_at_deadline -
                   static_cast<uint64_t>((deadline - address_of(op)) / kOperationSize);
        }
        // Makes the hart's members true; before anything that may throw, stop or look at them.
        void save(const Operation* op, intptr_t deadline) const {
            hart.pc_ = pc_at(op);
            hart.retired_instructions_ = retired_at(op, deadline);
        }
    };

    struct Handler {
        __attribute__((preserve_none)) RunResult (*function)(PARAMETERS);
    };
    static const Handler kHandlers[];

    // Goes on at `distance` bytes from `op`.
#define JUMP(distance)                                                \
    do {                                                              \
        const intptr_t distance_ = (distance);                        \
        op = advanced(op, distance_);                                 \
        deadline += distance_ - kOperationSize;                       \
        if (address_of(op) >= deadline) CONTINUE_WITH(stop_for_fuel); \
        DISPATCH();                                                   \
    } while (0)

    HANDLER stop_for_fuel(PARAMETERS) {
        if (op > run.operations + run.num_words) {
            DISPATCH();  // where branches to nowhere lead, there is no pc to stop at
        }
        run.save(op, deadline);
        return RunResult::kOutOfFuel;
    }

    // ── What a row of the table means, by its kind ──

#define OPERATE(mnemonic, right, value)           \
    HANDLER do_##mnemonic(PARAMETERS) {           \
        const uint32_t a = x[op->rs1];            \
        const uint32_t b = (right);               \
        x[op->rd] = static_cast<uint32_t>(value); \
        NEXT();                                   \
    }
#define IMMEDIATE static_cast<uint32_t>(op->immediate)
#define RV32_REGISTER(mnemonic, funct7, funct3, value) OPERATE(mnemonic, x[op->rs2], value)
#define RV32_IMMEDIATE(mnemonic, funct3, value) OPERATE(mnemonic, IMMEDIATE, value)
#define RV32_SHIFT(mnemonic, funct7, funct3, value) OPERATE(mnemonic, IMMEDIATE, value)

#define RV32_CONSTANT(mnemonic, opcode) \
    HANDLER do_##mnemonic(PARAMETERS) { \
        x[op->rd] = IMMEDIATE;          \
        NEXT();                         \
    }

#define RV32_BRANCH(mnemonic, funct3, condition) \
    HANDLER do_##mnemonic(PARAMETERS) {          \
        const uint32_t a = x[op->rs1];           \
        const uint32_t b = x[op->rs2];           \
        if (condition) JUMP(op->immediate);      \
        NEXT();                                  \
    }

    // `l1` is the part that any load may read. Other memories are tried when an address is none of
    // that, or, for a store, of the part that is not reserved.
#define RV32_LOAD(mnemonic, funct3, type)                             \
    HANDLER do_##mnemonic(PARAMETERS) {                               \
        const uint32_t address = x[op->rs1] + IMMEDIATE;              \
        const uint32_t l1_offset = address - hw::kL1ReadableBase;     \
        const uint32_t local_offset = address - hw::kLocalMemoryBase; \
        type value;                                                   \
        if (holds<type>(l1_size_bytes, l1_offset)) {                  \
            value = read<type>(l1 + l1_offset);                       \
        } else if (holds<type>(run.local_size_bytes, local_offset)) { \
            value = read<type>(run.local + local_offset);             \
        } else {                                                      \
            CONTINUE_WITH(load_elsewhere<type>);                      \
        }                                                             \
        x[op->rd] = static_cast<uint32_t>(value);                     \
        NEXT();                                                       \
    }
    template <class T>
    HANDLER load_elsewhere(PARAMETERS) {
        run.save(op, deadline);
        const uint32_t address = x[op->rs1] + IMMEDIATE;
        const auto value = static_cast<T>(run.hart.load_elsewhere(address, sizeof(T)));
        x[op->rd] = static_cast<uint32_t>(value);
        NEXT();
    }

#define RV32_STORE(mnemonic, funct3, type)                            \
    HANDLER do_##mnemonic(PARAMETERS) {                               \
        const uint32_t address = x[op->rs1] + IMMEDIATE;              \
        const uint32_t l1_offset = address - hw::kL1UnreservedBase;   \
        const uint32_t local_offset = address - hw::kLocalMemoryBase; \
        const auto value = static_cast<type>(x[op->rs2]);             \
        if (holds<type>(l1_size_bytes - kReadOnlySize, l1_offset)) {  \
            write(l1 + kReadOnlySize + l1_offset, value);             \
        } else if (holds<type>(run.local_size_bytes, local_offset)) { \
            write(run.local + local_offset, value);                   \
        } else {                                                      \
            CONTINUE_WITH(store_elsewhere<type>);                     \
        }                                                             \
        NEXT();                                                       \
    }
    template <class T>
    HANDLER store_elsewhere(PARAMETERS) {
        run.save(op, deadline);
        run.hart.store_elsewhere(x[op->rs1] + IMMEDIATE, sizeof(T), x[op->rs2]);
        NEXT();
    }

#define RV32_COUNTER(mnemonic, csr, shift)                                          \
    HANDLER do_##mnemonic(PARAMETERS) {                                             \
        x[op->rd] = static_cast<uint32_t>(run.retired_at(op, deadline) >> (shift)); \
        NEXT();                                                                     \
    }

#define RV32_CUSTOM(mnemonic, opcode)                                                     \
    HANDLER do_##mnemonic(PARAMETERS) {                                                   \
        run.save(op, deadline);                                                           \
        const CustomInstruction instruction{opcode, static_cast<uint16_t>(op->immediate), \
                                            x[op->rs1], x[op->rs2]};                      \
        uint32_t rd = 0;                                                                  \
        const CustomOutcome outcome = run.hart.port_.execute(instruction, rd);            \
        if (outcome == CustomOutcome::kParked) {                                          \
            return RunResult::kParked;                                                    \
        }                                                                                 \
        x[op->rd] = rd;                                                                   \
        if (outcome == CustomOutcome::kHalted) {                                          \
            return halt(op, deadline, run);                                               \
        }                                                                                 \
        NEXT();                                                                           \
    }
    static RunResult halt(const Operation* op, intptr_t deadline, Run& run) {
        run.save(op + 1, deadline);
        run.hart.halted_ = true;
        return RunResult::kHalted;
    }

#define RV32_SPECIAL(mnemonic, match, mask, format)  // each has a handler of its own
#include "tt_metal/sim/rv32/instructions.def"

    HANDLER do_jal(PARAMETERS) {
        x[op->rd] = run.pc_at(op) + 4;
        JUMP(op->immediate);
    }

    HANDLER do_jalr(PARAMETERS) {
        const uint32_t target = (x[op->rs1] + IMMEDIATE) & ~1u;
        const uint32_t offset = target - hw::kInstructionMemoryBase;
        if (!holds<uint32_t>(run.num_words * 4, offset)) {
            CONTINUE_WITH(trap_jalr);
        }
        x[op->rd] = run.pc_at(op) + 4;
        JUMP(address_of(run.operations + offset / 4) - address_of(op));
    }
    HANDLER trap_jalr(PARAMETERS) {
        run.save(op, deadline);
        run.hart.trap_jump((x[op->rs1] + IMMEDIATE) & ~1u);
    }

    // The memories of a hart take effect in program order, so there is nothing to wait for.
    HANDLER do_fence(PARAMETERS) { NEXT(); }

    HANDLER do_ecall(PARAMETERS) {
        run.save(op, deadline);
        run.hart.trap(TrapKind::kEnvironmentCall, "ecall, but there is no environment to call");
    }

    HANDLER do_ebreak(PARAMETERS) {
        run.save(op, deadline);
        run.hart.trap(TrapKind::kBreakpoint, "ebreak");
    }

    // ── What decode() puts where nothing can be executed ──

    HANDLER do_illegal(PARAMETERS) {
        run.save(op, deadline);
        run.hart.trap(TrapKind::kIllegalInstruction,
                      std::format("illegal instruction {:#010x}", run.hart.word_at_pc()));
    }

    HANDLER do_not_code(PARAMETERS) {
        run.save(op, deadline);
        run.hart.trap(TrapKind::kOutOfBounds, "there is no code here to execute");
    }

    HANDLER do_jump_outside(PARAMETERS) {
        run.save(op, deadline);
        run.hart.trap_jump(run.hart.pc_ +
                           static_cast<uint32_t>(rv32::j_immediate(run.hart.word_at_pc())));
    }

    HANDLER do_branch_outside(PARAMETERS) {
        // Undo the branch that has led here.
        const Operation* branch = advanced(op, op->immediate);
        run.save(branch, deadline + op->immediate + kOperationSize);
        run.hart.trap_jump(run.hart.pc_ +
                           static_cast<uint32_t>(rv32::b_immediate(run.hart.word_at_pc())));
    }
};

// In the order of Opcode.
const Hart::Interpreter::Handler Hart::Interpreter::kHandlers[] = {
#define RV32_INSTRUCTION(mnemonic) {do_##mnemonic},
#include "tt_metal/sim/rv32/instructions.def"
    {do_illegal},
    {do_not_code},
    {do_jump_outside},
    {do_branch_outside},
};

RunResult Hart::interpret(uint32_t fuel) { return Interpreter::run(*this, fuel); }

}  // namespace tt::sim
