# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What methods of `ttnn.Tensor` do that move data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ttnn._ttnn import Shape, Tensor
from ttnn.operations.combination import pad
from ttnn.operations.rearrangement import reshape
from ttnn.operations.selection import slice as slice_

_TILE = 32


def reshape_to(tensor: Tensor, *shape: Any) -> Tensor:
    """`tensor.reshape(N, C, H, W)`, or a shape as one argument."""
    return reshape(tensor, shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape)


def pad_to(tensor: Tensor, shape: Sequence[int], start: Sequence[int], value: float) -> Tensor:
    """`tensor.pad(shape, start, value)`."""
    return pad(tensor, [*shape], [*start], value)


def unpad(tensor: Tensor, start: Sequence[int], end: Sequence[int]) -> Tensor:
    """`tensor.unpad(start, end)`; ends are exclusive."""
    return slice_(tensor, [*start], [*end])


def pad_to_tile(tensor: Tensor, value: float) -> Tensor:
    """`tensor.pad_to_tile(value)`: the last two dimensions to whole tiles."""
    pairs = [(0, -extent % _TILE) for extent in [*tensor.shape][-2:]]
    return pad(tensor, pairs, value)


def unpad_from_tile(tensor: Tensor, shape: Shape | Sequence[int]) -> Tensor:
    """`tensor.unpad_from_tile(shape)`: the first elements of every dimension."""
    extents = [*shape]
    return slice_(tensor, [0] * len(extents), extents)
