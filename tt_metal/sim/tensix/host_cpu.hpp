// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What the processor of the host and its operating system offer beyond the baseline.
#pragma once

namespace tt::sim {

// All false on other architectures than x86-64.
bool host_has_avx2_and_fma();
bool host_has_avx512();  // F, BW and VL, and all that host_has_avx2_and_fma() says

}  // namespace tt::sim
