// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// WAYPOINT("NAME"): marks where a kernel is. Nothing here: a kernel that stands still is named by
// the error that ends the run, with the function in which it waits.
#pragma once

#define WAYPOINT(name) static_cast<void>(0)
