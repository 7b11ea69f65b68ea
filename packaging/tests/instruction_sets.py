# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Which functions of a binary hold instructions that the oldest processor of its kind lacks."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

import capstone
from elftools.elf.elffile import ELFFile

# Of capstone's groups of x86 instructions, those that every x86-64 has, and those that are no sets.
_X86_64_GROUPS = frozenset(
    {"cmov", "fpu", "mmx", "mode64", "not64bitmode", "novlx", "privilege", "sse1", "sse2"}
    | {"branch_relative", "call", "int", "iret", "jump", "ret"}
)
# In no group of capstone's.
_UNGROUPED_X86 = frozenset({"crc32", "lzcnt", "movbe", "popcnt"})
# An older processor reads it as `bsf`, with the same result wherever compilers use it so.
_ALIAS_OF_BASELINE = frozenset({"tzcnt"})
# Atomics of armv8.1 and later; vectors of SVE have registers of their own.
_ARM_ATOMICS = re.compile(
    r"(cas|casp|swp|ld(add|clr|eor|set|smax|smin|umax|umin)|st(add|clr|eor|set))(a|l|al)?[bh]?$"
)
_SVE_REGISTER = re.compile(r"\b[zp]\d+\b")


class _Decoder:
    """Names the instruction set of an instruction, asking capstone once for each kind."""

    def __init__(self, machine: str):
        self._is_x86 = machine == "EM_X86_64"
        architecture = (
            (capstone.CS_ARCH_X86, capstone.CS_MODE_64)
            if self._is_x86
            else (capstone.CS_ARCH_ARM64, capstone.CS_MODE_ARM)
        )
        self.engine = capstone.Cs(*architecture)
        self.engine.skipdata = True
        self._detailed = capstone.Cs(*architecture)
        self._detailed.detail = True
        self._known: dict[tuple[str, ...], frozenset[str]] = {}

    def beyond_baseline(self, code: bytes, mnemonic: str, operands: str) -> frozenset[str]:
        """Returns the names of the sets beyond the baseline that the instruction belongs to."""
        if not self._is_x86:
            return self._arm_sets(mnemonic, operands)
        key = (mnemonic, *sorted(set(re.findall(r"[xyz]mm|\{", operands))))
        if key not in self._known:
            self._known[key] = self._x86_sets(code, mnemonic)
        return self._known[key]

    def _x86_sets(self, code: bytes, mnemonic: str) -> frozenset[str]:
        if mnemonic in _ALIAS_OF_BASELINE:
            return frozenset()
        if mnemonic in _UNGROUPED_X86:
            return frozenset({mnemonic})
        instruction = next(self._detailed.disasm(code, 0), None)
        if instruction is None:
            return frozenset()  # padding between functions
        groups = {instruction.group_name(group) for group in instruction.groups}
        return frozenset(groups - _X86_64_GROUPS)

    @staticmethod
    def _arm_sets(mnemonic: str, operands: str) -> frozenset[str]:
        sets = {"lse"} if _ARM_ATOMICS.match(mnemonic) else set()
        return frozenset(sets | ({"sve"} if _SVE_REGISTER.search(operands) else set()))


def _function_at(elf: ELFFile) -> tuple[list[int], list[str]]:
    """Returns the addresses where functions start, and their names."""
    table = elf.get_section_by_name(".symtab")
    functions = sorted(
        (symbol["st_value"], symbol.name)
        for symbol in (table.iter_symbols() if table else [])
        if symbol["st_info"]["type"] == "STT_FUNC" and symbol["st_value"]
    )
    return [address for address, _ in functions], [name for _, name in functions]


def beyond_baseline(elf: ELFFile) -> Iterator[tuple[str, str]]:
    """Yields (instruction set, function) for each instruction that an old processor traps on."""
    text = elf.get_section_by_name(".text")
    code, base = text.data(), text["sh_addr"]
    addresses, names = _function_at(elf)
    decoder = _Decoder(elf["e_machine"])
    for address, size, mnemonic, operands in decoder.engine.disasm_lite(code, base):
        here = code[address - base : address - base + size]
        for name in decoder.beyond_baseline(here, mnemonic, operands):
            index = bisect.bisect(addresses, address) - 1
            yield name, names[index] if index >= 0 else "unknown function"
