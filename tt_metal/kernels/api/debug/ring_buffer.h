// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Upstream's watcher keeps the last words that kernels push for the host. There is no watcher here;
// DPRINT shows words.
#pragma once

#define WATCHER_RING_BUFFER_PUSH(word) ((void)(word))
