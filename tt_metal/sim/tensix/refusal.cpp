// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

#include "tt_metal/sim/tensix/refusal.hpp"

#include <format>

namespace tt::sim {

std::string describe_refusal(hw::Refusal reason, uint32_t value) {
    switch (reason) {
        case hw::Refusal::kDramBank:
            return std::format("DRAM bank {}: the chip has no such bank", value);
        case hw::Refusal::kL1Bank:
            return std::format("L1 bank {}: the chip has no such bank", value);
        case hw::Refusal::kPage:
            return std::format("page {}: the tensor has no such page", value);
        case hw::Refusal::kPacketSize:
            return std::format("a packet of {} bytes: more than NOC_MAX_BURST_SIZE", value);
    }
    return std::format("{} is refused", value);
}

}  // namespace tt::sim
