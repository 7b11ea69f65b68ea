// SPDX-FileCopyrightText: The TT-NN Authors
// SPDX-License-Identifier: Apache-2.0

// Never run: the program is there to be disassembled.

#define VECTOR(text) text "\n"
asm(".section .text.disassembly_vectors, \"ax\", @progbits\n"
    ".option arch, +zicsr\n"
    ".type disassembly_vectors, @function\n"
    "disassembly_vectors:\n"
#include "tt_metal/sim/rv32/disassembly_vectors.def"
);

extern "C" void disassembly_vectors();

extern "C" void kernel_main() { disassembly_vectors(); }
