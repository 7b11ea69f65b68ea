// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Says hello from every hart that runs it.
#if defined(COMPILE_FOR_TRISC)
#include "api/compute/common.h"
#else
#include "api/dataflow/dataflow_api.h"
#endif
#include "api/debug/dprint.h"

void kernel_main() {
#if defined(COMPILE_FOR_TRISC)
    UNPACK(DPRINT << "unpack says hello" << ENDL());
    MATH(DPRINT << "math says hello" << ENDL());
    PACK(DPRINT << "pack says hello" << ENDL());
#else
    DPRINT << "data movement on NoC " << uint32_t{noc_index} << " says hello from core ("
           << uint32_t{get_absolute_logical_x()} << "," << uint32_t{get_absolute_logical_y()} << ")"
           << ENDL();
#endif
}
