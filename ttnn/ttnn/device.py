# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Opening and closing devices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import Device


def open_device(*, device_id: int) -> Device:
    """Opens the chip `device_id` and returns it.

    Args:
        device_id: Number of the chip, from 0.

    Raises:
        TypeError: `device_id` is not an int.
        IndexError: There is no such chip.
        ValueError: The chip is open already, or an environment variable names a runtime root that
            is no folder.

    Example:
        >>> import ttnn
        >>> device = ttnn.open_device(device_id=0)
        >>> ttnn.close_device(device)
    """
    require_type("device_id", device_id, int)
    _ttnn.runtime_root()  # before anything is opened, as it may be refused
    return _ttnn.open_device(device_id)


def close_device(device: Device) -> None:
    """Closes `device` and frees its memory; closing a closed device does nothing.

    Tensors on it lose their values: any later use of one raises `ttnn.DeviceClosedError`.
    """
    require_type("device", device, Device)
    _ttnn.close_device(device)


@contextmanager
def manage_device(device_id: int) -> Iterator[Device]:
    """Opens a device for the length of a `with` block.

    Example:
        >>> import ttnn
        >>> with ttnn.manage_device(device_id=0) as device:
        ...     print(device.compute_with_storage_grid_size())
        CoreCoord(x=8, y=8)
    """
    device = open_device(device_id=device_id)
    try:
        yield device
    finally:
        close_device(device)
