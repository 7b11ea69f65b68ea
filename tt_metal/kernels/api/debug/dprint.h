// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// DPRINT: lines from kernels, on the host's standard output or in a file.
//
//     DPRINT << "tiles: " << num_tiles << ", first " << F32(x) << ENDL();
//     DPRINT_MATH(DPRINT << "only the math hart" << ENDL());
//     DPRINT("tiles: {}, flags 0x{:x}\n", num_tiles, flags);
//
// The host's environment variable TT_METAL_DPRINT_CORES says which cores are heard; without it
// printing costs a few instructions and shows nothing. A line goes out at ENDL(), at "\n" and at
// the kernel's end.
#pragma once

#include <stdint.h>

#include "tt_metal/kernels/internal/print.h"

// Bits of a number, by its format.
struct BF16 {
    explicit constexpr BF16(uint16_t bits) : bits(bits) {}
    uint16_t bits;
};
struct F32 {
    explicit constexpr F32(float value) : value(value) {}
    float value;
};
struct U32 {
    explicit constexpr U32(uint32_t value) : value(value) {}
    uint32_t value;
};

// How what follows is written; the width is of the next value alone.
struct ENDL {};
struct HEX {};
struct DEC {};
struct OCT {};
struct FIXED {};
struct DEFAULTFLOAT {};
struct SETW {
    explicit constexpr SETW(uint32_t width) : width(width) {}
    uint32_t width;
};
struct SETPRECISION {
    explicit constexpr SETPRECISION(uint32_t digits) : digits(digits) {}
    uint32_t digits;
};

struct DebugPrinter {
    // A format with a {} for each of the values, {:x} for one in hexadecimal, {:o} in octal.
    template <uint32_t kSize, typename... Values>
    DebugPrinter operator()(const char (&format)[kSize], const Values&... values) const;
};
#define DPRINT DebugPrinter()

// ── Text ──

template <uint32_t kSize>
inline __attribute__((always_inline)) DebugPrinter operator<<(DebugPrinter printer,
                                                              const char (&text)[kSize]) {
    print_internal::print_literal(text);
    return printer;
}
template <typename T>
    requires(__is_same(T, const char*) || __is_same(T, char*))
inline DebugPrinter operator<<(DebugPrinter printer, T text) {
    print_internal::print_text(text);
    return printer;
}
inline DebugPrinter operator<<(DebugPrinter printer, char character) {
    tt::hw::issue<tt::hw::MovementOp::kPrintText>(static_cast<uint8_t>(character));
    return printer;
}
inline DebugPrinter operator<<(DebugPrinter printer, ENDL) { return printer << '\n'; }

// ── Numbers ──

template <typename T>
    requires(__is_integral(T) && !__is_same(T, char))
inline DebugPrinter operator<<(DebugPrinter printer, T value) {
    if constexpr (__is_signed(T)) {
        print_internal::print_number(static_cast<int64_t>(value));
    } else {
        print_internal::print_number(static_cast<uint64_t>(value));
    }
    return printer;
}
inline DebugPrinter operator<<(DebugPrinter printer, float value) {
    tt::hw::issue<tt::hw::MovementOp::kPrintFloat>(__builtin_bit_cast(uint32_t, value));
    return printer;
}
inline DebugPrinter operator<<(DebugPrinter printer, F32 number) { return printer << number.value; }
inline DebugPrinter operator<<(DebugPrinter printer, U32 number) { return printer << number.value; }
inline DebugPrinter operator<<(DebugPrinter printer, BF16 number) {
    return printer << __builtin_bit_cast(float, static_cast<uint32_t>(number.bits) << 16);
}

// ── Formats ──

namespace print_internal {

template <PrintFormat kFormat>
inline DebugPrinter set_format(DebugPrinter printer, uint32_t value = 0) {
    issue<MovementOp::kPrintFormat>(static_cast<uint32_t>(kFormat), value);
    return printer;
}

}  // namespace print_internal

inline DebugPrinter operator<<(DebugPrinter printer, HEX) {
    return print_internal::set_format<tt::hw::PrintFormat::kHexadecimal>(printer);
}
inline DebugPrinter operator<<(DebugPrinter printer, DEC) {
    return print_internal::set_format<tt::hw::PrintFormat::kDecimal>(printer);
}
inline DebugPrinter operator<<(DebugPrinter printer, OCT) {
    return print_internal::set_format<tt::hw::PrintFormat::kOctal>(printer);
}
inline DebugPrinter operator<<(DebugPrinter printer, FIXED) {
    return print_internal::set_format<tt::hw::PrintFormat::kFixed>(printer);
}
inline DebugPrinter operator<<(DebugPrinter printer, DEFAULTFLOAT) {
    return print_internal::set_format<tt::hw::PrintFormat::kDefaultFloat>(printer);
}
inline DebugPrinter operator<<(DebugPrinter printer, SETW format) {
    return print_internal::set_format<tt::hw::PrintFormat::kWidth>(printer, format.width);
}
inline DebugPrinter operator<<(DebugPrinter printer, SETPRECISION format) {
    return print_internal::set_format<tt::hw::PrintFormat::kPrecision>(printer, format.digits);
}

// ── Format strings ──

namespace print_internal {

inline void print_character(char character) {
    issue<MovementOp::kPrintText>(static_cast<uint8_t>(character));
}

// Prints up to the next field, behind which it returns, and sets the base that the field asks for.
// Doubled braces stand for one.
[[gnu::noinline]] inline const char* print_until_field(const char* format) {
    for (; *format != '\0'; ++format) {
        if (*format == '{' && format[1] != '{') break;
        if (*format == '{' || *format == '}') ++format;
        print_character(*format);
    }
    if (*format == '\0') return format;
    DebugPrinter() << DEC();
    while (*format != '}' && *format != '\0') {
        if (*format == 'x' || *format == 'X') DebugPrinter() << HEX();
        if (*format == 'o') DebugPrinter() << OCT();
        ++format;
    }
    return *format == '}' ? format + 1 : format;
}

}  // namespace print_internal

template <uint32_t kSize, typename... Values>
DebugPrinter DebugPrinter::operator()(const char (&format)[kSize], const Values&... values) const {
    const char* rest = format;
    ((rest = print_internal::print_until_field(rest), *this << values), ...);
    if constexpr (sizeof...(values) > 0) *this << DEC();
    print_internal::print_until_field(rest);
    return *this;
}

// ── Statements of one hart ──

#define DPRINT_DATA0(statement)
#define DPRINT_DATA1(statement)
#define DPRINT_UNPACK(statement)
#define DPRINT_MATH(statement)
#define DPRINT_PACK(statement)
#if defined(COMPILE_FOR_BRISC)
#undef DPRINT_DATA0
#define DPRINT_DATA0(statement) statement
#elif defined(COMPILE_FOR_NCRISC)
#undef DPRINT_DATA1
#define DPRINT_DATA1(statement) statement
#elif defined(TRISC_UNPACK)
#undef DPRINT_UNPACK
#define DPRINT_UNPACK(statement) statement
#elif defined(TRISC_MATH)
#undef DPRINT_MATH
#define DPRINT_MATH(statement) statement
#elif defined(TRISC_PACK)
#undef DPRINT_PACK
#define DPRINT_PACK(statement) statement
#endif
