# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Tensors in files, as they are stored: nothing is converted on the way.

A file is a ZIP archive of two NumPy arrays, the bytes and a JSON text of the spec, so that what is
damaged is found by its checksums. It is written beside its place and moved there when it is whole.
"""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import DataType, Device, Layout, MemoryConfig, Tensor, TensorSpec, Tile
from ttnn.conversion import from_torch

if TYPE_CHECKING:
    import torch

_SUFFIX = ".tensorbin"


def dump_tensor(file_name: str | os.PathLike[str], tensor: Tensor) -> None:
    """Writes a tensor to a file, which `ttnn.load_tensor` reads.

    The memory in which it lay on a device is not kept: it comes back for interleaved DRAM.

    Args:
        file_name: Ends in `.tensorbin`. What is there is replaced, all at once.
        tensor: On the host or on a device.

    Raises:
        ValueError: The name ends otherwise.
        OSError: The file cannot be written.
    """
    import numpy as np

    require_type("tensor", tensor, Tensor)
    path = _checked(file_name)
    text = np.frombuffer(json.dumps(_described(tensor.spec)).encode(), dtype=np.uint8)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=_SUFFIX, delete=False) as file:
        try:
            np.savez(file, spec=text, values=_ttnn.stored_bytes(tensor))
            file.close()
            os.replace(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise


def load_tensor(file_name: str | os.PathLike[str], *, device: Device | None = None) -> Tensor:
    """Reads a tensor that `ttnn.dump_tensor` wrote.

    Args:
        file_name: Ends in `.tensorbin`.
        device: Where it shall live; on the host when None.

    Raises:
        ValueError: The name ends otherwise, or the file is no such file or damaged.
        OSError: There is no file, or it cannot be read.
    """
    import numpy as np

    require_type("device", device, Device, type(None))
    path = _checked(file_name)
    if not path.is_file():
        raise FileNotFoundError(f"file_name: {path} is no file")
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            spec = _spec_of(json.loads(file["spec"].tobytes()))
            tensor = _ttnn.tensor_from_stored_bytes(file["values"], spec)
    except (KeyError, ValueError, TypeError, EOFError, zipfile.BadZipFile) as error:
        raise ValueError(f"file_name: {path} holds no tensor: {error}") from error
    return tensor if device is None else _ttnn.to_device(tensor, device)


def as_tensor(
    tensor: torch.Tensor,
    dtype: DataType | None = None,
    *,
    layout: Layout | None = Layout.ROW_MAJOR,
    device: Device | None = None,
    memory_config: MemoryConfig | None = None,
    cache_file_name: str | os.PathLike[str] | None = None,
    preprocess: Callable[[torch.Tensor], torch.Tensor] | None = None,
    mesh_mapper: None = None,
) -> Tensor:
    """Makes a tensor of a torch tensor, or reads the one made of it before.

    Args:
        tensor: As for `ttnn.from_torch`.
        dtype: As for `ttnn.from_torch`.
        layout: As for `ttnn.from_torch`.
        device: As for `ttnn.from_torch`; `memory_config` must be given with it.
        memory_config: Memory of the device.
        cache_file_name: Start of the name of a file that keeps the converted tensor, in a folder
            that is made if it is not there. dtype and layout are part of the name. What such a
            file holds is taken instead of `tensor`; a damaged one is written anew.
        preprocess: What is done to `tensor` before it is converted.
        mesh_mapper: Only None, as there is one device.

    Raises:
        ValueError: `device` without `memory_config`; and as for `ttnn.from_torch`.
    """
    if device is not None and memory_config is None:
        raise ValueError("memory_config: is needed where a device is given")

    def convert() -> Tensor:
        source = tensor if preprocess is None else preprocess(tensor)
        return from_torch(source, dtype, layout=layout, mesh_mapper=mesh_mapper)

    if cache_file_name is None:
        host = convert()
    else:
        host = _cached(_cache_path(cache_file_name, dtype, layout), convert)
    return host if device is None else _ttnn.to_device(host, device, memory_config)


def _cache_path(
    start: str | os.PathLike[str], dtype: DataType | None, layout: Layout | None
) -> Path:
    dtype_name = "None" if dtype is None else dtype.name
    layout_name = "None" if layout is None else layout.name
    return Path(f"{os.fspath(start)}_dtype_{dtype_name}_layout_{layout_name}{_SUFFIX}")


def _cached(path: Path, convert: Callable[[], Tensor]) -> Tensor:
    try:
        return load_tensor(path)
    except (FileNotFoundError, ValueError):
        made = convert()
    path.parent.mkdir(parents=True, exist_ok=True)
    dump_tensor(path, made)
    return made


def _checked(file_name: str | os.PathLike[str]) -> Path:
    path = Path(file_name)
    if path.suffix != _SUFFIX:
        raise ValueError(f"file_name: {path} must end in {_SUFFIX}")
    return path


def _described(spec: TensorSpec) -> dict[str, Any]:
    return {
        "shape": list(spec.shape),
        "dtype": spec.dtype.name,
        "layout": spec.layout.name,
        "tile": list(spec.tile.tile_shape),
    }


def _spec_of(described: dict[str, Any]) -> TensorSpec:
    height, width = described["tile"]
    return TensorSpec(
        described["shape"],
        DataType[described["dtype"]],
        Layout[described["layout"]],
        tile=Tile((height, width)),
    )
