// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Places that a Noc reads from and writes to.
#pragma once

#include "experimental/noc.h"  // IWYU pragma: export
