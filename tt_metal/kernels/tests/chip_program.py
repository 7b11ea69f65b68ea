# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Runs kernels on the simulated chip: interleaved buffers, circular buffers, arguments, launch."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import ml_dtypes
import numpy as np

from tt_metal.kernels.tests import sim_chip
from tt_metal.kernels.tests.sim_chip import Chip, DataFormat, Hart, RunStatistics

Core = tuple[int, int]

COMPUTE_HARTS = (Hart.TRISC0, Hart.TRISC1, Hart.TRISC2)
TILE = 32

bfloat16 = np.dtype(ml_dtypes.bfloat16)
float32 = np.dtype(np.float32)
FORMATS = {bfloat16: DataFormat.BFLOAT16, float32: DataFormat.FLOAT32}


def kernel_elf(name: str, hart: Hart) -> Path:
    """The ELF of a kernel, among those that the BUILD file lists in KERNEL_ELFS."""
    file_name = f"{name}.{hart.name.lower()}.elf"
    for path in map(Path, os.environ["KERNEL_ELFS"].split()):
        if path.name == file_name:
            return path
    raise FileNotFoundError(f"{file_name} is not among KERNEL_ELFS")


class InterleavedBuffer:
    """Pages spread over all banks of a chip at one address, in DRAM or L1."""

    def __init__(self, chip: Chip, address: int, page_size: int, num_pages: int, *, is_dram: bool):
        """Takes the place without asking: the test sees to it that nothing overlaps."""
        self.chip = chip
        self.address = address
        self.page_size = page_size
        self.num_pages = num_pages
        self.is_dram = is_dram
        columns, rows = chip.worker_grid
        self._num_banks = chip.num_dram_banks if is_dram else columns * rows
        alignment = sim_chip.DRAM_ALIGNMENT if is_dram else sim_chip.L1_ALIGNMENT
        self._aligned_page_size = -(-page_size // alignment) * alignment

    def _place(self, page: int) -> tuple[int, int]:
        row, bank = divmod(page, self._num_banks)
        return bank, self.address + row * self._aligned_page_size

    def _bank_core(self, bank: int) -> Core:
        y, x = divmod(bank, self.chip.worker_grid[0])
        return x, y

    def write(self, data: bytes) -> None:
        """Fills all pages."""
        assert len(data) == self.num_pages * self.page_size
        for page in range(self.num_pages):
            content = data[page * self.page_size :][: self.page_size]
            bank, address = self._place(page)
            if self.is_dram:
                self.chip.write_dram(bank, address, content)
            else:
                self.chip.write_l1(self._bank_core(bank), address, content)

    def read(self) -> bytes:
        """The content of all pages."""
        pages = []
        for page in range(self.num_pages):
            bank, address = self._place(page)
            if self.is_dram:
                pages.append(self.chip.read_dram(bank, address, self.page_size))
            else:
                pages.append(self.chip.read_l1(self._bank_core(bank), address, self.page_size))
        return b"".join(pages)


@dataclass
class Kernel:
    """A kernel, the harts that run it, the arguments of each core and those of all."""

    name: str
    harts: Sequence[Hart]
    args: Mapping[Core, Sequence[int]]
    common_args: Sequence[int] = ()


@dataclass
class CircularBuffer:
    """A circular buffer on every core of a program."""

    index: int
    num_pages: int
    page_size: int
    data_format: DataFormat = DataFormat.UINT32


@dataclass
class Program:
    """What to launch on a set of cores."""

    kernels: Sequence[Kernel]
    circular_buffers: Sequence[CircularBuffer] = ()
    fp32_dest_acc: bool = False
    unpack_to_dest: bool = True  # float32 is copied to DST with all its bits
    math_fidelity: int = 4  # phases
    semaphores: Mapping[int, int] = field(default_factory=dict)

    def run(self, chip: Chip) -> RunStatistics:
        """Launches the program on all cores that have arguments and returns when it is done."""
        cores = sorted({core for kernel in self.kernels for core in kernel.args})
        for core in cores:
            self._prepare(chip, core)
        return chip.run(cores)

    def address_of(self, index: int) -> int:
        """Where a circular buffer lies in L1, one after the other."""
        address = sim_chip.L1_UNRESERVED_BASE
        for buffer in self.circular_buffers:
            if buffer.index == index:
                return address
            address += -(-buffer.num_pages * buffer.page_size // 64) * 64
        raise KeyError(f"the program has no circular buffer {index}")

    def _prepare(self, chip: Chip, core: Core) -> None:
        for index in range(32):
            chip.set_circular_buffer(core, index, 0, 0, 0, DataFormat.UINT32)
        for buffer in self.circular_buffers:
            address = self.address_of(buffer.index)
            chip.set_circular_buffer(
                core, buffer.index, address, buffer.num_pages, buffer.page_size, buffer.data_format
            )
        for semaphore, value in self.semaphores.items():
            chip.set_semaphore(core, semaphore, value)

        harts = []
        for kernel in self.kernels:
            if core not in kernel.args:
                continue
            for hart in kernel.harts:
                chip.load(core, hart, kernel_elf(kernel.name, hart).read_bytes(), kernel.name)
                chip.set_args(core, hart, kernel.args[core])
                chip.set_common_args(core, hart, kernel.common_args)
                harts.append(hart)
        chip.set_launch(core, harts, self.fp32_dest_acc, self.unpack_to_dest, self.math_fidelity)


def run_compute(
    kernel: str,
    args: Sequence[int],
    inputs: Mapping[int, np.ndarray],
    num_results: int,
    *,
    dtype: np.dtype = float32,
    **settings: bool | int,
) -> np.ndarray:
    """Runs a compute kernel on pages that are in its circular buffers from the start.

    Args:
        kernel: Its name; it needs `provide_pages` beside it.
        args: Of the kernel.
        inputs: The pages of each circular buffer, a row of one tile's datums for each.
        num_results: Pages that the kernel pushes into c_16.
        dtype: Of all circular buffers; DST has datums as wide.
        **settings: Further ones of the `Program`.

    Returns:
        The pages of c_16, as float64.
    """
    core, out = (0, 0), 16
    pages = {index: len(content) for index, content in inputs.items()}
    provided = [len(pages), *(word for item in pages.items() for word in item)]
    page_size = TILE * TILE * dtype.itemsize
    program = Program(
        [
            Kernel("provide_pages", [Hart.BRISC], {core: provided}),
            Kernel(kernel, COMPUTE_HARTS, {core: args}),
        ],
        [
            CircularBuffer(index, count, page_size, FORMATS[dtype])
            for index, count in {**pages, out: num_results}.items()
        ],
        fp32_dest_acc=dtype == float32,
        **settings,
    )
    chip = Chip()
    for index, content in inputs.items():
        chip.write_l1(core, program.address_of(index), content.astype(dtype).tobytes())
    program.run(chip)
    result = chip.read_l1(core, program.address_of(out), num_results * page_size)
    return np.frombuffer(result, dtype).reshape(num_results, TILE * TILE).astype(np.float64)


def split(num_units: int, cores: Sequence[Core]) -> dict[Core, tuple[int, int]]:
    """First unit and number of units of each core, as even as can be."""
    bounds = [num_units * i // len(cores) for i in range(len(cores) + 1)]
    return {core: (bounds[i], bounds[i + 1] - bounds[i]) for i, core in enumerate(cores)}


def tilize(matrices: np.ndarray) -> np.ndarray:
    """Pads the last two dimensions with zeros to whole tiles; one row of the result per tile."""
    height, width = matrices.shape[-2:]
    batch = matrices.reshape(-1, height, width)
    padded = np.pad(batch, ((0, 0), (0, -height % TILE), (0, -width % TILE)))
    num_tiles = padded.size // TILE**2
    tiles = padded.reshape(len(batch), -1, TILE, padded.shape[2] // TILE, TILE).swapaxes(2, 3)
    faces = tiles.reshape(num_tiles, 2, 16, 2, 16).swapaxes(2, 3)
    return faces.reshape(num_tiles, TILE * TILE)


def untilize(tiles: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """The inverse of tilize, without the padding."""
    *batch, height, width = shape
    tiles_down, tiles_across = -(-height // TILE), -(-width // TILE)
    faces = tiles.reshape(-1, 2, 2, 16, 16).swapaxes(2, 3)
    rows = faces.reshape(-1, tiles_down, tiles_across, TILE, TILE).swapaxes(2, 3)
    padded = rows.reshape(*batch, tiles_down * TILE, tiles_across * TILE)
    return padded[..., :height, :width]
