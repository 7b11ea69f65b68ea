// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The parameter (bits of a float) and x, the other way round.
#pragma once

#include "api/compute/eltwise_unary/rdiv.h"
#include "api/compute/eltwise_unary/rsub.h"
