# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What the machine and its Python offer."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from ttnn.diagnosis.finding import Finding

OLDEST_GLIBC = (2, 28)  # what wheels are tagged with, manylinux_2_28
_AVX2 = {"avx2", "fma"}
_AVX512 = _AVX2 | {"avx512f", "avx512bw", "avx512vl"}


def system_findings() -> Iterator[Finding]:
    """Looks at interpreter, C library and processor."""
    yield Finding("python", f"{platform.python_version()}, {sys.executable}")
    yield glibc(_confstr("CS_GNU_LIBC_VERSION"))
    yield processor(platform.machine(), _cpu_flags(Path("/proc/cpuinfo")))


def glibc(name: str) -> Finding:
    """Judges the C library by what it calls itself, like "glibc 2.36"."""
    oldest = ".".join(map(str, OLDEST_GLIBC))
    _, _, number = name.partition("glibc ")
    if not number:
        advice = f"ttnn needs glibc {oldest} or newer; musl (Alpine) and others do not do"
        return Finding("C library", name or "not glibc", "problem", advice)
    if tuple(int(part) for part in number.split(".")[:2]) < OLDEST_GLIBC:
        advice = f"ttnn needs glibc {oldest} or newer: use a newer system or a container of one"
        return Finding("C library", name, "problem", advice)
    return Finding("C library", f"{name} ({oldest} or newer is needed)")


def processor(machine: str, flags: set[str]) -> Finding:
    """Says which instructions the simulator uses here; it runs with none beyond the baseline."""
    if machine not in ("x86_64", "aarch64"):
        return Finding("processor", machine, "problem", "wheels are for x86_64 and aarch64")
    if machine == "aarch64":
        return Finding("processor", "aarch64; the simulator uses the baseline")
    widest = "AVX-512" if flags >= _AVX512 else "AVX2 and FMA" if flags >= _AVX2 else "the baseline"
    return Finding("processor", f"x86_64; the simulator uses {widest}")


def _confstr(name: str) -> str:
    try:
        return os.confstr(name) or ""
    except (ValueError, OSError):
        return ""


def _cpu_flags(cpuinfo: Path) -> set[str]:
    try:
        lines = cpuinfo.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    return next(
        (set(line.partition(":")[2].split()) for line in lines if line[:5] == "flags"), set()
    )
