# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Tensors in the memories of a simulated chip, however laid out, and programs that move them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tt_metal.kernels.tests.chip_program import (
    CircularBuffer,
    Core,
    InterleavedBuffer,
    Kernel,
    Program,
    split,
)
from tt_metal.kernels.tests.sim_chip import Chip, Hart

SHARDED, IS_DRAM = 1, 2  # flags of an accessor
MOVERS = (Hart.BRISC, Hart.NCRISC)
SOURCE, TARGET = 0x80000, 0xC0000  # addresses of tensors, apart from each other and from scratch


class ShardedBuffer(InterleavedBuffer):
    """Pages in shards of any rank, which are dealt to banks in turn."""

    def __init__(
        self,
        chip: Chip,
        address: int,
        page_size: int,
        pages: Sequence[int],
        shard: Sequence[int],
        banks: Sequence[int],
        *,
        is_dram: bool,
    ):
        super().__init__(chip, address, page_size, math.prod(pages), is_dram=is_dram)
        self.pages, self.shard, self.banks = tuple(pages), tuple(shard), list(banks)

    def _place(self, page: int) -> tuple[int, int]:
        at = np.unravel_index(page, self.pages)
        grid = [-(-extent // shard) for extent, shard in zip(self.pages, self.shard, strict=True)]
        shard = np.ravel_multi_index([a // s for a, s in zip(at, self.shard, strict=True)], grid)
        inside = np.ravel_multi_index(
            [a % s for a, s in zip(at, self.shard, strict=True)], self.shard
        )
        row, bank = divmod(int(shard), len(self.banks))
        slot = row * math.prod(self.shard) + int(inside)
        return self.banks[bank], self.address + slot * self._aligned_page_size


def tensor_words(buffer: InterleavedBuffer) -> list[int]:
    """A tensor among the common arguments: address, accessor."""
    flags = IS_DRAM if buffer.is_dram else 0
    if not isinstance(buffer, ShardedBuffer):
        return [buffer.address, flags, buffer.page_size]
    shape = [len(buffer.pages), len(buffer.banks), *buffer.pages, *buffer.shard]
    pairs = itertools.zip_longest(buffer.banks[::2], buffer.banks[1::2], fillvalue=0)
    banks = [first | second << 16 for first, second in pairs]
    return [buffer.address, flags | SHARDED, buffer.page_size, *shape, *banks]


@dataclass(frozen=True)
class Placement:
    """How the pages of a matrix are laid out.

    Attributes:
        page_elements: A row is cut into pages of so many; 0: a page is a row.
        is_dram: DRAM or L1.
        shard: In pages, down and across; None: interleaved.
        num_banks: That shards are dealt to.
    """

    page_elements: int = 0
    is_dram: bool = True
    shard: tuple[int, int] | None = None
    num_banks: int = 3

    def place(
        self, chip: Chip, address: int, page_size: int, rows: int, pages_per_row: int
    ) -> InterleavedBuffer:
        """A buffer for rows x pages_per_row pages."""
        if self.shard is None:
            return InterleavedBuffer(
                chip, address, page_size, rows * pages_per_row, is_dram=self.is_dram
            )
        banks = [(5 * i + 2) % chip.num_dram_banks for i in range(self.num_banks)]
        pages = (rows, pages_per_row)
        return ShardedBuffer(
            chip, address, page_size, pages, self.shard, banks, is_dram=self.is_dram
        )


class FlatArray:
    """Elements of any dtype, as a matrix whose last row may have fewer."""

    def __init__(
        self, chip: Chip, address: int, elements: np.ndarray, row: int, placement: Placement
    ):
        """Writes the elements, a one-dimensional array, into the chip."""
        self.dtype, self.size, self.row = elements.dtype, elements.size, row
        self.page = placement.page_elements or row
        rows, self.pages_per_row = -(-elements.size // row), -(-row // self.page)
        self.buffer = placement.place(
            chip, address, self.page * self.dtype.itemsize, rows, self.pages_per_row
        )
        matrix = np.zeros((rows, self.pages_per_row * self.page), self.dtype)
        flat = np.zeros(rows * row, self.dtype)
        flat[: elements.size] = elements
        matrix[:, :row] = flat.reshape(rows, row)
        self.buffer.write(matrix.tobytes())

    @property
    def words(self) -> list[int]:
        """Common arguments of a FlatTensor."""
        return [*tensor_words(self.buffer), self.row, self.page]

    def read(self) -> np.ndarray:
        """The elements as they are now."""
        matrix = np.frombuffer(self.buffer.read(), self.dtype)
        rows = matrix.reshape(-1, self.pages_per_row * self.page)[:, : self.row]
        return rows.reshape(-1)[: self.size]


@dataclass(frozen=True)
class View:
    """Where each point of a box lies among the elements of a tensor."""

    base: int
    strides: tuple[int, ...]

    def of(self, elements: np.ndarray, extents: Sequence[int]) -> np.ndarray:
        """The box as NumPy sees it."""
        steps = [stride * elements.itemsize for stride in self.strides]
        return np.lib.stride_tricks.as_strided(elements[self.base :], extents, steps)


def box_words(extents: Sequence[int], *views: View) -> list[int]:
    """Common arguments of a BoxWalk."""
    strides = [stride & 0xFFFFFFFF for view in views for stride in view.strides]
    return [*[view.base for view in views], len(extents), *extents, *strides]


def run_movers(
    chip: Chip, kernel: str, common_args: Sequence[int], points: int, cores: int, scratch: int
) -> None:
    """Runs a kernel on both data movement harts of the first cores, splitting the points."""
    workers = [((x, 0), hart) for x in range(cores) for hart in MOVERS]
    parts = split(points, workers)
    kernels = []
    for hart in MOVERS:
        args: dict[Core, tuple[int, int]] = {
            core: part for (core, mover), part in parts.items() if mover is hart
        }
        kernels.append(Kernel(kernel, [hart], args, common_args))
    buffers = [CircularBuffer(index, 1, scratch) for index in range(len(MOVERS))]
    Program(kernels, buffers).run(chip)
