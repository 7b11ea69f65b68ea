// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/zeroed_memory.hpp"

#include <sys/mman.h>

#include <new>

namespace tt::sim {
namespace {

std::byte* map_zeros(size_t size_bytes) {
    void* memory =
        mmap(nullptr, size_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        throw std::bad_alloc();
    }
    return static_cast<std::byte*>(memory);
}

}  // namespace

ZeroedMemory::ZeroedMemory(size_t size_bytes) : memory_(map_zeros(size_bytes), Unmap{size_bytes}) {}

void ZeroedMemory::Unmap::operator()(std::byte* memory) const { munmap(memory, size_bytes); }

}  // namespace tt::sim
