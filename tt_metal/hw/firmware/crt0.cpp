// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Start-up code of every kernel: gives the hart a stack, calls the kernel, reports its return.
// The loader has already filled .data and cleared .bss, and kernels have no static constructors.
#include "tt_metal/hw/firmware/this_hart.h"
#include "tt_metal/hw/instructions.h"
#include "tt_metal/hw/memory_map.h"

using namespace tt::hw;

static_assert(MovementOp::kHartDone == MovementOp{0}, "spelled with funct7 = funct3 = 0 below");

// Besides the code, it hands the memory map to the linker script as absolute symbols, so that those
// numbers are written down once.
extern "C" [[gnu::naked, gnu::used, gnu::section(".text.start")]] void _start() {
    asm volatile(
        ".globl __instruction_memory_base, __instruction_memory_size\n"
        ".globl __local_memory_base, __local_memory_size\n"
        ".set __instruction_memory_base, %0\n"
        ".set __instruction_memory_size, %1\n"
        ".set __local_memory_base, %2\n"
        ".set __local_memory_size, %3\n"
        "li sp, %2 + %3\n"
        "call kernel_main\n"
        ".insn r %4, 0, 0, x0, x0, x0\n"
        :
        : "i"(kInstructionMemoryBase), "i"(kInstructionMemorySize), "i"(kLocalMemoryBase),
          "i"(local_memory_size(kThisHart)), "i"(kOpcodeMovement));
}
