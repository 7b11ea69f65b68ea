// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Vectors as types, and DST as a row of them. Part of api/compute/sfpi.h.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/vector_register.h"

namespace sfpi {

using vector_internal::Register;
using vector_internal::VectorDatum;
using vector_internal::VectorOp;

class vFloat;
class vInt;
class vUInt;

// What v_if takes: for each lane, whether.
class vCondition {
 public:
    explicit vCondition(const Register& lanes) : lanes_(lanes) {}
    const Register& lanes() const { return lanes_; }

    vCondition operator&&(const vCondition& other) const {
        return vCondition({VectorOp::kAnd, lanes_, other.lanes_});
    }
    vCondition operator||(const vCondition& other) const {
        return vCondition({VectorOp::kOr, lanes_, other.lanes_});
    }
    vCondition operator!() const { return vCondition({VectorOp::kNot, lanes_, lanes_}); }

 private:
    Register lanes_;
};

// ── Types ──

class vFloat {
 public:
    static constexpr VectorDatum kDatum = VectorDatum::kFloat;

    vFloat() = default;
    vFloat(float value) : lanes_(Register::of_bits(__builtin_bit_cast(uint32_t, value))) {}
    explicit vFloat(const Register& lanes) : lanes_(lanes) {}
    const Register& lanes() const { return lanes_; }

    vFloat operator-() const {
        return vFloat({VectorOp::kXor, lanes_, Register::of_bits(1u << 31)});
    }
    vFloat& operator+=(const vFloat& other);
    vFloat& operator-=(const vFloat& other);
    vFloat& operator*=(const vFloat& other);

 private:
    Register lanes_;
};

// vInt and vUInt differ in comparisons and in shifts to the right.
class vInt {
 public:
    static constexpr VectorDatum kDatum = VectorDatum::kInteger;
    static constexpr VectorOp kLess = VectorOp::kLessInt, kLessEqual = VectorOp::kLessEqualInt;
    static constexpr VectorOp kShiftRight = VectorOp::kShiftRightArithmetic;

    vInt() = default;
    vInt(int32_t value) : lanes_(Register::of_bits(static_cast<uint32_t>(value))) {}
    explicit vInt(const Register& lanes) : lanes_(lanes) {}
    inline vInt(const vUInt& other);
    const Register& lanes() const { return lanes_; }

    vInt operator-() const { return vInt({VectorOp::kSubtractInt, Register::of_bits(0), lanes_}); }

 private:
    Register lanes_;
};

class vUInt {
 public:
    static constexpr VectorDatum kDatum = VectorDatum::kInteger;
    static constexpr VectorOp kLess = VectorOp::kLessUInt, kLessEqual = VectorOp::kLessEqualUInt;

    vUInt() = default;
    vUInt(uint32_t value) : lanes_(Register::of_bits(value)) {}
    explicit vUInt(const Register& lanes) : lanes_(lanes) {}
    vUInt(const vInt& other) : lanes_(other.lanes()) {}
    const Register& lanes() const { return lanes_; }

 private:
    Register lanes_;
};

inline vInt::vInt(const vUInt& other) : lanes_(other.lanes()) {}

// The same bits as another type.
template <typename To, typename From>
To reinterpret(const From& vector) {
    return To(vector.lanes());
}

// ── DST ──

// One vector of DST; reads and writes are as of the type on the other side.
class DstVector {
 public:
    explicit DstVector(uint32_t index) : index_(index) {}

    operator vFloat() const { return vFloat(Register::of_dst(index_)); }
    operator vInt() const { return vInt(Register::of_dst(index_)); }
    operator vUInt() const { return vUInt(Register::of_dst(index_)); }

    template <typename Vector>
    const DstVector& operator=(const Vector& vector) const {
        if constexpr (requires { typename Vector::Value; }) {
            return *this = static_cast<typename Vector::Value>(vector);
        } else {
            vector.lanes().store(index_, Vector::kDatum);
            return *this;
        }
    }
    const DstVector& operator=(float value) const { return *this = vFloat(value); }
    const DstVector& operator=(const DstVector& other) const {
        return *this = static_cast<vFloat>(other);
    }

 private:
    uint32_t index_;
};

// dst_reg[i] is the i-th vector from where the code stands; dst_reg++ goes on to the next.
class DstRegisters {
 public:
    DstVector operator[](int index) const {
        return DstVector(position_ + static_cast<uint32_t>(index));
    }
    void operator++(int) { ++position_; }
    void operator++() { ++position_; }
    void operator+=(int vectors) { position_ += static_cast<uint32_t>(vectors); }
    void go_to(uint32_t vector) { position_ = vector; }

 private:
    uint32_t position_ = 0;
};

inline DstRegisters dst_reg;

}  // namespace sfpi
