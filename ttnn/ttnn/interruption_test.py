# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""What ends an operation whose kernel never does, after which the device goes on."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

import ttnn
from ttnn.spoilt_kernel import JUMP_TO_SELF, spoil

PACKAGE = Path(ttnn.__file__).parent


@pytest.fixture
def tensor(device: ttnn.Device) -> ttnn.Tensor:
    device.clear_program_cache()  # so that kernels are looked for anew
    return ttnn.from_numpy(np.float32([[1]]), layout=ttnn.TILE_LAYOUT, device=device)


@pytest.fixture
def endless_root(tmp_path: Path) -> Path:
    """All kernels, one of which never ends."""
    shutil.copytree(PACKAGE / "kernels", tmp_path / "kernels")
    (tmp_path / "kernels/elementwise").chmod(0o755)
    spoil(tmp_path / "kernels/elementwise/reader_elementwise.ncrisc.elf", JUMP_TO_SELF)
    return tmp_path


@contextmanager
def handled(number: signal.Signals, handler: Callable[..., object]) -> Iterator[None]:
    previous = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(number, previous)


def fail(*_: object) -> None:
    raise TimeoutError("enough")


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("number", "handler", "error"),
    [
        (signal.SIGINT, signal.default_int_handler, KeyboardInterrupt),
        (signal.SIGALRM, fail, TimeoutError),
    ],
)
def test_a_signal_ends_an_endless_kernel(
    number: signal.Signals,
    handler: Callable[..., object],
    error: type[BaseException],
    tensor: ttnn.Tensor,
    endless_root: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sender = threading.Timer(0.3, os.kill, [os.getpid(), number])

    with monkeypatch.context() as context, handled(number, handler):
        context.setenv("TT_METAL_RUNTIME_ROOT", str(endless_root))
        sender.start()
        with pytest.raises(error):
            ttnn.add(tensor, tensor)

    assert ttnn.add(tensor, tensor).item() == 2


@pytest.mark.timeout(60)
def test_a_signal_whose_handler_raises_nothing_lets_the_kernel_go_on(
    tensor: ttnn.Tensor, endless_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def count(*_: object) -> None:
        calls.append(True)
        if len(calls) == 3:
            raise TimeoutError("enough")

    with monkeypatch.context() as context, handled(signal.SIGALRM, count):
        context.setenv("TT_METAL_RUNTIME_ROOT", str(endless_root))
        signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)
        with pytest.raises(TimeoutError):
            ttnn.add(tensor, tensor)

    assert len(calls) == 3


@pytest.mark.timeout(60)
def test_a_budget_ends_an_endless_kernel(
    device: ttnn.Device,
    tensor: ttnn.Tensor,
    endless_root: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    device.set_instruction_budget(1_000_000)
    try:
        assert ttnn.add(tensor, tensor).item() == 2
        device.clear_program_cache()
        with monkeypatch.context() as context:
            context.setenv("TT_METAL_RUNTIME_ROOT", str(endless_root))
            with pytest.raises(ttnn.KernelError, match="budget of 1000000"):
                ttnn.add(tensor, tensor)
    finally:
        device.set_instruction_budget(0)

    assert ttnn.add(tensor, tensor).item() == 2


def test_a_budget_is_a_number_of_instructions(device: ttnn.Device) -> None:
    with pytest.raises(TypeError):
        device.set_instruction_budget(-1)
