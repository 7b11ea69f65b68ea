// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// CoreLocalMem: words of this core's L1.
#pragma once

#include "experimental/noc.h"  // IWYU pragma: export
