# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Operations that are programs of the user's own."""

from __future__ import annotations

from collections.abc import Sequence

from ttnn import _ttnn
from ttnn._arguments import require_type
from ttnn._ttnn import Tensor
from ttnn.program_descriptors import ProgramDescriptor, native_parts


def generic_op(io_tensors: Sequence[Tensor], program_descriptor: ProgramDescriptor) -> Tensor:
    """Runs a program and returns the last of `io_tensors`, which it is to have filled.

    Kernels that come as sources are compiled when they first run, which needs the extra
    `ttnn[jit]`, and kept in a cache for later processes.

    Args:
        io_tensors: What the program reads and writes, all on one device. It learns where they are
            from its arguments: `tensor.buffer_address()`.
        program_descriptor: The program.

    Raises:
        TypeError: An argument is of the wrong type.
        ValueError: There are no tensors, they are not on one device, or the program contradicts
            itself.
        IndexError: A core, an index of a circular buffer or a semaphore is not there.
        ttnn.KernelCompileError: A source does not compile.
        ttnn.CompilerMissingError: A source cannot be compiled here.
        ttnn.KernelLoadError: A kernel is not to be found.
        ttnn.KernelError: A kernel did something wrong.
        ttnn.OutOfMemoryError: Circular buffers do not fit into L1.
    """
    tensors = list(io_tensors)
    for index, tensor in enumerate(tensors):
        require_type(f"io_tensors[{index}]", tensor, Tensor)
    require_type("program_descriptor", program_descriptor, ProgramDescriptor)
    return _ttnn.generic_op(tensors, *native_parts(program_descriptor))
