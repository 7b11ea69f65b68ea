// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/core.hpp"

#include <bit>
#include <cstring>
#include <format>
#include <stdexcept>
#include <utility>

#include "tt_metal/sim/fault.hpp"
#include "tt_metal/sim/noc/reserved_l1.hpp"
#include "tt_metal/sim/tensix/printer.hpp"
#include "tt_metal/sim/tensix/refusal.hpp"

namespace tt::sim {
namespace {

using hw::MovementOp;

// Instructions of one slice: enough that changing harts costs little, few enough that one that
// polls memory does not keep the others waiting.
constexpr uint32_t kFuelPerSlice = 2000;

enum class HartState : uint8_t { kOff, kRunning, kDone };

MovementOp movement_op(const CustomInstruction& instruction) {
    return static_cast<MovementOp>(instruction.operation);
}

}  // namespace

// A hart, its wiring, and where it stands.
struct TensixCore::HartSlot final : HartPort {
    HartSlot(TensixCore& core, hw::Hart id, const Noc& noc)
        : core(core), noc(noc, core.l1(), core.statistics_), hart(id, core.l1(), *this) {}

    CustomOutcome execute(const CustomInstruction& instruction, uint32_t& rd) override {
        return core.execute(*this, instruction, rd);
    }
    void check_reserved_load(uint32_t address, uint32_t) override {
        sim::check_reserved_load(core.l1(), address);
    }
    void check_reserved_store(uint32_t address, uint32_t size_bytes) override {
        check_reserved_write(core.l1(), address, size_bytes, "store to");
    }

    TensixCore& core;
    NocPort noc;
    Printer printer;
    Hart hart;
    std::shared_ptr<const ProgramImage> image;
    HartState state = HartState::kOff;
    Wait wait;  // what it is parked for
};

TensixCore::TensixCore(CoreCoord coord, const ChipDescriptor& descriptor, const Noc& noc)
    : coord_(coord),
      l1_(descriptor.l1_size_bytes),
      buffers_(descriptor.num_circular_buffers),
      engine_(l1(), buffers_, fastest_datapath(), fastest_sfpu(), statistics_) {
    for (uint32_t id = 0; id < hw::kNumHarts; ++id) {
        slots_[id] = std::make_unique<HartSlot>(*this, static_cast<hw::Hart>(id), noc);
    }
}

TensixCore::~TensixCore() = default;

void TensixCore::load(hw::Hart hart, std::shared_ptr<const ProgramImage> image) {
    if (image && image->local_memory_extent() > hw::local_memory_size(hart)) {
        throw std::invalid_argument(std::format("{} needs {} bytes of local memory; {} has {}",
                                                image->name(), image->local_memory_extent(),
                                                hw::hart_name(hart), hw::local_memory_size(hart)));
    }
    slots_.at(static_cast<size_t>(hart))->image = std::move(image);
}

void TensixCore::set_print_sink(hw::Hart hart, std::function<void(std::string_view)> sink) {
    slots_.at(static_cast<size_t>(hart))->printer.set_line_sink(std::move(sink));
}

void TensixCore::flush_prints() {
    for (const auto& slot : slots_) slot->printer.flush();
}

void TensixCore::launch() {
    running_harts_ = 0;
    statistics_ = {};
    hw::LaunchMessage message;
    std::memcpy(&message, &l1()[hw::kLaunchMessageAddress], sizeof message);
    try {
        if (message.enabled_harts >> hw::kNumHarts != 0) {
            throw Fault(ErrorKind::kLaunch,
                        std::format("the launch message enables harts 0x{:x}; a core has {}",
                                    message.enabled_harts, hw::kNumHarts));
        }
        mailboxes_.reset();
        buffers_.configure(l1());
        engine_.reset(message);
        for (uint32_t id = 0; id < hw::kNumHarts; ++id) {
            slots_[id]->state = HartState::kOff;
            if (message.enabled_harts >> id & 1) {
                start(*slots_[id]);
            }
        }
    } catch (const Fault& fault) {
        throw SimulationError(fault.kind(), coord_, std::nullopt, 0,
                              std::format("core ({},{}): {}", coord_.x, coord_.y, fault.what()));
    }
}

void TensixCore::start(HartSlot& slot) {
    if (!slot.image) {
        throw Fault(ErrorKind::kLaunch,
                    std::format("{} is enabled but has no program", hw::hart_name(slot.hart.id())));
    }
    slot.hart.reset(slot.image);
    slot.noc.reset();
    slot.printer.reset();
    slot.wait = {};
    slot.state = HartState::kRunning;
    ++running_harts_;
}

bool TensixCore::step() {
    bool progress = false;
    for (const auto& slot : slots_) {
        if (slot->state == HartState::kRunning) {
            progress |= run_slice(*slot);
        }
    }
    return progress;
}

bool TensixCore::run_slice(HartSlot& slot) {
    const auto report = [&](ErrorKind kind, uint32_t pc, const std::string& reason) {
        return SimulationError(
            kind, coord_, slot.hart.id(), pc,
            std::format("core ({},{}) {}: {}", coord_.x, coord_.y, slot.hart.location(pc), reason));
    };
    try {
        if (!is_over(slot.wait)) {
            return false;
        }
        slot.wait = {};
        if (slot.hart.run(kFuelPerSlice) == RunResult::kHalted) {
            slot.state = HartState::kDone;
            --running_harts_;
        }
        slot.noc.settle();
        return true;
    } catch (const HartTrap& trap) {
        throw report(ErrorKind::kTrap, trap.pc(), trap.reason());
    } catch (const Fault& fault) {
        throw report(fault.kind(), fault.pc().value_or(slot.hart.pc()), fault.what());
    }
}

RunStatistics TensixCore::statistics() const {
    RunStatistics total = statistics_;
    for (const auto& slot : slots_) {
        if (slot->state != HartState::kOff) {
            total.instructions_retired += slot->hart.retired_instructions();
        }
    }
    return total;
}

// ── Custom instructions ──

CustomOutcome TensixCore::execute(HartSlot& slot, const CustomInstruction& instruction,
                                  uint32_t& rd) {
    const Wait wait = wait_before(slot.hart.id(), instruction);
    if (!is_over(wait)) {
        slot.wait = wait;
        return CustomOutcome::kParked;
    }
    if (instruction.opcode == hw::kOpcodeTensix) {
        engine_.execute(static_cast<hw::TensixOp>(instruction.operation), instruction.rs1,
                        instruction.rs2);
        return CustomOutcome::kRetired;
    }
    execute_movement(slot, instruction, rd);
    return movement_op(instruction) == MovementOp::kHartDone ? CustomOutcome::kHalted
                                                             : CustomOutcome::kRetired;
}

Wait TensixCore::wait_before(hw::Hart hart, const CustomInstruction& instruction) const {
    if (instruction.opcode == hw::kOpcodeTensix) {
        return engine_.wait_before(hart, static_cast<hw::TensixOp>(instruction.operation));
    }
    const auto this_hart = static_cast<uint32_t>(hart);
    const auto wait_for = [&](WaitKind kind) {
        return Wait{kind, instruction.rs1, instruction.rs2};
    };
    switch (movement_op(instruction)) {
        case MovementOp::kCbReserveBack:
            return wait_for(WaitKind::kPagesFree);
        case MovementOp::kCbWaitFront:
            return wait_for(WaitKind::kPagesAvailable);
        case MovementOp::kSemaphoreWaitEqual:
            return wait_for(WaitKind::kSemaphoreEqual);
        case MovementOp::kSemaphoreWaitAtLeast:
            return wait_for(WaitKind::kSemaphoreAtLeast);
        case MovementOp::kMailboxWrite:
            return {WaitKind::kMailboxRoom, Mailboxes::between(this_hart, instruction.rs1)};
        case MovementOp::kMailboxRead:
            return {WaitKind::kMailboxWord, Mailboxes::between(instruction.rs1, this_hart)};
        default:
            return {};
    }
}

bool TensixCore::is_over(const Wait& wait) const {
    switch (wait.kind) {
        case WaitKind::kNothing:
            return true;
        case WaitKind::kPagesFree:
            return buffers_.at(wait.subject).has_free(wait.value);
        case WaitKind::kPagesAvailable:
            return buffers_.at(wait.subject).has_available(wait.value);
        case WaitKind::kSemaphoreEqual:
            return semaphore(wait.subject) == wait.value;
        case WaitKind::kSemaphoreAtLeast:
            return semaphore(wait.subject) >= wait.value;
        case WaitKind::kMailboxRoom:
            return mailboxes_.has_room(wait.subject);
        case WaitKind::kMailboxWord:
            return mailboxes_.has_word(wait.subject);
        default:
            return engine_.is_over(wait.kind);
    }
}

void TensixCore::execute_movement(HartSlot& slot, const CustomInstruction& instruction,
                                  uint32_t& rd) {
    const auto [opcode, operation, rs1, rs2] = instruction;
    switch (movement_op(instruction)) {
        case MovementOp::kHartDone:
            slot.printer.flush();
            slot.noc.check_nothing_pending();
            return;
        case MovementOp::kHartAssert:
            throw Fault(ErrorKind::kAssertion, "assertion failed: " + slot.image->text_at(rs1));
        case MovementOp::kHartRefuse:
            throw Fault(ErrorKind::kRefusal, describe_refusal(static_cast<hw::Refusal>(rs1), rs2));
        case MovementOp::kCbPushBack:
            buffers_.at(rs1).push_back(rs2);
            return;
        case MovementOp::kCbPopFront:
            buffers_.at(rs1).pop_front(rs2);
            return;
        case MovementOp::kCbWritePointer:
            rd = buffers_.at(rs1).write_pointer();
            return;
        case MovementOp::kCbReadPointer:
            rd = buffers_.at(rs1).read_pointer();
            return;
        case MovementOp::kCbPagesAvailable:
            rd = buffers_.at(rs1).pages_available();
            return;
        case MovementOp::kCbPagesFree:
            rd = buffers_.at(rs1).pages_free();
            return;
        case MovementOp::kNocTarget:
            slot.noc.set_target(uint64_t{rs2} << 32 | rs1);
            return;
        case MovementOp::kNocRead:
            slot.noc.read(rs1, rs2, slot.hart.pc());
            return;
        case MovementOp::kNocWrite:
            slot.noc.write(rs1, rs2, slot.hart.pc());
            return;
        case MovementOp::kNocReadBarrier:
            slot.noc.read_barrier();
            return;
        case MovementOp::kNocWriteBarrier:
        case MovementOp::kNocWritesFlushed:
            slot.noc.write_barrier();
            return;
        case MovementOp::kNocAtomicIncrement:
            slot.noc.atomic_increment(rs1);
            return;
        case MovementOp::kNocInlineWrite:
            slot.noc.inline_write(rs1, rs2);
            return;
        case MovementOp::kNocMulticast:
            slot.noc.multicast(rs1, rs2, slot.hart.pc());
            return;
        case MovementOp::kNocMulticastReceivers:
            slot.noc.set_receivers(rs1, rs2 != 0);
            return;
        case MovementOp::kNocReadNumber:
            slot.noc.set_read_number(rs1);
            return;
        case MovementOp::kNocNumberedReadBarrier:
            slot.noc.read_barrier(rs1);
            return;
        case MovementOp::kMailboxWrite:
            mailboxes_.push(Mailboxes::between(static_cast<uint32_t>(slot.hart.id()), rs1), rs2);
            return;
        case MovementOp::kMailboxRead:
            rd = mailboxes_.pop(Mailboxes::between(rs1, static_cast<uint32_t>(slot.hart.id())));
            return;
        case MovementOp::kNocAtomicBarrier:  // increments have taken effect at once
        case MovementOp::kCbReserveBack:     // the wait was all
        case MovementOp::kCbWaitFront:
        case MovementOp::kSemaphoreWaitEqual:
        case MovementOp::kSemaphoreWaitAtLeast:
            return;
        default:
            if (execute_print(slot, instruction)) return;
    }
    throw Fault(ErrorKind::kInstruction,
                std::format("movement operation {} is not defined", operation));
}

bool TensixCore::execute_print(HartSlot& slot, const CustomInstruction& instruction) {
    const auto [opcode, operation, rs1, rs2] = instruction;
    const uint64_t value = uint64_t{rs2} << 32 | rs1;
    switch (movement_op(instruction)) {
        case MovementOp::kPrintText:
            slot.printer.text(rs1);
            return true;
        case MovementOp::kPrintUnsigned:
            slot.printer.unsigned_value(value);
            return true;
        case MovementOp::kPrintSigned:
            slot.printer.signed_value(static_cast<int64_t>(value));
            return true;
        case MovementOp::kPrintFloat:
            slot.printer.float_value(rs1);
            return true;
        case MovementOp::kPrintFormat:
            slot.printer.set_format(static_cast<hw::PrintFormat>(rs1), rs2);
            return true;
        case MovementOp::kPrintDst:
            print_dst(slot, rs1, rs2);
            return true;
        default:
            return false;
    }
}

void TensixCore::print_dst(HartSlot& slot, uint32_t index, uint32_t place) {
    if (slot.hart.id() != hw::Hart::kTrisc1 || place >= hw::kTileElements) {
        throw Fault(ErrorKind::kInstruction,
                    std::format("{} prints datum {} of a DST tile; TRISC1 can, of {} datums",
                                hw::hart_name(slot.hart.id()), place, hw::kTileElements));
    }
    DstTile& tile = engine_.dst_tile(index);
    const auto bits = std::bit_cast<uint32_t>(tile.value().datums[place]);
    if (tile.kind == DatumKind::kInteger) {
        slot.printer.signed_value(static_cast<int32_t>(bits));
    } else {
        slot.printer.float_value(bits);
    }
}

uint32_t TensixCore::semaphore(uint32_t address) const {
    if (address % sizeof(uint32_t) != 0 || address < hw::kL1NullGuardSize ||
        address > l1().size() - sizeof(uint32_t)) {
        throw Fault(ErrorKind::kSemaphore,
                    std::format("no semaphore can be at 0x{:08x}: not a word of L1", address));
    }
    if (is_reserved(address)) {
        check_reserved_write(l1(), address, sizeof(uint32_t), "semaphore at");
    }
    uint32_t value;
    std::memcpy(&value, &l1()[address], sizeof value);
    return value;
}

// ── Report ──

std::vector<WaitingHart> TensixCore::waiting_harts() const {
    std::vector<WaitingHart> waiting;
    for (const auto& slot : slots_) {
        if (slot->state == HartState::kRunning && slot->wait.kind != WaitKind::kNothing) {
            const uint32_t pc = slot->hart.pc();
            waiting.push_back({slot->hart.id(), pc, slot->image->name(), slot->image->place_at(pc),
                               describe(slot->wait)});
        }
    }
    return waiting;
}

std::string TensixCore::describe(const Wait& wait) const {
    switch (wait.kind) {
        case WaitKind::kNothing:
            return "nothing";
        case WaitKind::kPagesFree:
            return std::format("cb_reserve_back(cb {}, {} pages; {} free)", wait.subject,
                               wait.value, buffers_.at(wait.subject).pages_free());
        case WaitKind::kPagesAvailable:
            return std::format("cb_wait_front(cb {}, {} pages; {} available)", wait.subject,
                               wait.value, buffers_.at(wait.subject).pages_available());
        case WaitKind::kSemaphoreEqual:
            return std::format("noc_semaphore_wait(0x{:08x}, {}; is {})", wait.subject, wait.value,
                               semaphore(wait.subject));
        case WaitKind::kSemaphoreAtLeast:
            return std::format("noc_semaphore_wait_min(0x{:08x}, {}; is {})", wait.subject,
                               wait.value, semaphore(wait.subject));
        case WaitKind::kMailboxRoom:
            return std::format("mailbox_write ({} has yet to read)",
                               hw::hart_name(static_cast<hw::Hart>(wait.subject % hw::kNumHarts)));
        case WaitKind::kMailboxWord:
            return std::format("mailbox_read ({} has yet to write)",
                               hw::hart_name(static_cast<hw::Hart>(wait.subject / hw::kNumHarts)));
        case WaitKind::kDstReleased:
            return "tile_regs_acquire (pack has yet to release DST)";
        case WaitKind::kDstCommitted:
            return "tile_regs_wait (math has yet to commit DST)";
        case WaitKind::kSourceFree:
            return "unpack (math has yet to consume the source registers)";
        case WaitKind::kSourceFilled:
            return "math (unpack has yet to fill the source registers)";
    }
    return "";
}

}  // namespace tt::sim
