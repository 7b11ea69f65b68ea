# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Where kernels come from, and what becomes of a program whose kernels are not what they should be.

Each fault is a Python exception; the device and the process go on.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

import ttnn
from ttnn.spoilt_kernel import RETURN, spoil

PACKAGE = Path(ttnn.__file__).parent
READER = "elementwise/reader_elementwise.ncrisc.elf"
ID = 1


@pytest.fixture
def tensor(device: ttnn.Device) -> ttnn.Tensor:
    """Its operations load their kernels anew."""
    device.disable_and_clear_program_cache()
    device.enable_program_cache()
    return ttnn.from_numpy(np.float32([[1]]), layout=ttnn.TILE_LAYOUT, device=device)


@pytest.fixture
def other_root(tmp_path: Path) -> Path:
    """A copy of all kernels, to be spoilt."""
    shutil.copytree(PACKAGE / "kernels", tmp_path / "kernels")
    return tmp_path


def test_kernels_lie_beside_the_extension() -> None:
    root = ttnn._ttnn.runtime_root()

    assert Path(root.path) == PACKAGE


def test_a_missing_kernel_names_file_and_reason(
    tensor: ttnn.Tensor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TT_METAL_RUNTIME_ROOT", str(tmp_path))

    with pytest.raises(ttnn.KernelLoadError, match="TT_METAL_RUNTIME_ROOT is set") as error:
        ttnn.add(tensor, tensor)

    assert str(tmp_path / "kernels" / READER) in str(error.value)


def test_a_root_that_is_no_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TT_METAL_RUNTIME_ROOT", str(tmp_path / "nowhere"))

    with pytest.raises(ValueError, match="TT_METAL_RUNTIME_ROOT"):
        ttnn.open_device(device_id=ID)


def test_a_checkout_of_upstream_changes_nothing(
    tensor: ttnn.Tensor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Users of upstream have this variable set."""
    monkeypatch.setenv("TT_METAL_HOME", str(tmp_path))

    assert ttnn.add(tensor, tensor).item() == 2
    assert Path(ttnn._ttnn.runtime_root().path) == PACKAGE


@pytest.mark.parametrize("content", [b"", b"not an ELF", b"\x7fELF" + b"\0" * 60])
def test_a_corrupt_kernel_is_named(
    content: bytes, tensor: ttnn.Tensor, other_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (other_root / "kernels" / READER).write_bytes(content)

    with monkeypatch.context() as context:
        context.setenv("TT_METAL_RUNTIME_ROOT", str(other_root))
        with pytest.raises(ttnn.KernelLoadError, match=r"reader_elementwise\.ncrisc\.elf"):
            ttnn.add(tensor, tensor)

    assert ttnn.add(tensor, tensor).item() == 2


def test_the_programs_of_another_machine_are_named(
    tensor: ttnn.Tensor, other_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copyfile(ttnn._ttnn.__file__, other_root / "kernels" / READER)
    monkeypatch.setenv("TT_METAL_RUNTIME_ROOT", str(other_root))

    with pytest.raises(ttnn.KernelLoadError, match=r"reader_elementwise\.ncrisc\.elf"):
        ttnn.add(tensor, tensor)


def test_a_deadlock_names_core_and_hart(
    tensor: ttnn.Tensor, other_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a reader that reads nothing leaves the others waiting for."""
    (other_root / "kernels/elementwise").chmod(0o755)
    spoil(other_root / "kernels" / READER, RETURN)

    with monkeypatch.context() as context:
        context.setenv("TT_METAL_RUNTIME_ROOT", str(other_root))
        with pytest.raises(ttnn.KernelError, match="deadlock") as error:
            ttnn.add(tensor, tensor)

    assert error.value.core == (0, 0)
    assert error.value.hart in {"BRISC", "NCRISC", "TRISC0", "TRISC1", "TRISC2"}
    assert ttnn.add(tensor, tensor).item() == 2
