// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Semaphore: of this core, and of the same id on others.
#pragma once

#include "experimental/noc.h"  // IWYU pragma: export
