// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The object style under the namespace that it first had.
#pragma once

#include "api/dataflow/noc.h"
#include "experimental/circular_buffer.h"

namespace experimental {
using ::CoreLocalMem;
using ::MulticastEndpoint;
using ::Noc;
using ::noc_traits_t;
using ::Semaphore;
using ::UnicastEndpoint;
}  // namespace experimental
