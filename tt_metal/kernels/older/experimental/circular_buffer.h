// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "api/dataflow/circular_buffer.h"

namespace experimental {
using ::CircularBuffer;
}  // namespace experimental
