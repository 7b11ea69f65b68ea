// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Words of L1 as a hart reads and writes them. Volatile, since host and other harts change them.
#pragma once

#include <stdint.h>

// Upstream marks pointers to L1 with it.
#define tt_l1_ptr

template <typename T>
inline volatile T* l1_pointer(uint32_t address) {
    return reinterpret_cast<volatile T*>(address);
}
