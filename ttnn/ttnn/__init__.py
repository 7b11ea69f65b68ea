# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""TT-NN: neural network operations on Tensix chips, here on a simulated one.

Example:
    >>> import numpy as np
    >>> import ttnn
    >>> ones = np.ones((2, 3), dtype=np.float32)
    >>> with ttnn.manage_device(device_id=0) as device:
    ...     a = ttnn.from_numpy(ones, layout=ttnn.TILE_LAYOUT, device=device)
    ...     ttnn.to_numpy(a + a)
    array([[2., 2., 2.],
           [2., 2., 2.]], dtype=float32)
"""

from __future__ import annotations

from ttnn._version import __version__
from ttnn.diagnosis.command import is_diagnosis

# A diagnosis looks at the files from outside: loading a damaged extension may end the process.
if not is_diagnosis():
    try:
        from ttnn._ttnn import (
            Arch,
            CompilerMissingError,
            CoreCoord,
            Device,
            DeviceClosedError,
            KernelCompileError,
            KernelError,
            KernelLoadError,
            MemoryView,
            OutOfMemoryError,
            Tensor,
            get_memory_view,
        )
        from ttnn.conversion import from_numpy, from_torch, to_numpy, to_torch
        from ttnn.device import close_device, manage_device, open_device
        from ttnn.operations.binary import add, mul, multiply, sub, subtract
        from ttnn.operations.core import deallocate, from_device, to_device, to_layout
        from ttnn.operations.matmul import matmul
        from ttnn.types import (
            DRAM_MEMORY_CONFIG,
            L1_MEMORY_CONFIG,
            ROW_MAJOR_LAYOUT,
            TILE_LAYOUT,
            TILE_SIZE,
            BufferType,
            DataType,
            Layout,
            MemoryConfig,
            Shape,
            StorageType,
            TensorMemoryLayout,
            TensorSpec,
            bfloat16,
            float32,
        )
    except ImportError as error:
        from ttnn.diagnosis.import_failure import explain

        raise ImportError(explain(error)) from error

__all__ = [
    "DRAM_MEMORY_CONFIG",
    "L1_MEMORY_CONFIG",
    "ROW_MAJOR_LAYOUT",
    "TILE_LAYOUT",
    "TILE_SIZE",
    "Arch",
    "BufferType",
    "CompilerMissingError",
    "CoreCoord",
    "DataType",
    "Device",
    "DeviceClosedError",
    "KernelCompileError",
    "KernelError",
    "KernelLoadError",
    "Layout",
    "MemoryConfig",
    "MemoryView",
    "OutOfMemoryError",
    "Shape",
    "StorageType",
    "Tensor",
    "TensorMemoryLayout",
    "TensorSpec",
    "__version__",
    "add",
    "bfloat16",
    "close_device",
    "deallocate",
    "float32",
    "from_device",
    "from_numpy",
    "from_torch",
    "get_memory_view",
    "manage_device",
    "matmul",
    "mul",
    "multiply",
    "open_device",
    "sub",
    "subtract",
    "to_device",
    "to_layout",
    "to_numpy",
    "to_torch",
]
