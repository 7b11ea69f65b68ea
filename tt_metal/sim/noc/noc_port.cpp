// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/noc/noc_port.hpp"

#include <algorithm>
#include <cstring>
#include <format>
#include <utility>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/hw/noc_address.h"
#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/noc/reserved_l1.hpp"

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

void NocPort::read(uint32_t l1_address, uint32_t size_bytes, uint32_t pc) {
    Transfer read =
        make_transfer("read", target(), l1_address, size_bytes, noc_.alignment().dram_read_bytes);
    if (is_reserved(l1_address)) {
        check_reserved_write(l1_, l1_address, size_bytes, "NoC read to L1");
    }
    read.number = read_number_;
    read.pc = pc;
    reads_.push_back(read);
    ++statistics_.noc_reads;
    statistics_.noc_bytes_read += size_bytes;
}

void NocPort::write(uint32_t l1_address, uint32_t size_bytes, uint32_t pc) {
    const Transfer write =
        make_transfer("write", target(), l1_address, size_bytes, noc_.alignment().dram_write_bytes);
    check_writable("NoC write", *write.node, target(), size_bytes);
    writes_.push_back(write);
    last_write_pc_ = pc;
    ++statistics_.noc_writes;
    statistics_.noc_bytes_written += size_bytes;
}

void NocPort::set_receivers(uint32_t number, bool with_sender) {
    num_receivers_ = number;
    sender_receives_ = with_sender;
}

void NocPort::multicast(uint32_t l1_address, uint32_t size_bytes, uint32_t pc) {
    const uint64_t to = target();
    const auto [left, right] = std::minmax({hw::noc_start_x(to), hw::noc_x(to)});
    const auto [top, bottom] = std::minmax({hw::noc_start_y(to), hw::noc_y(to)});
    uint32_t receivers = 0;
    for (uint32_t y = top; y <= bottom; ++y) {
        for (uint32_t x = left; x <= right; ++x) {
            const uint64_t far = hw::noc_address(hw::noc_xy(x, y), hw::noc_local_address(to));
            const Transfer write = make_transfer("multicast", far, l1_address, size_bytes, 1);
            if (write.node->dram) {
                fail("NoC multicast of {} bytes: {} is DRAM; only cores take one", size_bytes,
                     describe_noc_address(far));
            }
            const bool is_sender = write.node->l1.data() == l1_.data();
            if (is_sender && !sender_receives_) continue;
            check_writable("NoC multicast", *write.node, far, size_bytes);
            writes_.push_back(write);
            ++receivers;
        }
    }
    if (receivers != num_receivers_) {
        fail(
            "NoC multicast of {} bytes to ({},{})-({},{}): num_dests is {}, but {} cores take it{}",
            size_bytes, left, top, right, bottom, num_receivers_, receivers,
            sender_receives_ ? "" : ", the sender not being one of them");
    }
    last_write_pc_ = pc;
    ++statistics_.noc_writes;
    statistics_.noc_bytes_written += uint64_t{size_bytes} * receivers;
}

void NocPort::deliver(const Transfer& read) {
    copy_from(*read.node, read.node_address, l1_.subspan(read.l1_address, read.size_bytes));
}

void NocPort::read_barrier(uint32_t number) {
    std::erase_if(reads_, [&](const Transfer& read) {
        if (read.number != number) return false;
        deliver(read);
        return true;
    });
}

void NocPort::read_barrier() {
    for (const Transfer& read : reads_) deliver(read);
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
    check_writable("atomic increment", node, to, sizeof increment);
    deliver_writes();
    uint32_t word;
    std::memcpy(&word, &node.l1[address], sizeof word);
    word += increment;
    std::memcpy(&node.l1[address], &word, sizeof word);
    ++statistics_.noc_writes;
    statistics_.noc_bytes_written += sizeof word;
}

void NocPort::inline_write(uint32_t value, uint32_t kept_bytes) {
    const uint64_t to = target();
    const NocNode& node = noc_.resolve(to, sizeof value);
    const uint64_t address = hw::noc_local_address(to);
    if (address % sizeof value != 0) {
        fail("inline write to {}: not a multiple of {}", describe_noc_address(to), sizeof value);
    }
    check_writable("inline write", node, to, sizeof value);
    deliver_writes();
    const auto bytes = std::as_bytes(std::span(&value, 1));
    for (uint32_t i = 0; i < sizeof value; ++i) {
        if ((kept_bytes >> i & 1) == 0) copy_to(node, address + i, bytes.subspan(i, 1));
    }
    ++statistics_.noc_writes;
    statistics_.noc_bytes_written += sizeof value;
}

void NocPort::check_nothing_pending() const {
    if (!reads_.empty()) {
        const Transfer& last = reads_.back();
        throw Fault(ErrorKind::kNoc,
                    std::format("the kernel ends with {} NoC reads that no read barrier has "
                                "awaited; the last is this one, of {} bytes to L1 0x{:08x}",
                                reads_.size(), last.size_bytes, last.l1_address),
                    last.pc);
    }
    if (const uint64_t pending = writes_.size() + delivered_unawaited_; pending != 0) {
        throw Fault(ErrorKind::kNoc,
                    std::format("the kernel ends with {} NoC writes that were neither awaited nor "
                                "flushed; the last is this one",
                                pending),
                    last_write_pc_);
    }
}

void NocPort::check_writable(const char* verb, const NocNode& node, uint64_t far,
                             uint64_t size_bytes) const {
    const uint64_t address = hw::noc_local_address(far);
    if (node.dram || !is_reserved(address)) return;
    try {
        check_reserved_write(node.l1, address, size_bytes, "write to L1");
    } catch (const Fault& fault) {
        throw Fault(fault.kind(),
                    std::format("{} to {}: {}", verb, describe_noc_address(far), fault.what()));
    }
}

void NocPort::reset() {
    has_target_ = false;
    read_number_ = 0;
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

NocPort::Transfer NocPort::make_transfer(const char* verb, uint64_t far, uint32_t l1_address,
                                         uint32_t size_bytes, uint32_t dram_alignment_bytes) const {
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
