# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tensors in files, and what becomes of files that are none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import ttnn


@pytest.mark.parametrize("dtype", [ttnn.bfloat16, ttnn.float32, ttnn.uint16, ttnn.bfloat4_b])
def test_a_tensor_comes_back_as_it_was(
    dtype: ttnn.DataType, device: ttnn.Device, tmp_path: Path, random: np.random.Generator
) -> None:
    values = random.integers(0, 50, (3, 33, 70)).astype(np.float32)
    tensor = ttnn.from_numpy(values, dtype=dtype, layout=ttnn.TILE_LAYOUT, device=device)
    file = tmp_path / "weights.tensorbin"

    ttnn.dump_tensor(file, tensor)
    loaded = ttnn.load_tensor(str(file), device=device)

    assert loaded.spec == tensor.spec
    np.testing.assert_array_equal(ttnn.to_numpy(loaded), ttnn.to_numpy(tensor))
    assert [path.name for path in tmp_path.iterdir()] == ["weights.tensorbin"]


def test_what_is_no_tensor_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"must end in \.tensorbin"):
        ttnn.dump_tensor(tmp_path / "a.bin", ttnn.from_numpy(np.zeros(3, dtype=np.float32)))
    with pytest.raises(FileNotFoundError, match="is no file"):
        ttnn.load_tensor(tmp_path / "none.tensorbin")
    with pytest.raises(FileNotFoundError, match="is no file"):
        ttnn.load_tensor(_folder(tmp_path))


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder.tensorbin"
    folder.mkdir()
    return folder


def test_every_damage_is_found(tmp_path: Path) -> None:
    file = tmp_path / "a.tensorbin"
    ttnn.dump_tensor(file, ttnn.from_numpy(np.arange(64, dtype=np.float32)))
    whole = file.read_bytes()

    for broken in (b"", b"text", whole[: len(whole) // 2], _with_a_changed_value(whole)):
        file.write_bytes(broken)
        with pytest.raises(ValueError, match="holds no tensor"):
            ttnn.load_tensor(file)


def _with_a_changed_value(file: bytes) -> bytes:
    value = np.float32(63).tobytes()
    assert value in file
    return file.replace(value, np.float32(62).tobytes())
