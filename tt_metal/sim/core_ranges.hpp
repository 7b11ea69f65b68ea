// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Sets of cores as people write them.
#pragma once

#include <set>
#include <string>

#include "tt_metal/sim/core_coord.hpp"

namespace tt::sim {

// Few rectangles that cover exactly these cores: "(0,0)-(7,5), (0,6)".
std::string describe_cores(std::set<CoreCoord> cores);

}  // namespace tt::sim
