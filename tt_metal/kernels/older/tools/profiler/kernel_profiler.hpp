// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Marks of zones for upstream's profiler. There is no clock to measure them with: see
// RunStatistics.
#pragma once

#define DeviceZoneScopedN(name)
#define DeviceZoneScopedMainN(name)
#define DeviceZoneScopedMainChildN(name)
#define DeviceZoneScopedSumN1(name)
#define DeviceZoneScopedSumN2(name)
#define DeviceTimestampedData(name, data)
