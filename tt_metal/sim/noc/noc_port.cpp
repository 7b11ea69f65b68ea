// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/noc/noc_port.hpp"

#include <cstring>
#include <format>
#include <utility>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/sim/fault.hpp"

namespace tt::sim {
namespace {

template <class... Args>
[[noreturn]] void fail(std::format_string<Args...> format, Args&&... args) {
    throw Fault(ErrorKind::kNoc, std::format(format, std::forward<Args>(args)...));
}

void copy_from(const NocNode& node, uint64_t address, std::span<std::byte> to) {
    if (node.dram) {
        node.dram->read(address, to);
    } else {
        std::memmove(to.data(), &node.l1[address], to.size());
    }
}

void copy_to(const NocNode& node, uint64_t address, std::span<const std::byte> from) {
    if (node.dram) {
        node.dram->write(address, from);
    } else {
        std::memmove(&node.l1[address], from.data(), from.size());
    }
}

}  // namespace

void NocPort::set_target(uint64_t noc_address) {
    target_ = noc_address;
    has_target_ = true;
}

void NocPort::read(uint32_t l1_address, uint32_t size_bytes) {
    reads_.push_back(
        make_transfer("read", l1_address, size_bytes, noc_.alignment().dram_read_bytes));
    ++statistics_.noc_reads;
    statistics_.noc_bytes_read += size_bytes;
}

void NocPort::write(uint32_t l1_address, uint32_t size_bytes) {
    writes_.push_back(
        make_transfer("write", l1_address, size_bytes, noc_.alignment().dram_write_bytes));
    ++statistics_.noc_writes;
    statistics_.noc_bytes_written += size_bytes;
}

void NocPort::read_barrier() {
    for (const Transfer& read : reads_) {
        copy_from(*read.node, read.node_address, l1_.subspan(read.l1_address, read.size_bytes));
    }
    reads_.clear();
}

void NocPort::write_barrier() {
    deliver_writes();
    delivered_unawaited_ = 0;
}

void NocPort::atomic_increment(uint32_t increment) {
    const uint64_t to = target();
    const NocNode& node = noc_.resolve(to, sizeof increment);
    const uint64_t address = hw::noc_local_address(to);
    if (node.dram) {
        fail("atomic increment of {}: DRAM has no atomic operations", describe_noc_address(to));
    }
    if (address % sizeof increment != 0) {
        fail("atomic increment of {}: not a multiple of {}", describe_noc_address(to),
             sizeof increment);
    }
    deliver_writes();
    uint32_t word;
    std::memcpy(&word, &node.l1[address], sizeof word);
    word += increment;
    std::memcpy(&node.l1[address], &word, sizeof word);
    ++statistics_.noc_writes;
    statistics_.noc_bytes_written += sizeof word;
}

void NocPort::inline_write(uint32_t value) {
    const uint64_t to = target();
    const NocNode& node = noc_.resolve(to, sizeof value);
    const uint64_t address = hw::noc_local_address(to);
    if (address % sizeof value != 0) {
        fail("inline write to {}: not a multiple of {}", describe_noc_address(to), sizeof value);
    }
    deliver_writes();
    copy_to(node, address, std::as_bytes(std::span(&value, 1)));
    ++statistics_.noc_writes;
    statistics_.noc_bytes_written += sizeof value;
}

void NocPort::check_nothing_pending() const {
    if (!reads_.empty()) {
        fail(
            "the kernel ends with {} NoC reads that no read barrier has awaited; the last is of {} "
            "bytes to L1 0x{:08x}",
            reads_.size(), reads_.back().size_bytes, reads_.back().l1_address);
    }
    if (const uint64_t pending = writes_.size() + delivered_unawaited_; pending != 0) {
        fail("the kernel ends with {} NoC writes that were neither awaited nor flushed", pending);
    }
}

void NocPort::reset() {
    has_target_ = false;
    reads_.clear();
    writes_.clear();
    delivered_unawaited_ = 0;
}

uint64_t NocPort::target() const {
    if (!has_target_) {
        fail("a NoC transfer is issued before its far end has been set");
    }
    return target_;
}

NocPort::Transfer NocPort::make_transfer(const char* verb, uint32_t l1_address, uint32_t size_bytes,
                                         uint32_t dram_alignment_bytes) const {
    const uint64_t far = target();
    if (size_bytes == 0) {
        fail("NoC {} of 0 bytes, {}", verb, describe_noc_address(far));
    }
    const NocNode& node = noc_.resolve(far, size_bytes);
    if (l1_address < hw::kL1NullGuardSize || uint64_t{l1_address} + size_bytes > l1_.size()) {
        fail("NoC {} of {} bytes: L1 0x{:08x} to 0x{:08x} is not within 0x{:x} to 0x{:08x}", verb,
             size_bytes, l1_address, uint64_t{l1_address} + size_bytes, hw::kL1NullGuardSize,
             l1_.size());
    }
    const uint64_t far_address = hw::noc_local_address(far);
    const uint32_t alignment = node.dram ? dram_alignment_bytes : noc_.alignment().l1_bytes;
    if ((far_address ^ l1_address) % alignment != 0) {
        fail("NoC {} of {} bytes: L1 0x{:08x} and {} differ modulo {}", verb, size_bytes,
             l1_address, describe_noc_address(far), alignment);
    }
    return {&node, far_address, l1_address, size_bytes};
}

void NocPort::deliver_writes() {
    for (const Transfer& write : writes_) {
        copy_to(*write.node, write.node_address, l1_.subspan(write.l1_address, write.size_bytes));
    }
    delivered_unawaited_ += writes_.size();
    writes_.clear();
}

}  // namespace tt::sim
