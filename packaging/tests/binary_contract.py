# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What the binaries of a wheel ask of the machine and offer to it, as lines of text to review."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import instruction_sets
from elftools.elf.elffile import ELFFile
from elftools.elf.relocation import RelocationSection

# Places where builds run; a path below one tells of the machine that built the wheel.
_TRACES_OF_BUILDS = (b"/execroot/", b"/sandbox/", b"bazel-out/", b"/home/", b"/root/", b"/tmp/")
# The namespace of a variant of code that is chosen when the processor is known.
_VARIANT = re.compile(r"tt::sim::(\w+::)?\(anonymous\)::avx(2|512)::")
# Functions that the C library has as well, and the value that its stack protector compares with. A
# guard of our own is the same in every process.
_OF_THE_C_LIBRARY = re.compile(r"__stack_chk_\w+|__\w+_chk|bcmp|mem(cmp|cpy|move|set)|strlen")
# Properties of control flow: the property that holds them, and the bit of each.
_CONTROL_FLOW = {
    "EM_X86_64": ("GNU_PROPERTY_X86_FEATURE_1_AND", {"IBT": 1, "SHSTK": 2}),
    "EM_AARCH64": ("GNU_PROPERTY_AARCH64_FEATURE_1_AND", {"BTI": 1, "PAC": 2, "GCS": 4}),
}
# Bits of DT_FLAGS.
_TEXT_RELOCATIONS = 0x4
_BIND_NOW = 0x8


def _listed(values: Iterable[str]) -> str:
    return " ".join(sorted(set(values))) or "none"


def _dynamic(elf: ELFFile, tag: str, attribute: str) -> list[str]:
    entries = elf.get_section_by_name(".dynamic").iter_tags(tag)
    return [getattr(entry, attribute) for entry in entries]


def _needed_versions(elf: ELFFile) -> set[str]:
    section = elf.get_section_by_name(".gnu.version_r")
    return {aux.name for _, versions in section.iter_versions() for aux in versions}


def _newest(versions: Iterable[str]) -> Iterator[str]:
    """Yields the newest version of each library's symbols."""
    by_library: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    for version in versions:
        library, _, number = version.rpartition("_")
        by_library[library].append(tuple(map(int, number.split("."))))
    for library, numbers in by_library.items():
        yield f"{library}_{'.'.join(map(str, max(numbers)))}"


def _exported(elf: ELFFile) -> list[str]:
    return [
        symbol.name
        for symbol in elf.get_section_by_name(".dynsym").iter_symbols()
        if symbol["st_shndx"] != "SHN_UNDEF" and symbol["st_info"]["bind"] != "STB_LOCAL"
    ]


def _symbol_names(elf: ELFFile) -> set[str]:
    tables = filter(None, map(elf.get_section_by_name, (".symtab", ".dynsym")))
    return {symbol.name for table in tables for symbol in table.iter_symbols()}


def _checked_calls(elf: ELFFile) -> list[str]:
    """Names of the calls that FORTIFY has replaced; the stack protector's own is not one."""
    return [
        name
        for name in _symbol_names(elf)
        if re.fullmatch(r"__\w+_chk", name) and "stack" not in name
    ]


def _flags(elf: ELFFile) -> int:
    return next((entry.d_val for entry in _dynamic(elf, "DT_FLAGS", "entry")), 0)


def _protections(elf: ELFFile) -> Iterator[str]:
    segments = {segment["p_type"]: segment for segment in elf.iter_segments()}
    if "PT_GNU_RELRO" in segments:
        yield "relro"
    if _flags(elf) & _BIND_NOW:
        yield "bind-now"
    if "PT_GNU_STACK" in segments and not segments["PT_GNU_STACK"]["p_flags"] & 1:
        yield "stack-not-executable"
    if not any(segment["p_flags"] & 3 == 3 for segment in elf.iter_segments("PT_LOAD")):
        yield "code-not-writable"
    if "__stack_chk_fail" in _symbol_names(elf):
        yield "stack-protector"


def _control_flow(elf: ELFFile) -> Iterator[str]:
    holder, bits = _CONTROL_FLOW[elf["e_machine"]]
    section = elf.get_section_by_name(".note.gnu.property")
    for note in section.iter_notes() if section else []:
        for entry in note["n_desc"]:
            if entry["pr_type"] == holder:
                yield from (name for name, bit in bits.items() if entry["pr_data"] & bit)


def _linked_in(elf: ELFFile) -> Iterator[str]:
    """Yields what the compiler's runtime library has put in the place of the C library's own."""
    for symbol in elf.get_section_by_name(".symtab").iter_symbols():
        is_own = symbol["st_shndx"] != "SHN_UNDEF"
        if is_own and _OF_THE_C_LIBRARY.fullmatch(symbol.name):
            yield symbol.name


def _beyond_baseline(elf: ELFFile) -> Iterator[str]:
    """Yields the instruction sets beyond the baseline, and the functions that are no variant."""
    for name, functions in instruction_sets.beyond_baseline(elf).items():
        for function in functions:
            is_variant = _VARIANT.match(function)
            yield f"{name} in {'chosen variants' if is_variant else function}"


def build_paths(content: bytes) -> list[str]:
    """Returns the places of builds that the content names."""
    return [trace.decode() for trace in _TRACES_OF_BUILDS if trace in content]


def describe_extension(content: bytes) -> dict[str, str]:
    """Returns what an extension module promises and asks for."""
    elf = ELFFile(io.BytesIO(content))
    writes_code = _flags(elf) & _TEXT_RELOCATIONS or _dynamic(elf, "DT_TEXTREL", "entry")
    return {
        "kind": f"ELF{elf.elfclass} {elf['e_machine']} {elf['e_type']}",
        "exports": _listed(_exported(elf)),
        "libraries": _listed(_dynamic(elf, "DT_NEEDED", "needed")),
        "newest symbol versions": _listed(_newest(_needed_versions(elf))),
        "run path": _listed(
            _dynamic(elf, "DT_RPATH", "rpath") + _dynamic(elf, "DT_RUNPATH", "runpath")
        ),
        "relocations in code": "yes" if writes_code else "none",
        "protections": _listed(_protections(elf)),
        "checked calls": _listed(_checked_calls(elf)),
        "linked in instead of the C library's": _listed(_linked_in(elf)),
        "control flow properties": _listed(_control_flow(elf)),
        "beyond the baseline": "; ".join(sorted(set(_beyond_baseline(elf)))) or "none",
        "debug information": _listed(
            section.name for section in elf.iter_sections() if section.name.startswith(".debug")
        ),
        "paths of the build": _listed(build_paths(content)),
    }


def describe_kernel(content: bytes) -> dict[str, str]:
    """Returns what a kernel asks of the loader and of the core."""
    elf = ELFFile(io.BytesIO(content))
    table = elf.get_section_by_name(".symtab")
    undefined = [s.name for s in table.iter_symbols() if s["st_shndx"] == "SHN_UNDEF" and s.name]
    relocations = [s.name for s in elf.iter_sections() if isinstance(s, RelocationSection)]
    return {
        "kind": f"ELF{elf.elfclass} {elf['e_machine']} {elf['e_type']}",
        "flags (1 = compressed, 6 = float)": hex(elf["e_flags"]),
        "opcodes beyond rv32im and Tensix": _listed(instruction_sets.beyond_baseline(elf)),
        "relocations": _listed(relocations),
        "undefined symbols": _listed(undefined),
        "segments": _listed(segment["p_type"] for segment in elf.iter_segments()),
        "paths of the build": _listed(build_paths(content)),
    }


def symbol_versions(wheel: Path) -> set[str]:
    """Returns the symbol versions that the extension modules of a wheel ask for."""
    with zipfile.ZipFile(wheel) as archive:
        modules = [archive.read(n) for n in archive.namelist() if n.endswith(".so")]
    return set().union(*(_needed_versions(ELFFile(io.BytesIO(module))) for module in modules))


def describe_wheel(wheel: Path) -> str:
    """Returns the contract of a wheel; a new kernel like the others changes nothing in it."""
    lines = []
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(n for n in archive.namelist() if n.endswith(".so")):
            lines.append(f"[{re.sub(r'[.].*', '', name)}]")
            facts = describe_extension(archive.read(name))
            lines += [f"{key}: {value}" for key, value in facts.items()]
        kernels = [archive.read(n) for n in archive.namelist() if n.endswith(".elf")]
    lines.append("[kernels]")
    merged: dict[str, set[str]] = defaultdict(set)
    for kernel in kernels:
        for key, value in describe_kernel(kernel).items():
            merged[key].add(value)
    lines += [f"{key}: {' | '.join(sorted(values))}" for key, values in merged.items()]
    return "\n".join(lines) + "\n"
