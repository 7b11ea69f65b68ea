// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// How much work a run was, counted where it is done. There is no model of time behind it.
#pragma once

#include <cstdint>

namespace tt::sim {

struct RunStatistics {
    uint64_t instructions_retired = 0;
    uint64_t tiles_unpacked = 0;
    uint64_t tiles_copied = 0;  // from source registers to DST
    uint64_t tiles_elementwise = 0;
    uint64_t tiles_matmul = 0;
    uint64_t tiles_reduced = 0;
    uint64_t tiles_sfpu = 0;
    uint64_t tiles_packed = 0;
    uint64_t noc_reads = 0;
    uint64_t noc_bytes_read = 0;
    uint64_t noc_writes = 0;  // with inline writes and atomic increments
    uint64_t noc_bytes_written = 0;

    RunStatistics& operator+=(const RunStatistics& other);
    bool operator==(const RunStatistics&) const = default;
};

inline RunStatistics& RunStatistics::operator+=(const RunStatistics& other) {
    instructions_retired += other.instructions_retired;
    tiles_unpacked += other.tiles_unpacked;
    tiles_copied += other.tiles_copied;
    tiles_elementwise += other.tiles_elementwise;
    tiles_matmul += other.tiles_matmul;
    tiles_reduced += other.tiles_reduced;
    tiles_sfpu += other.tiles_sfpu;
    tiles_packed += other.tiles_packed;
    noc_reads += other.noc_reads;
    noc_bytes_read += other.noc_bytes_read;
    noc_writes += other.noc_writes;
    noc_bytes_written += other.noc_bytes_written;
    return *this;
}

}  // namespace tt::sim
