# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What users write: a line with `# wrong:` has errors of these codes, every other has none."""

from __future__ import annotations

import numpy as np
from typing_extensions import assert_type

import ttnn

ones = np.ones((2, 3), dtype=np.float32)


def right(device: ttnn.Device) -> None:
    """Every step of a first program."""
    a = ttnn.from_numpy(ones, dtype=ttnn.bfloat16, layout=ttnn.TILE_LAYOUT, device=device)
    assert_type(a, ttnn.Tensor)
    assert_type(a + a, ttnn.Tensor)
    assert_type(ttnn.matmul(a, a, memory_config=ttnn.L1_MEMORY_CONFIG), ttnn.Tensor)
    assert_type(a.dtype, ttnn.DataType)
    assert_type(a.device(), "ttnn.Device | None")
    assert_type(list(a.shape), "list[int]")
    assert_type(ttnn.to_layout(a, ttnn.ROW_MAJOR_LAYOUT), ttnn.Tensor)
    assert_type(ttnn.TensorSpec((2, 3), ttnn.bfloat16, ttnn.TILE_LAYOUT).shape, ttnn.Shape)
    assert_type(a.item(), float)
    device.note = "of my own"
    ttnn.deallocate(a)


def wrong(device: ttnn.Device, a: ttnn.Tensor) -> None:
    """Each line would fail, or be a surprise, at run time."""
    ttnn.add(a, ones)  # wrong: arg-type
    ttnn.matmul(a)  # wrong: call-arg
    ttnn.to_layout(a, "tile")  # wrong: arg-type
    ttnn.from_numpy(ones, dtype=np.float32, device=device)  # wrong: arg-type
    ttnn.open_device("0")  # wrong: arg-type, call-arg
    a.shape = (1, 2)  # wrong: assignment, misc
    print(a.no_such_attribute)  # wrong: attr-defined
    print(ttnn.Layout.TILED)  # wrong: attr-defined
    ttnn.no_such_operation(a)  # wrong: attr-defined
    print(a + ones)  # wrong: operator
    print(ttnn.CoreCoord(0.5, 0))  # wrong: call-overload
    print(ttnn.Shape("23"))  # wrong: arg-type


def errors(device: ttnn.Device) -> int:
    """What an error of a kernel tells."""
    try:
        ttnn.close_device(device)
    except ttnn.KernelError as error:
        return error.pc
    with ttnn.manage_device(device_id=0) as opened:
        assert_type(opened, ttnn.Device)
    return 0
