// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Where the lines go that kernels print with DPRINT.
//
// The environment says, when a device is opened, what is heard:
//   TT_METAL_DPRINT_CORES   all; or logical cores and rectangles, like "(0,0),(2,1)-(3,3)". If it
//   is
//                           not set, nothing is heard.
//   TT_METAL_DPRINT_CHIPS   ids of devices, like "0,1"; all if it is not set
//   TT_METAL_DPRINT_RISCVS  harts, like "BR,TR1"; all if it is not set. They are BR (BRISC),
//                           NC (NCRISC), TR0 (unpack), TR1 (math), TR2 (pack)
//   TT_METAL_DPRINT_FILE    a file to write to instead
//   TT_METAL_DPRINT_PREPEND_DEVICE_CORE_RISC   0: lines without "0:(x=0,y=0):BR: " before them
// A value that is none of these makes opening a device throw std::invalid_argument.
#pragma once

#include <functional>
#include <string>

namespace tt::tt_metal {

// Takes what is not written to a file, in whole lines with their ends, instead of the standard
// output. It is called from the thread that runs a program. Empty: the standard output again.
void set_print_output(std::function<void(const std::string& lines)> output);

}  // namespace tt::tt_metal
