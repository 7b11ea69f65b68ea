# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Ctrl-C ends an operation whose kernel never does, and the device goes on."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from pathlib import Path

import numpy as np
import pytest

import ttnn
from ttnn.spoilt_kernel import JUMP_TO_SELF, spoil

PACKAGE = Path(ttnn.__file__).parent


@pytest.mark.timeout(60)
def test_an_endless_kernel_can_be_interrupted(
    device: ttnn.Device, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tensor = ttnn.from_numpy(np.float32([[1]]), layout=ttnn.TILE_LAYOUT, device=device)
    shutil.copytree(PACKAGE / "kernels", tmp_path / "kernels")
    (tmp_path / "kernels/elementwise").chmod(0o755)
    spoil(tmp_path / "kernels/elementwise/reader_elementwise.ncrisc.elf", JUMP_TO_SELF)
    interrupt = threading.Timer(0.3, os.kill, [os.getpid(), signal.SIGINT])

    with monkeypatch.context() as context:
        context.setenv("TT_METAL_RUNTIME_ROOT", str(tmp_path))
        interrupt.start()
        with pytest.raises(KeyboardInterrupt):
            ttnn.add(tensor, tensor)

    assert ttnn.add(tensor, tensor).item() == 2


def test_the_handler_of_before_is_back_after_an_operation(device: ttnn.Device) -> None:
    handled = []
    previous = signal.signal(signal.SIGINT, lambda *_: handled.append(True))
    try:
        tensor = ttnn.from_numpy(np.float32([[1]]), layout=ttnn.TILE_LAYOUT, device=device)
        ttnn.add(tensor, tensor)
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, previous)

    assert handled == [True]
