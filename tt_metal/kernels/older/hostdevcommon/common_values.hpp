// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Values that host programs and kernels agree on for semaphores.
#pragma once

#include <stdint.h>

inline constexpr uint32_t INVALID = 0;
inline constexpr uint32_t VALID = 1;
