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
            grid_to_cores,
            num_cores_to_corerangeset,
            num_cores_to_corerangeset_in_subcoregrids,
            split_work_to_cores,
        )
        from ttnn._version import __version__
        from ttnn.conversion import from_numpy, from_torch, tensor_of, to_numpy, to_torch
        from ttnn.device import close_device, manage_device, open_device
        from ttnn.memory_config import (
            create_sharded_memory_config,
            element_size,
            get_memory_config,
            has_storage_type_of,
            has_tile_padding,
            is_sharded,
            is_tensor_storage_on_device,
            tile_size,
        )
        from ttnn.operations.binary import add, mul, multiply, sub, subtract
        from ttnn.operations.core import (
            allocate_tensor_on_device,
            deallocate,
            from_device,
            to_device,
            to_dtype,
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
        from ttnn.tensor_files import as_tensor, dump_tensor, load_tensor
        from ttnn.types import (
            DEVICE_STORAGE_TYPE,
            DRAM_MEMORY_CONFIG,
            L1_BLOCK_SHARDED_MEMORY_CONFIG,
            L1_HEIGHT_SHARDED_MEMORY_CONFIG,
            L1_MEMORY_CONFIG,
            L1_WIDTH_SHARDED_MEMORY_CONFIG,
            ROW_MAJOR_LAYOUT,
            TILE_LAYOUT,
            TILE_SIZE,
            BufferType,
            CoreGrid,
            DataType,
            Layout,
            MemoryConfig,
            NdShardSpec,
            Shape,
            ShardDistributionStrategy,
            ShardOrientation,
            ShardSpec,
            ShardStrategy,
            StorageType,
            TensorMemoryLayout,
            TensorSpec,
            Tile,
            bfloat4_b,
            bfloat8_b,
            bfloat16,
            float32,
            int32,
            uint8,
            uint16,
            uint32,
        )
    except ImportError as error:
        from ttnn.diagnosis.import_failure import explain

        raise ImportError(explain(error)) from error

__all__ = [
    "DEVICE_STORAGE_TYPE",
    "DRAM_MEMORY_CONFIG",
    "L1_BLOCK_SHARDED_MEMORY_CONFIG",
    "L1_HEIGHT_SHARDED_MEMORY_CONFIG",
    "L1_MEMORY_CONFIG",
    "L1_WIDTH_SHARDED_MEMORY_CONFIG",
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
    "CoreGrid",
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
    "NdShardSpec",
    "OutOfMemoryError",
    "ProgramDescriptor",
    "ReaderConfigDescriptor",
    "RuntimeArgs",
    "SemaphoreDescriptor",
    "Shape",
    "ShardDistributionStrategy",
    "ShardOrientation",
    "ShardSpec",
    "ShardStrategy",
    "StorageType",
    "Tensor",
    "TensorAccessorArgs",
    "TensorMemoryLayout",
    "TensorSpec",
    "Tile",
    "TileDescriptor",
    "UnpackToDestMode",
    "WriterConfigDescriptor",
    "__version__",
    "add",
    "allocate_tensor_on_device",
    "as_tensor",
    "bfloat4_b",
    "bfloat8_b",
    "bfloat16",
    "close_device",
    "compute_program_descriptor_hash",
    "corerange_to_cores",
    "create_sharded_memory_config",
    "deallocate",
    "dump_tensor",
    "element_size",
    "float32",
    "from_device",
    "from_numpy",
    "from_torch",
    "generic_op",
    "get_memory_config",
    "get_memory_view",
    "grid_to_cores",
    "has_storage_type_of",
    "has_tile_padding",
    "int32",
    "is_sharded",
    "is_tensor_storage_on_device",
    "load_tensor",
    "manage_device",
    "matmul",
    "merge_program_descriptors",
    "mul",
    "multiply",
    "num_cores_to_corerangeset",
    "num_cores_to_corerangeset_in_subcoregrids",
    "open_device",
    "split_work_to_cores",
    "sub",
    "subtract",
    "tensor_of",
    "tile_size",
    "to_device",
    "to_dtype",
    "to_layout",
    "to_numpy",
    "to_torch",
    "uint8",
    "uint16",
    "uint32",
]
