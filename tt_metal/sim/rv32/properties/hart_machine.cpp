// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// For tests in Python: a hart with its memories that starts with given registers at given
// instructions, and one that takes whatever ELF file it gets.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <array>
#include <cstring>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tt_metal/hw/memory_map.h"
#include "tt_metal/sim/rv32/disassemble.hpp"
#include "tt_metal/sim/rv32/hart.hpp"
#include "tt_metal/sim/rv32/testing/elf_builder.hpp"
#include "tt_metal/sim/rv32/testing/encode.hpp"

namespace py = pybind11;
using namespace tt;

namespace {

using Words = std::vector<uint32_t>;
using Registers = std::array<uint32_t, 32>;

constexpr uint32_t kWordSize = 4;

// What the oracle can be asked about: neither counters, which count other things there, nor ours.
constexpr const char* kMnemonics[] = {
#define RV32_INSTRUCTION(mnemonic) #mnemonic,
#define RV32_COUNTER(mnemonic, csr, shift)
#define RV32_CUSTOM(mnemonic, opcode)
#include "tt_metal/sim/rv32/instructions.def"
};

class NoPort : public sim::HartPort {
    sim::CustomOutcome execute(const sim::CustomInstruction&, uint32_t&) override {
        throw std::invalid_argument("body: has a custom instruction; the oracle knows none");
    }
};

void append(Words& words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
}

class HaltingPort : public sim::HartPort {
    sim::CustomOutcome execute(const sim::CustomInstruction&, uint32_t&) override {
        return sim::CustomOutcome::kHalted;
    }
};

// A hart lets nobody write its registers, so instructions do it. The jump makes it stop behind
// them.
Words set_registers(const Registers& registers) {
    Words words;
    for (uint32_t index = 1; index < registers.size(); ++index) {
        append(words, sim::testing::load_immediate(index, registers[index]));
    }
    words.push_back(sim::testing::jal(sim::testing::kZero, kWordSize));
    return words;
}

Words to_words(std::string_view bytes) {
    Words words(bytes.size() / kWordSize);
    std::memcpy(words.data(), bytes.data(), words.size() * kWordSize);
    return words;
}

py::bytes to_bytes(std::span<const std::byte> memory) {
    return {reinterpret_cast<const char*>(memory.data()), memory.size()};
}

class HartMachine {
 public:
    HartMachine(const Registers& registers, const Words& body, std::string_view l1,
                std::string_view local_memory)
        : l1_(l1.size()), hart_(hw::Hart::kNcrisc, l1_, port_) {
        std::memcpy(l1_.data(), l1.data(), l1.size());
        Words words = set_registers(registers);
        num_prologue_ = words.size();
        append(words, body);
        sim::testing::ElfSpec spec = sim::testing::program(words);
        spec.segments.push_back(
            {.address = hw::kLocalMemoryBase, .flags = 6, .words = to_words(local_memory)});
        image_ = sim::ProgramImage::from_elf(sim::testing::build(spec), "body.elf");
        hart_.reset(image_);
        hart_.run(static_cast<uint32_t>(num_prologue_));
    }

    std::optional<sim::TrapKind> run_to_jump() {
        try {
            hart_.run(1);
            return std::nullopt;
        } catch (const sim::HartTrap& trap) {
            return trap.kind();
        }
    }

    uint32_t pc() const { return hart_.pc(); }
    uint64_t retired_instructions() const { return hart_.retired_instructions() - num_prologue_; }
    Registers registers() const {
        Registers values;
        for (uint32_t index = 0; index < values.size(); ++index) {
            values[index] = hart_.register_value(index);
        }
        return values;
    }
    py::bytes l1() const { return to_bytes(l1_); }
    py::bytes local_memory() const { return to_bytes(hart_.local_memory()); }
    py::bytes instruction_memory() const { return to_bytes(image_->instruction_memory()); }

 private:
    std::vector<std::byte> l1_;
    NoPort port_;
    sim::Hart hart_;
    std::shared_ptr<const sim::ProgramImage> image_;
    size_t num_prologue_ = 0;
};

// Why the file is refused; nothing if a hart executes it until it halts, traps or has no fuel.
std::optional<std::string> load_and_run(std::string_view elf, std::string name, uint32_t fuel) {
    std::vector<std::byte> l1(hw::kL1UnreservedBase);
    HaltingPort port;
    sim::Hart hart(hw::Hart::kNcrisc, l1, port);
    try {
        hart.reset(sim::ProgramImage::from_elf(std::as_bytes(std::span(elf)), std::move(name)));
        hart.run(fuel);
    } catch (const sim::ElfError& error) {
        return error.what();
    } catch (const sim::HartTrap&) {
    }
    return std::nullopt;
}

}  // namespace

PYBIND11_MODULE(hart_machine, m) {
    m.attr("INSTRUCTION_MEMORY_BASE") = hw::kInstructionMemoryBase;
    m.attr("INSTRUCTION_MEMORY_SIZE") = hw::kInstructionMemorySize;
    m.attr("LOCAL_MEMORY_BASE") = hw::kLocalMemoryBase;
    m.attr("LOCAL_MEMORY_SIZE") = hw::local_memory_size(hw::Hart::kNcrisc);
    m.attr("L1_NULL_GUARD_SIZE") = hw::kL1NullGuardSize;
    m.attr("MNEMONICS") = std::vector<std::string>(std::begin(kMnemonics), std::end(kMnemonics));
    m.def("disassemble", sim::rv32::disassemble);
    m.def("load_and_run", load_and_run);

    py::enum_<sim::TrapKind>(m, "TrapKind")
        .value("ILLEGAL_INSTRUCTION", sim::TrapKind::kIllegalInstruction)
        .value("MISALIGNED_ADDRESS", sim::TrapKind::kMisalignedAddress)
        .value("NULL_POINTER", sim::TrapKind::kNullPointer)
        .value("OUT_OF_BOUNDS", sim::TrapKind::kOutOfBounds)
        .value("INSTRUCTION_MEMORY_WRITTEN", sim::TrapKind::kInstructionMemoryWritten)
        .value("ENVIRONMENT_CALL", sim::TrapKind::kEnvironmentCall)
        .value("BREAKPOINT", sim::TrapKind::kBreakpoint);

    py::class_<HartMachine>(m, "HartMachine")
        .def(py::init<const Registers&, const Words&, std::string_view, std::string_view>(),
             py::kw_only(), py::arg("registers"), py::arg("body"), py::arg("l1"),
             py::arg("local_memory"))
        .def("run_to_jump", &HartMachine::run_to_jump)
        .def_property_readonly("pc", &HartMachine::pc)
        .def_property_readonly("retired_instructions", &HartMachine::retired_instructions)
        .def_property_readonly("registers", &HartMachine::registers)
        .def_property_readonly("l1", &HartMachine::l1)
        .def_property_readonly("local_memory", &HartMachine::local_memory)
        .def_property_readonly("instruction_memory", &HartMachine::instruction_memory);
}
