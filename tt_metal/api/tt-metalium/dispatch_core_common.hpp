// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Which cores of a card hand out its work. The simulated chip needs none for that, so all of its
// worker grid is free for programs whatever is chosen; host programs can keep their choice.
#pragma once

#include <cstdint>

namespace tt::tt_metal {

enum class DispatchCoreType : std::uint8_t { WORKER, ETH };
enum class DispatchCoreAxis : std::uint8_t { ROW, COL };

class DispatchCoreConfig {
 public:
    DispatchCoreConfig() = default;
    DispatchCoreConfig(DispatchCoreType type, DispatchCoreAxis axis = DispatchCoreAxis::ROW)
        : type_(type), axis_(axis) {}

    DispatchCoreType get_dispatch_core_type() const { return type_; }
    DispatchCoreAxis get_dispatch_core_axis() const { return axis_; }

    friend bool operator==(const DispatchCoreConfig&, const DispatchCoreConfig&) = default;

 private:
    DispatchCoreType type_ = DispatchCoreType::WORKER;
    DispatchCoreAxis axis_ = DispatchCoreAxis::ROW;
};

}  // namespace tt::tt_metal
