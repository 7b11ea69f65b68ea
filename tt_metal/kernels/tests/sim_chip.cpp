// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// The simulated chip for tests in Python, with the host's half of a launch: what it writes to L1.
// Cores are pairs (x, y) of logical coordinates; memory contents are bytes.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tt_metal/hw/hart.h"
#include "tt_metal/hw/mailbox.h"
#include "tt_metal/hw/memory_map.h"
#include "tt_metal/hw/sfpu.h"
#include "tt_metal/sim/chip.hpp"

namespace py = pybind11;
using namespace tt;

namespace {

using Core = std::pair<uint32_t, uint32_t>;

sim::CoreCoord coord(Core core) { return {core.first, core.second}; }

std::span<const std::byte> as_bytes(std::string_view text) {
    return std::as_bytes(std::span(text));
}

// Calls `read` with a buffer of that size and returns what it left there.
template <typename Read>
py::bytes read_bytes(size_t size, Read read) {
    std::string buffer(size, '\0');
    read(std::as_writable_bytes(std::span(buffer)));
    return py::bytes(buffer);
}

template <typename T>
void write_struct(sim::Chip& chip, Core core, uint32_t address, const T& value) {
    chip.write_l1(coord(core), address, std::as_bytes(std::span(&value, 1)));
}

void write_words(sim::Chip& chip, Core core, uint32_t address, const std::vector<uint32_t>& words) {
    chip.write_l1(coord(core), address, std::as_bytes(std::span(words)));
}

uint32_t args_address(hw::Hart hart) {
    return hw::kRuntimeArgsBase + static_cast<uint32_t>(hart) * hw::kRuntimeArgsStride;
}

uint32_t counts_address(hw::Hart hart) {
    return hw::kArgumentCountsAddress +
           static_cast<uint32_t>(hart) * static_cast<uint32_t>(sizeof(hw::ArgumentCounts));
}

void set_circular_buffer(sim::Chip& chip, Core core, uint32_t index, uint32_t address,
                         uint32_t num_pages, uint32_t page_size, hw::DataFormat format) {
    hw::CbDescriptor descriptor{};
    descriptor.address = address;
    descriptor.size_bytes = num_pages * page_size;
    descriptor.page_size_bytes = page_size;
    descriptor.data_format = format;
    descriptor.tile_height = hw::kTileHeight;
    descriptor.tile_width = hw::kTileWidth;
    write_struct(chip, core, hw::kCbDescriptorBase + index * sizeof descriptor, descriptor);
}

// `unpack_to_dest`: for every circular buffer.
void set_launch(sim::Chip& chip, Core core, const std::vector<hw::Hart>& harts, bool fp32_dest_acc,
                bool unpack_to_dest, uint8_t math_fidelity) {
    hw::LaunchMessage launch{};
    for (const hw::Hart hart : harts) {
        launch.enabled_harts |= 1u << static_cast<uint32_t>(hart);
    }
    launch.fp32_dest_acc = fp32_dest_acc;
    launch.math_fidelity = math_fidelity;
    launch.semaphores = (1u << hw::kNumSemaphores) - 1;
    std::ranges::fill(launch.unpack_to_dest, unpack_to_dest ? ~0u : 0);
    write_struct(chip, core, hw::kLaunchMessageAddress, launch);
}

sim::RunStatistics run(sim::Chip& chip, const std::vector<Core>& cores) {
    std::vector<sim::CoreCoord> coords;
    for (const Core core : cores) {
        coords.push_back(coord(core));
    }
    return chip.run(coords);
}

void bind_chip(py::module_& m) {
    py::class_<sim::Chip>(m, "Chip")
        .def(py::init([] { return sim::Chip(sim::wormhole_b0()); }))
        .def_property_readonly(
            "num_dram_banks",
            [](const sim::Chip& chip) { return chip.descriptor().num_dram_banks(); })
        .def_property_readonly(
            "l1_size_bytes", [](const sim::Chip& chip) { return chip.descriptor().l1_size_bytes; })
        .def_property_readonly("worker_grid",
                               [](const sim::Chip& chip) {
                                   const auto grid = chip.descriptor().worker_grid;
                                   return Core(grid.x, grid.y);
                               })
        .def("worker_noc",
             [](const sim::Chip& chip, Core core) {
                 const auto noc = chip.descriptor().worker_noc(coord(core));
                 return Core(noc.x, noc.y);
             })
        .def("dram_noc",
             [](const sim::Chip& chip, uint32_t bank) {
                 const auto noc = chip.descriptor().dram_banks.at(bank).endpoint;
                 return Core(noc.x, noc.y);
             })
        .def("write_l1",
             [](sim::Chip& chip, Core core, uint32_t address, std::string_view bytes) {
                 chip.write_l1(coord(core), address, as_bytes(bytes));
             })
        .def("read_l1",
             [](const sim::Chip& chip, Core core, uint32_t address, size_t size) {
                 return read_bytes(size,
                                   [&](auto bytes) { chip.read_l1(coord(core), address, bytes); });
             })
        .def("write_dram",
             [](sim::Chip& chip, uint32_t bank, uint64_t address, std::string_view bytes) {
                 chip.write_dram(bank, address, as_bytes(bytes));
             })
        .def("read_dram",
             [](const sim::Chip& chip, uint32_t bank, uint64_t address, size_t size) {
                 return read_bytes(size, [&](auto bytes) { chip.read_dram(bank, address, bytes); });
             })
        .def("load",
             [](sim::Chip& chip, Core core, hw::Hart hart, std::string_view elf, std::string name) {
                 chip.load(coord(core), hart,
                           sim::ProgramImage::from_elf(as_bytes(elf), std::move(name)));
             })
        .def("set_circular_buffer", set_circular_buffer)
        .def("set_launch", set_launch)
        .def("set_args",
             [](sim::Chip& chip, Core core, hw::Hart hart, const std::vector<uint32_t>& args) {
                 write_words(chip, core, args_address(hart), args);
                 const auto count = static_cast<uint16_t>(args.size());
                 write_struct(chip, core, counts_address(hart), count);
             })
        .def("set_common_args",
             [](sim::Chip& chip, Core core, hw::Hart hart, const std::vector<uint32_t>& args) {
                 write_words(chip, core, args_address(hart) + hw::kCommonRuntimeArgsOffset, args);
                 const auto count = static_cast<uint16_t>(args.size());
                 write_struct(chip, core,
                              counts_address(hart) + offsetof(hw::ArgumentCounts, common), count);
             })
        .def("set_semaphore",
             [](sim::Chip& chip, Core core, uint32_t id, uint32_t value) {
                 write_words(chip, core, hw::kSemaphoreBase + id * hw::kSemaphoreStride, {value});
             })
        .def("print_to",
             [](sim::Chip& chip, Core core, hw::Hart hart, py::list lines) {
                 chip.set_print_sink(coord(core), hart, [lines](std::string_view line) mutable {
                     lines.append(py::str(line.data(), line.size()));
                 });
             })
        .def("set_instruction_budget", &sim::Chip::set_instruction_budget)
        .def("run", run);
}

void bind_simulation_error(py::module_& m) {
    static py::exception<sim::SimulationError> type(m, "SimulationError");
    py::register_exception_translator([](std::exception_ptr error) {
        try {
            std::rethrow_exception(error);
        } catch (const sim::SimulationError& e) {
            const py::object instance = py::object(type)(e.what());
            instance.attr("kind") = py::cast(e.kind());
            instance.attr("core") = Core(e.core().x, e.core().y);
            instance.attr("hart") = py::cast(e.hart());
            py::set_error(type, instance);
        }
    });
}

}  // namespace

PYBIND11_MODULE(sim_chip, m) {
    m.attr("L1_UNRESERVED_BASE") = hw::kL1UnreservedBase;
    m.attr("INSTRUCTION_MEMORY") = Core(hw::kInstructionMemoryBase, hw::kInstructionMemorySize);
    m.attr("LOCAL_MEMORY_BASE") = hw::kLocalMemoryBase;
    m.attr("DRAM_ALIGNMENT") = hw::kDramAlignment;
    m.attr("L1_ALIGNMENT") = hw::kL1Alignment;
    m.def("local_memory_size", hw::local_memory_size);

    // Codes by name.
    py::dict functions;
#define SFPU_FUNCTION(name, operands, formats, result) \
    functions[#name] = static_cast<uint32_t>(hw::SfpuFunction::k_##name);
#include "tt_metal/hw/sfpu_functions.def"
#undef SFPU_FUNCTION
    m.attr("SFPU_FUNCTIONS") = functions;

    py::enum_<hw::Hart>(m, "Hart")
        .value("BRISC", hw::Hart::kBrisc)
        .value("NCRISC", hw::Hart::kNcrisc)
        .value("TRISC0", hw::Hart::kTrisc0)
        .value("TRISC1", hw::Hart::kTrisc1)
        .value("TRISC2", hw::Hart::kTrisc2);
    py::enum_<hw::DataFormat>(m, "DataFormat")
        .value("FLOAT32", hw::DataFormat::Float32)
        .value("BFLOAT16", hw::DataFormat::Float16_b)
        .value("BFLOAT8_B", hw::DataFormat::Bfp8_b)
        .value("BFLOAT4_B", hw::DataFormat::Bfp4_b)
        .value("INT32", hw::DataFormat::Int32)
        .value("UINT16", hw::DataFormat::UInt16)
        .value("UINT8", hw::DataFormat::UInt8)
        .value("UINT32", hw::DataFormat::UInt32);
    py::enum_<sim::ErrorKind>(m, "ErrorKind")
        .value("LAUNCH", sim::ErrorKind::kLaunch)
        .value("TRAP", sim::ErrorKind::kTrap)
        .value("INSTRUCTION", sim::ErrorKind::kInstruction)
        .value("ASSERTION", sim::ErrorKind::kAssertion)
        .value("REFUSAL", sim::ErrorKind::kRefusal)
        .value("CIRCULAR_BUFFER", sim::ErrorKind::kCircularBuffer)
        .value("SEMAPHORE", sim::ErrorKind::kSemaphore)
        .value("ARGUMENT", sim::ErrorKind::kArgument)
        .value("RESERVED_MEMORY", sim::ErrorKind::kReservedMemory)
        .value("NOC", sim::ErrorKind::kNoc)
        .value("DST", sim::ErrorKind::kDst)
        .value("DEADLOCK", sim::ErrorKind::kDeadlock)
        .value("INSTRUCTION_BUDGET", sim::ErrorKind::kInstructionBudget);
    py::class_<sim::RunStatistics>(m, "RunStatistics")
        .def_readonly("instructions_retired", &sim::RunStatistics::instructions_retired)
        .def_readonly("tiles_matmul", &sim::RunStatistics::tiles_matmul)
        .def_readonly("noc_bytes_read", &sim::RunStatistics::noc_bytes_read);

    bind_simulation_error(m);
    bind_chip(m);
}
