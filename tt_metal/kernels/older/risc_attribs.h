// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// What upstream's kernels call pointers to L1.
#pragma once

#include "tt_metal/kernels/internal/l1.h"  // IWYU pragma: export
