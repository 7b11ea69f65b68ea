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
from elftools.elf.elffile import ELFFile

import ttnn

PACKAGE = Path(ttnn.__file__).parent
JUMP_TO_SELF = (0x0000006F).to_bytes(4, "little")


def make_endless(kernel: Path) -> None:
    """Replaces a kernel's first instruction by a jump to itself."""
    with kernel.open("rb") as file:
        elf = ELFFile(file)
        (entry,) = elf.address_offsets(elf["e_entry"])
    content = bytearray(kernel.read_bytes())
    content[entry : entry + len(JUMP_TO_SELF)] = JUMP_TO_SELF
    kernel.chmod(0o644)
    kernel.write_bytes(content)


@pytest.mark.timeout(60)
def test_an_endless_kernel_can_be_interrupted(
    device: ttnn.Device, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tensor = ttnn.from_numpy(np.float32([[1]]), layout=ttnn.TILE_LAYOUT, device=device)
    shutil.copytree(PACKAGE / "kernels", tmp_path / "kernels")
    (tmp_path / "kernels/eltwise_binary").chmod(0o755)
    make_endless(tmp_path / "kernels/eltwise_binary/reader_binary.ncrisc.elf")
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
