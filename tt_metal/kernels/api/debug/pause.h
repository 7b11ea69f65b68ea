// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Upstream's watcher holds a kernel here until a key is pressed. There is no watcher to hold it.
#pragma once

#define PAUSE()
