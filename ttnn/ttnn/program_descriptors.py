# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Programs of one's own: kernels, circular buffers and semaphores, for `ttnn.generic_op`.

Example:
    >>> core = ttnn.CoreRangeSet([ttnn.CoreRange(ttnn.CoreCoord(0, 0), ttnn.CoreCoord(0, 0))])
    >>> kernel = ttnn.KernelDescriptor(
    ...     kernel_source="void kernel_main() {}",
    ...     source_type=ttnn.KernelDescriptor.SourceType.SOURCE_CODE,
    ...     core_ranges=core,
    ...     config=ttnn.ReaderConfigDescriptor(),
    ... )
    >>> ttnn.ProgramDescriptor(kernels=[kernel]).kernels[0].core_ranges.num_cores()
    1
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, TypeAlias, TypeVar

from ttnn._arguments import require_type, words
from ttnn._ttnn import (
    NOC,
    NOC_MODE,
    CoreCoord,
    CoreRange,
    CoreRangeSet,
    DataMovementProcessor,
    DataType,
    KernelBuildOptLevel,
    MathFidelity,
    NativeCB,
    NativeCBFormat,
    NativeComputeConfig,
    NativeDataMovementConfig,
    NativeKernel,
    NativeReaderConfig,
    NativeSemaphore,
    NativeWriterConfig,
    Tile,
    UnpackToDestMode,
)
from ttnn._ttnn import SourceType as _SourceType
from ttnn.runtime_args import RuntimeArgs

Cores: TypeAlias = CoreRangeSet | CoreRange | CoreCoord
Part = TypeVar("Part")


@dataclass
class TileDescriptor:
    """The shape of tiles.

    Args:
        height: 1, 2, 4, 8, 16 or 32 rows.
        width: 16 or 32 columns.
        transpose: Faces, and elements within them, are in the order of columns.
    """

    height: int = 32
    width: int = 32
    transpose: bool = False

    def _native(self) -> Tile:
        height, width = words("height and width", (self.height, self.width))
        return Tile((height, width), bool(self.transpose))


@dataclass
class CBFormatDescriptor:
    """Under which index a circular buffer is known, and what its pages are.

    Args:
        buffer_index: 0 to 31.
        data_format: Of the page's datums.
        page_size: Bytes.
        tile: Shape of the page's tiles, 32 x 32 when None.
    """

    buffer_index: int
    data_format: DataType
    page_size: int
    tile: TileDescriptor | None = None

    def _native(self) -> NativeCBFormat:
        require_type("data_format", self.data_format, DataType)
        require_type("tile", self.tile, TileDescriptor, type(None))
        index, page_size = words("buffer_index and page_size", (self.buffer_index, self.page_size))
        if index > 255:
            raise ValueError(f"buffer_index: {index}; no chip has so many circular buffers")
        tile = self.tile._native() if self.tile is not None else None
        return NativeCBFormat(index, self.data_format, page_size, tile)


@dataclass
class CBDescriptor:
    """A circular buffer in the L1 of each of some cores.

    Args:
        total_size: Bytes, a multiple of every page size.
        core_ranges: The cores.
        format_descriptors: One for each index under which kernels know it.
    """

    total_size: int
    core_ranges: Cores
    format_descriptors: list[CBFormatDescriptor] = field(default_factory=list)

    def _native(self) -> NativeCB:
        formats = _checked("format_descriptors", self.format_descriptors, CBFormatDescriptor)
        (total_size,) = words("total_size", (self.total_size,))
        return NativeCB(total_size, _cores(self.core_ranges), [part._native() for part in formats])


@dataclass
class SemaphoreDescriptor:
    """A semaphore on each of some cores, which holds `initial_value` when the program starts."""

    id: int
    core_ranges: Cores
    initial_value: int = 0

    def _native(self) -> NativeSemaphore:
        number, value = words("id and initial_value", (self.id, self.initial_value))
        return NativeSemaphore(number, _cores(self.core_ranges), value)


@dataclass
class ReaderConfigDescriptor:
    """A kernel that brings data in: NCRISC on its own network."""

    def _native(self) -> NativeReaderConfig:
        return NativeReaderConfig()


@dataclass
class WriterConfigDescriptor:
    """A kernel that takes data out: BRISC on its own network."""

    def _native(self) -> NativeWriterConfig:
        return NativeWriterConfig()


@dataclass
class DataMovementConfigDescriptor:
    """A kernel that moves data, on a hart and a network of choice."""

    processor: DataMovementProcessor = DataMovementProcessor.RISCV_0
    noc: NOC = NOC.RISCV_0_default
    noc_mode: NOC_MODE = NOC_MODE.DM_DEDICATED_NOC

    def _native(self) -> NativeDataMovementConfig:
        require_type("processor", self.processor, DataMovementProcessor)
        require_type("noc", self.noc, NOC)
        require_type("noc_mode", self.noc_mode, NOC_MODE)
        return NativeDataMovementConfig(self.processor, self.noc, self.noc_mode)


@dataclass
class ComputeConfigDescriptor:
    """A kernel that computes, on three harts.

    Args:
        math_fidelity: How many bits of the operands are used.
        math_approx_mode: Whether functions may be approximate.
        fp32_dest_acc_en: DST holds 32-bit datums, and half as many tiles.
        dst_full_sync_en: Math and pack share the whole of DST instead of half each.
        bfp8_pack_precise: Of no effect here.
        unpack_to_dest_mode: By index of circular buffer.
    """

    math_fidelity: MathFidelity = MathFidelity.HiFi4
    math_approx_mode: bool = False
    fp32_dest_acc_en: bool = False
    dst_full_sync_en: bool = False
    bfp8_pack_precise: bool = False
    unpack_to_dest_mode: list[UnpackToDestMode] = field(default_factory=list)

    def _native(self) -> NativeComputeConfig:
        require_type("math_fidelity", self.math_fidelity, MathFidelity)
        for mode in self.unpack_to_dest_mode:
            require_type("unpack_to_dest_mode", mode, UnpackToDestMode)
        return NativeComputeConfig(
            self.math_fidelity,
            bool(self.math_approx_mode),
            bool(self.fp32_dest_acc_en),
            bool(self.dst_full_sync_en),
            bool(self.bfp8_pack_precise),
            self.unpack_to_dest_mode,
        )


Config: TypeAlias = (
    ReaderConfigDescriptor
    | WriterConfigDescriptor
    | DataMovementConfigDescriptor
    | ComputeConfigDescriptor
)


@dataclass
class KernelDescriptor:
    """A kernel, the cores that run it, and what it is told.

    Args:
        kernel_source: Path of a C++ source, a shipped kernel's name, or the text of a source.
        source_type: Which of these; a text is `SourceType.SOURCE_CODE`.
        core_ranges: The cores.
        compile_time_args: Words that `get_compile_time_arg_val(i)` gives.
        named_compile_time_args: Words that `get_named_compile_time_arg_val("name")` gives.
        defines: Macros and their values.
        runtime_args: Words that `get_arg_val<uint32_t>(i)` gives on each core.
        common_runtime_args: Words that `get_common_arg_val<uint32_t>(i)` gives on all cores.
        opt_level: How hard the compiler works; O2, of compute kernels O3, when None.
        config: Which harts run it and how.
        compiler_include_paths: Folders of the kernel's own headers.
    """

    SourceType: ClassVar[type[_SourceType]] = _SourceType

    kernel_source: str
    source_type: _SourceType = _SourceType.FILE_PATH
    core_ranges: Cores = field(default_factory=CoreRangeSet)
    compile_time_args: Sequence[int] = field(default_factory=list)
    named_compile_time_args: Sequence[tuple[str, int]] = field(default_factory=list)
    defines: Sequence[tuple[str, str]] = field(default_factory=list)
    runtime_args: Sequence[tuple[CoreCoord, Sequence[int]]] | RuntimeArgs = field(
        default_factory=RuntimeArgs
    )
    common_runtime_args: Sequence[int] = field(default_factory=list)
    opt_level: KernelBuildOptLevel | None = None
    config: Config = field(default_factory=ReaderConfigDescriptor)
    compiler_include_paths: Sequence[str] = field(default_factory=list)

    def _native(self) -> NativeKernel:
        require_type("kernel_source", self.kernel_source, str)
        require_type("source_type", self.source_type, _SourceType)
        require_type("opt_level", self.opt_level, KernelBuildOptLevel, type(None))
        require_type("config", self.config, *Config.__args__)
        return NativeKernel(
            self.kernel_source,
            self.source_type,
            _cores(self.core_ranges),
            words("compile_time_args", self.compile_time_args),
            [
                (name, words(f"named_compile_time_args[{name!r}]", [value])[0])
                for name, value in self.named_compile_time_args
            ],
            [(str(name), str(value)) for name, value in self.defines],
            [
                (core, words(f"runtime_args of core ({core.x},{core.y})", args))
                for core, args in self.runtime_args
            ],
            words("common_runtime_args", self.common_runtime_args),
            self.opt_level,
            self.config._native(),
            [str(folder) for folder in self.compiler_include_paths],
        )


@dataclass
class ProgramDescriptor:
    """Kernels, semaphores and circular buffers that run together.

    Args:
        kernels: At least one; on each core a hart has at most one.
        semaphores: Ids that differ where cores are shared.
        cbs: Circular buffers; their indices differ where cores are shared.
        custom_program_hash: What `compute_program_descriptor_hash` returns instead of its own.
    """

    kernels: list[KernelDescriptor] = field(default_factory=list)
    semaphores: list[SemaphoreDescriptor] = field(default_factory=list)
    cbs: list[CBDescriptor] = field(default_factory=list)
    custom_program_hash: int | None = None


def merge_program_descriptors(descriptors: Iterable[ProgramDescriptor]) -> ProgramDescriptor:
    """Returns one program that does what several do on cores of their own.

    Raises:
        RuntimeError: Two of them use one core.
    """
    merged = ProgramDescriptor()
    taken = CoreRangeSet()
    for descriptor in descriptors:
        require_type("descriptors", descriptor, ProgramDescriptor)
        cores = CoreRangeSet()
        parts: list[KernelDescriptor | SemaphoreDescriptor | CBDescriptor]
        parts = [*descriptor.kernels, *descriptor.semaphores, *descriptor.cbs]
        for part in parts:
            cores = cores.merge(_cores(part.core_ranges))
        if (both := taken.num_cores() + cores.num_cores()) != taken.merge(cores).num_cores():
            shared = both - taken.merge(cores).num_cores()
            raise RuntimeError(f"descriptors: two programs use {shared} of the same cores")
        taken = taken.merge(cores)
        merged.kernels += descriptor.kernels
        merged.semaphores += descriptor.semaphores
        merged.cbs += descriptor.cbs
    return merged


def compute_program_descriptor_hash(descriptor: ProgramDescriptor) -> int:
    """Returns 64 bits that are equal for programs which differ in run-time arguments alone."""
    require_type("descriptor", descriptor, ProgramDescriptor)
    if descriptor.custom_program_hash is not None:
        return descriptor.custom_program_hash
    kernels = [
        replace(kernel, runtime_args=[], common_runtime_args=[]) for kernel in descriptor.kernels
    ]
    text = repr((kernels, descriptor.semaphores, descriptor.cbs))
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def _cores(cores: Cores) -> CoreRangeSet:
    require_type("core_ranges", cores, CoreRangeSet, CoreRange, CoreCoord)
    return cores if isinstance(cores, CoreRangeSet) else CoreRangeSet(cores)


def _checked(name: str, parts: Iterable[Part], kind: type[Part]) -> list[Part]:
    checked = list(parts)
    for index, part in enumerate(checked):
        require_type(f"{name}[{index}]", part, kind)
    return checked


def native_parts(
    descriptor: ProgramDescriptor,
) -> tuple[list[NativeKernel], list[NativeSemaphore], list[NativeCB]]:
    """Returns a program's parts as the extension takes them."""
    kernels = _checked("kernels", descriptor.kernels, KernelDescriptor)
    semaphores = _checked("semaphores", descriptor.semaphores, SemaphoreDescriptor)
    cbs = _checked("cbs", descriptor.cbs, CBDescriptor)
    return (
        [kernel._native() for kernel in kernels],
        [semaphore._native() for semaphore in semaphores],
        [cb._native() for cb in cbs],
    )
