# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Changes of dtype on the way of a tensor."""

from __future__ import annotations

from ttnn import _ttnn
from ttnn._ttnn import DataType, StorageType, Tensor
from ttnn.operations.unary import typecast


def cast(tensor: Tensor, dtype: DataType | None) -> Tensor:
    """The tensor in another dtype; itself if that is its own."""
    if dtype is None or dtype == tensor.dtype:
        return tensor
    if tensor.storage_type() == StorageType.HOST:
        return _ttnn.to_dtype(tensor, dtype)
    return typecast(tensor, dtype)
