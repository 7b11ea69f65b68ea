// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// An older name of mul_int_sfpu.h.
#pragma once

#include "api/compute/mul_int_sfpu.h"
