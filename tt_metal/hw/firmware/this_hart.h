// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The hart that a device source is being compiled for, from the definitions of the build.
#pragma once

#include "tt_metal/hw/hart.h"

namespace tt::hw {

#if defined(COMPILE_FOR_BRISC)
inline constexpr Hart kThisHart = Hart::kBrisc;
#elif defined(COMPILE_FOR_NCRISC)
inline constexpr Hart kThisHart = Hart::kNcrisc;
#elif defined(COMPILE_FOR_TRISC) && COMPILE_FOR_TRISC == 0
inline constexpr Hart kThisHart = Hart::kTrisc0;
#elif defined(COMPILE_FOR_TRISC) && COMPILE_FOR_TRISC == 1
inline constexpr Hart kThisHart = Hart::kTrisc1;
#elif defined(COMPILE_FOR_TRISC) && COMPILE_FOR_TRISC == 2
inline constexpr Hart kThisHart = Hart::kTrisc2;
#else
#error "device code: define COMPILE_FOR_BRISC, COMPILE_FOR_NCRISC or COMPILE_FOR_TRISC=0|1|2"
#endif

}  // namespace tt::hw
