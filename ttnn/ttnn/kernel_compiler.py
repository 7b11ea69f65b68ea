# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""The optional compiler for kernels that come as sources: what the extra `ttnn[jit]` installs."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def find_kernel_compiler() -> str:
    """Returns the folder of the compiler, or "" if it is not installed.

    The runtime calls this when a kernel is about to be compiled; nothing is imported for it.
    """
    spec = find_spec("ziglang")
    if spec is None or spec.origin is None:
        return ""
    return str(Path(spec.origin).parent)
