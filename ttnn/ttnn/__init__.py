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
            NOC,
            NOC_MODE,
            Arch,
            CompilerMissingError,
            CoreCoord,
            CoreRange,
            CoreRangeSet,
            DataMovementProcessor,
            Device,
            DeviceClosedError,
            KernelBuildOptLevel,
            KernelCompileError,
            KernelError,
            KernelLoadError,
            MathFidelity,
            MemoryView,
            OutOfMemoryError,
            Tensor,
            TensorAccessorArgs,
            UnpackToDestMode,
            corerange_to_cores,
            get_memory_view,
            split_work_to_cores,
        )
        from ttnn.conversion import from_numpy, from_torch, to_numpy, to_torch
        from ttnn.device import close_device, manage_device, open_device
        from ttnn.operations.binary import add, mul, multiply, sub, subtract
        from ttnn.operations.core import (
            allocate_tensor_on_device,
            deallocate,
            from_device,
            to_device,
            to_layout,
        )
        from ttnn.operations.generic import generic_op
        from ttnn.operations.matmul import matmul
        from ttnn.program_descriptors import (
            CBDescriptor,
            CBFormatDescriptor,
            ComputeConfigDescriptor,
            DataMovementConfigDescriptor,
            KernelDescriptor,
            ProgramDescriptor,
            ReaderConfigDescriptor,
            SemaphoreDescriptor,
            TileDescriptor,
            WriterConfigDescriptor,
            compute_program_descriptor_hash,
            merge_program_descriptors,
        )
        from ttnn.runtime_args import RuntimeArgs
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
    "NOC",
    "NOC_MODE",
    "ROW_MAJOR_LAYOUT",
    "TILE_LAYOUT",
    "TILE_SIZE",
    "Arch",
    "BufferType",
    "CBDescriptor",
    "CBFormatDescriptor",
    "CompilerMissingError",
    "ComputeConfigDescriptor",
    "CoreCoord",
    "CoreRange",
    "CoreRangeSet",
    "DataMovementConfigDescriptor",
    "DataMovementProcessor",
    "DataType",
    "Device",
    "DeviceClosedError",
    "KernelBuildOptLevel",
    "KernelCompileError",
    "KernelDescriptor",
    "KernelError",
    "KernelLoadError",
    "Layout",
    "MathFidelity",
    "MemoryConfig",
    "MemoryView",
    "OutOfMemoryError",
    "ProgramDescriptor",
    "ReaderConfigDescriptor",
    "RuntimeArgs",
    "SemaphoreDescriptor",
    "Shape",
    "StorageType",
    "Tensor",
    "TensorAccessorArgs",
    "TensorMemoryLayout",
    "TensorSpec",
    "TileDescriptor",
    "UnpackToDestMode",
    "WriterConfigDescriptor",
    "__version__",
    "add",
    "allocate_tensor_on_device",
    "bfloat16",
    "close_device",
    "compute_program_descriptor_hash",
    "corerange_to_cores",
    "deallocate",
    "float32",
    "from_device",
    "from_numpy",
    "from_torch",
    "generic_op",
    "get_memory_view",
    "manage_device",
    "matmul",
    "merge_program_descriptors",
    "mul",
    "multiply",
    "open_device",
    "split_work_to_cores",
    "sub",
    "subtract",
    "to_device",
    "to_layout",
    "to_numpy",
    "to_torch",
]
