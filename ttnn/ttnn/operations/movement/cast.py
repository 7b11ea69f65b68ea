# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Floats of another dtype: what the packer makes of them on their way through tiles."""

from __future__ import annotations

from ttnn import _ttnn
from ttnn._ttnn import DataType, Layout, Tensor
from ttnn.operations.movement.mechanism import result_spec, to_rows
from ttnn.types import DRAM_MEMORY_CONFIG


def cast(tensor: Tensor, dtype: DataType | None) -> Tensor:
    """The tensor in another dtype, rounded once; itself if that is its own.

    Raises:
        ValueError: It is on the host, or integers are among the two.
    """
    if dtype is None or dtype == tensor.dtype:
        return tensor
    spec = result_spec(tensor, tensor.shape, None)
    if tensor.layout == Layout.TILE:
        return _ttnn.tilize(to_rows(tensor), spec.memory_config, dtype, 0, tensor.tile)
    return _ttnn.untilize(
        _ttnn.tilize(tensor, DRAM_MEMORY_CONFIG, dtype), spec.memory_config, dtype
    )
