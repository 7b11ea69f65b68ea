# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Which functions of a binary hold instructions that the oldest processor of its kind lacks.

The disassemblers name the feature that an instruction needs. What the C++ core chooses at run time
may be there; anything else would end in an illegal instruction on an older machine.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator

import capstone
import iced_x86
from elftools.elf.constants import SH_FLAGS
from elftools.elf.elffile import ELFFile
from elftools.elf.sections import Section

UNDECODABLE = "undecodable"

# Level 1 of the x86-64 ABI, and what all processors run that have it.
_X86_64_BASELINE = frozenset(
    "INTEL8086 INTEL186 INTEL286 INTEL386 INTEL486 X64 CPUID MULTIBYTENOP "
    "CMOV CX8 FPU FPU287 FPU387 FXSR MMX PAUSE SSE SSE2 TSC "
    # Older processors take endbr64 for a no-op.
    "CET_IBT".split()
)

# Where the operand is not zero the compiler writes bsf like that: older processors skip the prefix.
_TZCNT_OR_BSF = frozenset(
    [iced_x86.Code.TZCNT_R16_RM16, iced_x86.Code.TZCNT_R32_RM32, iced_x86.Code.TZCNT_R64_RM64]
)

_X86_FEATURES = {
    value: name
    for name, value in vars(iced_x86.CpuidFeature).items()
    if isinstance(value, int) and not name.startswith("_")
}

# Armv8.0-A has both; groups whose name does not start so tell a role, like "jump".
_AARCH64_BASELINE = frozenset(["HasFPARMv8", "HasNEON", "HasNEONorSME"])

# Major opcodes of RV32I, and of M, which shares one with it: chapter "RV32/64G Instruction Set
# Listings" of the unprivileged specification.
_RV32IM_OPCODES = frozenset([0x03, 0x0F, 0x13, 0x17, 0x23, 0x33, 0x37, 0x63, 0x67, 0x6F, 0x73])
# tt_metal/hw/instructions.h: the custom ones of a Tensix core.
_TENSIX_OPCODES = frozenset([0x0B, 0x2B])
_RISCV_OP = 0x33
_RV32IM_OP_FUNCTIONS = frozenset([0x00, 0x20, 0x01])


def x86_64_features(code: bytes, address: int) -> Iterator[tuple[int, str]]:
    """Yields address and feature of each instruction beyond the baseline."""
    for instruction in iced_x86.Decoder(64, code, ip=address):
        if instruction.code == iced_x86.Code.INVALID:
            yield instruction.ip, UNDECODABLE
        elif instruction.code not in _TZCNT_OR_BSF:
            for feature in instruction.cpuid_features():
                if _X86_FEATURES[feature] not in _X86_64_BASELINE:
                    yield instruction.ip, _X86_FEATURES[feature]


@functools.cache
def _aarch64_disassembler() -> capstone.Cs:
    disassembler = capstone.Cs(capstone.CS_ARCH_AARCH64, capstone.CS_MODE_ARM)
    disassembler.detail = True
    return disassembler


@functools.cache
def _aarch64_word_features(word: bytes) -> frozenset[str]:
    for instruction in _aarch64_disassembler().disasm(word, 0):
        groups = {instruction.group_name(group) for group in instruction.groups}
        return frozenset(g for g in groups if g.startswith("Has")) - _AARCH64_BASELINE
    return frozenset([UNDECODABLE])


def aarch64_features(code: bytes, address: int) -> Iterator[tuple[int, str]]:
    """Yields address and feature of each instruction beyond the baseline."""
    for offset in range(0, len(code) - 3, 4):
        for feature in _aarch64_word_features(code[offset : offset + 4]):
            yield address + offset, feature


def riscv_features(code: bytes, address: int) -> Iterator[tuple[int, str]]:
    """Yields address and major opcode of each instruction beyond RV32IM and Tensix's own."""
    for offset in range(0, len(code) - 3, 4):
        word = int.from_bytes(code[offset : offset + 4], "little")
        opcode = word & 0x7F
        unknown_function = opcode == _RISCV_OP and word >> 25 not in _RV32IM_OP_FUNCTIONS
        if opcode not in _RV32IM_OPCODES | _TENSIX_OPCODES or unknown_function:
            yield address + offset, f"{opcode:#04x}"


_DECODERS = {
    "EM_AARCH64": aarch64_features,
    "EM_RISCV": riscv_features,
    "EM_X86_64": x86_64_features,
}


def qualified_name(symbol: str) -> str:
    """Returns the C++ name behind a symbol, without parameters: signatures change often."""
    rest = re.match(r"_ZN[KVr]*(?:St)?(.*)", symbol)
    parts = []
    text = rest[1] if rest else ""
    while length := re.match(r"\d+", text):
        end = length.end() + int(length[0])
        parts.append(text[length.end() : end].replace("_GLOBAL__N_1", "(anonymous)"))
        text = text[end:]
    return "::".join(parts) or symbol


class _Symbols:
    """Symbols of a binary by address: its functions, and where data lies among code."""

    def __init__(self, elf: ELFFile) -> None:
        functions: dict[int, str] = {}
        marks: dict[int, bool] = {}
        for symbol in elf.get_section_by_name(".symtab").iter_symbols():
            if symbol["st_info"]["type"] == "STT_FUNC" and symbol["st_shndx"] != "SHN_UNDEF":
                functions.setdefault(symbol["st_value"], symbol.name)
            elif mark := re.match(r"\$([xd])", symbol.name):
                marks[symbol["st_value"]] = mark[1] == "d"
        self._functions = sorted(functions.items())
        self._marks = sorted(marks.items())

    @staticmethod
    def _at(table: list, address: int, otherwise: str | bool) -> str | bool:
        index = bisect.bisect(table, address, key=lambda row: row[0])
        return table[index - 1][1] if index else otherwise

    def function(self, address: int) -> str:
        return qualified_name(self._at(self._functions, address, "?"))

    def is_data(self, address: int) -> bool:
        return self._at(self._marks, address, False)


def _code_sections(elf: ELFFile) -> Iterator[Section]:
    for section in elf.iter_sections():
        if section["sh_flags"] & SH_FLAGS.SHF_EXECINSTR and section["sh_type"] == "SHT_PROGBITS":
            yield section


def beyond_baseline(elf: ELFFile) -> dict[str, set[str]]:
    """Returns the functions that hold instructions beyond the baseline, by feature.

    Raises:
      KeyError: the binary is for a processor that this module knows nothing of.
    """
    decode = _DECODERS[elf["e_machine"]]
    symbols = _Symbols(elf)
    found: dict[str, set[str]] = {}
    for section in _code_sections(elf):
        for address, feature in decode(section.data(), section["sh_addr"]):
            if not symbols.is_data(address):
                found.setdefault(feature, set()).add(symbols.function(address))
    return found
