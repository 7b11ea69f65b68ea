// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/rv32/guests/guest_machine.hpp"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "tt_metal/hw/instructions.h"

namespace tt::sim::guests {
namespace {

constexpr size_t kL1Size = 1464 * 1024;

}  // namespace

void prepare_scratch(std::span<uint32_t> scratch) {
    constexpr size_t kNumBanksWord = 9;
    std::ranges::fill(scratch, 0u);
    scratch[kNumBanksWord] = kNumBanks;
}

std::vector<std::byte> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error(path + ": cannot be opened");
    }
    const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
    const auto view = std::as_bytes(std::span(bytes));
    return {view.begin(), view.end()};
}

GuestMachine::GuestMachine(std::shared_ptr<const ProgramImage> image)
    : image_(std::move(image)), l1_(kL1Size), hart_(hw::Hart::kBrisc, l1_, port_) {}

uint32_t GuestMachine::run(Workload workload, uint32_t iterations, uint32_t fuel) {
    std::vector<uint32_t> scratch(kScratchWords);
    prepare_scratch(scratch);
    std::memcpy(l1_.data() + kScratchAddress, scratch.data(), scratch.size() * sizeof(uint32_t));
    Request request{.workload = workload, .iterations = iterations, .result = 0};
    std::memcpy(l1_.data() + kRequestAddress, &request, sizeof(request));

    hart_.reset(image_);
    while (hart_.run(fuel) != RunResult::kHalted) {
    }

    std::memcpy(&request, l1_.data() + kRequestAddress, sizeof(request));
    return request.result;
}

CustomOutcome GuestMachine::Port::execute(const CustomInstruction& instruction, uint32_t& /*rd*/) {
    if (instruction.opcode != hw::kOpcodeMovement ||
        instruction.operation != static_cast<uint16_t>(hw::MovementOp::kHartDone)) {
        throw std::runtime_error("a guest has used an instruction of the core");
    }
    return CustomOutcome::kHalted;
}

}  // namespace tt::sim::guests
