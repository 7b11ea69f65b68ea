// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What upstream's headers bring of the standard library, so that kernels use it without an include.
//
// The library's own headers would take ten times as long to compile as all of ours. Those that a
// kernel includes win: a name that std itself declares hides one that it has by a using directive.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "tt_metal/kernels/internal/memory_functions.h"

using uint = unsigned int;

namespace standard_names {

template <typename T>
constexpr const T& min(const T& a, const T& b) {
    return b < a ? b : a;
}
template <typename T>
constexpr const T& max(const T& a, const T& b) {
    return a < b ? b : a;
}
template <typename T>
constexpr const T& clamp(const T& value, const T& least, const T& greatest) {
    return value < least ? least : greatest < value ? greatest : value;
}

template <typename T, size_t kSize>
struct array {
    T elements[kSize == 0 ? 1 : kSize];

    constexpr T& operator[](size_t index) { return elements[index]; }
    constexpr const T& operator[](size_t index) const { return elements[index]; }
    constexpr T* data() { return elements; }
    constexpr const T* data() const { return elements; }
    constexpr T* begin() { return elements; }
    constexpr const T* begin() const { return elements; }
    constexpr T* end() { return elements + kSize; }
    constexpr const T* end() const { return elements + kSize; }
    constexpr T& front() { return elements[0]; }
    constexpr const T& front() const { return elements[0]; }
    constexpr T& back() { return elements[kSize - 1]; }
    constexpr const T& back() const { return elements[kSize - 1]; }
    static constexpr size_t size() { return kSize; }
    static constexpr bool empty() { return kSize == 0; }
    constexpr void fill(const T& value) {
        for (T& element : *this) element = value;
    }
};
template <typename T, typename... More>
array(T, More...) -> array<T, 1 + sizeof...(More)>;

}  // namespace standard_names

namespace std {

using namespace standard_names;

using ::int16_t;
using ::int32_t;
using ::int64_t;
using ::int8_t;
using ::intptr_t;
using ::memcmp;
using ::memcpy;
using ::memmove;
using ::memset;
using ::ptrdiff_t;
using ::size_t;
using ::uint16_t;
using ::uint32_t;
using ::uint64_t;
using ::uint8_t;
using ::uintptr_t;

}  // namespace std
