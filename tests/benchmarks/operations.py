# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Operations beside torch on one CPU, in one run: times, and the ratio, which noise spoils least.

The chip is simulated, so this says how long people wait, not how fast a card is.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
from rich.console import Console
from rich.table import Table

import ttnn

Work = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """The same work, done twice."""

    name: str
    ours: Work
    torch: Work


def median_seconds(work: Work, repeats: int) -> float:
    """Of as many runs, after one that fills caches."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def pair(
    device: ttnn.Device, *shape: int, dtype: torch.dtype = torch.bfloat16
) -> tuple[ttnn.Tensor, torch.Tensor]:
    """The same random numbers on the device and in torch."""
    values = torch.randn(*shape, generator=torch.Generator().manual_seed(0)).to(dtype)
    return ttnn.from_torch(values, layout=ttnn.TILE_LAYOUT, device=device), values


def softmax_like(x: ttnn.Tensor) -> ttnn.Tensor:
    """Exponentials of what is left of the largest, in parts of their sum."""
    powers = ttnn.exp(ttnn.subtract(x, ttnn.max(x, dim=-1, keepdim=True)))
    return ttnn.divide(powers, ttnn.sum(powers, dim=-1, keepdim=True))


def rows(device: ttnn.Device, size: int) -> list[Row]:
    """What is measured."""
    large, large_torch = pair(device, size, size)
    matrix, matrix_torch = pair(device, 1024, 1024)
    tile, tile_torch = pair(device, 32, 32)
    return [
        Row(f"add {size}x{size} bf16", lambda: large + large, lambda: large_torch + large_torch),
        Row(f"exp {size}x{size} bf16", lambda: ttnn.exp(large), lambda: torch.exp(large_torch)),
        Row(
            f"softmax of parts {size}x{size} bf16",
            lambda: softmax_like(large),
            lambda: torch.softmax(large_torch, dim=-1),
        ),
        Row(
            f"sum of rows {size}x{size} bf16",
            lambda: ttnn.sum(large, dim=-1),
            lambda: large_torch.sum(dim=-1),
        ),
        Row(
            "matmul 1024x1024x1024 bf16",
            lambda: ttnn.matmul(matrix, matrix),
            lambda: matrix_torch @ matrix_torch,
        ),
        Row("add 32x32 bf16", lambda: tile + tile, lambda: tile_torch + tile_torch),
    ]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=4096, help="of the large tensors' sides")
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    table = Table("work", "ours [ms]", "torch [ms]", "ratio")
    with ttnn.manage_device(device_id=0) as device:
        for row in rows(device, arguments.size):
            ours = median_seconds(row.ours, arguments.repeats)
            theirs = median_seconds(row.torch, arguments.repeats)
            table.add_row(
                row.name, f"{ours * 1e3:.3f}", f"{theirs * 1e3:.3f}", f"{ours / theirs:.1f}"
            )
    Console().print(table)


if __name__ == "__main__":
    main()
