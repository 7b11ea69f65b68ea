// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Serves the Request in L1. No circular buffers, no waits.

#include "tt_metal/sim/rv32/guests/workloads.h"

extern "C" void kernel_main() {
    using namespace tt::sim::guests;
    auto* request = reinterpret_cast<volatile Request*>(kRequestAddress);
    auto* scratch = reinterpret_cast<uint32_t*>(kScratchAddress);
    request->result = run(request->workload, scratch, request->iterations);
}
