// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "api/compute/sfpi.h"  // IWYU pragma: export
