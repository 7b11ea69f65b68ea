// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// An older name of logical_not.h.
#pragma once

#include "api/compute/eltwise_unary/logical_not.h"
