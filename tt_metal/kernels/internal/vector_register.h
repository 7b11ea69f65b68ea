// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Registers of the vector unit as values of C++: taken when one is made, given back when it ends.
#pragma once

#include <stdint.h>

#include "tt_metal/hw/firmware/issue.h"
#include "tt_metal/hw/vector.h"

namespace vector_internal {

using tt::hw::issue;
using tt::hw::TensixOp;
using tt::hw::VectorCondition;
using tt::hw::VectorDatum;
using tt::hw::VectorOp;

// The last ones are never given away: those that kernels name.
inline constexpr uint32_t kNumNamedRegisters = 8;
inline constexpr uint32_t kFirstNamedRegister = tt::hw::kNumVectorRegisters - kNumNamedRegisters;
inline uint32_t free_registers[tt::hw::kNumVectorRegisters / 32] = {~0u, ~0u >> kNumNamedRegisters};

class Register {
 public:
    Register() : id_(take()) {}
    // The result of an operation on others.
    Register(VectorOp op, const Register& a, const Register& b) : Register() { assign(op, a, b); }
    Register(const Register& other) : Register() {
        // Another one with all lanes, not with the enabled ones alone.
        assign(VectorOp::kOr, other, other);
    }
    ~Register() { give_back(id_); }

    static Register of_bits(uint32_t bits) {
        Register result;
        issue<TensixOp::kVectorSet>(result.id_, bits);
        return result;
    }
    static Register of_named(uint32_t number) {
        Register result;
        const uint32_t named = kFirstNamedRegister + number;
        issue<TensixOp::kVectorOp>(
            tt::hw::vector_operands(VectorOp::kOr, result.id_, named, named));
        return result;
    }
    static Register of_dst(uint32_t vector) {
        Register result;
        issue<TensixOp::kVectorLoad>(result.id_, vector);
        return result;
    }

    // In the enabled lanes.
    Register& operator=(const Register& other) {
        assign(VectorOp::kCopy, other, other);
        return *this;
    }
    // To the enabled lanes of a named register.
    void copy_to_named(uint32_t number) const {
        issue<TensixOp::kVectorOp>(
            tt::hw::vector_operands(VectorOp::kCopy, kFirstNamedRegister + number, id_, id_));
    }
    void store(uint32_t vector, VectorDatum datum) const {
        issue<TensixOp::kVectorStore>(id_, vector | static_cast<uint32_t>(datum) << 16);
    }
    void restrict_lanes() const {
        issue<TensixOp::kVectorCondition>(static_cast<uint32_t>(VectorCondition::kRestrict), id_);
    }

 private:
    // Calls, as code that takes a register stands wherever an operator does. With none left, one
    // that is not there: the vector unit's error then says so.
    [[gnu::noinline]] static uint32_t take() {
        for (uint32_t word = 0; word < tt::hw::kNumVectorRegisters / 32; ++word) {
            if (free_registers[word] == 0) continue;
            const uint32_t bit = static_cast<uint32_t>(__builtin_ctz(free_registers[word]));
            free_registers[word] &= ~(1u << bit);
            return word * 32 + bit;
        }
        issue<TensixOp::kVectorSet>(tt::hw::kNumVectorRegisters);
        __builtin_unreachable();
    }
    [[gnu::noinline]] static void give_back(uint32_t id) {
        free_registers[id / 32] |= 1u << id % 32;
    }
    void assign(VectorOp op, const Register& a, const Register& b) {
        issue<TensixOp::kVectorOp>(tt::hw::vector_operands(op, id_, a.id_, b.id_));
    }

    uint32_t id_;
};

// A condition and what is in it.
class Scope {
 public:
    Scope() { change(VectorCondition::kPush); }
    ~Scope() { change(VectorCondition::kPop); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

    // The lanes that no branch has taken.
    const Scope& others() const {
        change(VectorCondition::kOthers);
        return *this;
    }

 private:
    static void change(VectorCondition what) {
        issue<TensixOp::kVectorCondition>(static_cast<uint32_t>(what));
    }
};

}  // namespace vector_internal
