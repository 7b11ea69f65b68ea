# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Golden functions of elementwise operations: the same computed by torch, on torch tensors.

torch is imported when one is called, as the package does without it otherwise.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection
from types import ModuleType
from typing import Any

# Of torch, and of the operation's arguments but those that say how, not what.
Golden = Callable[..., Any]

_HOW = frozenset({"fast_and_approximate_mode"})


def golden_function(
    name: str, signature: inspect.Signature, family: Collection[str], golden: Golden | None
) -> Golden:
    """Returns a function with the signature of an operation, computed by torch.

    Args:
        name: What torch calls it, when `golden` is None.
        signature: Of the operation.
        family: The parameters of its family, which are left aside.
        golden: Of torch, then of the operation's other parameters.
    """

    def function(*args: object, **kwargs: object) -> Any:
        import torch

        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        left_aside = _HOW.union(family)
        own = [value for key, value in bound.arguments.items() if key not in left_aside]
        return golden(torch, *own) if golden else of_torch(torch, name)(*own)

    return function


def of_torch(torch: ModuleType, name: str) -> Callable[..., Any]:
    """Returns the function that torch has under a name."""
    for module in (torch, torch.nn.functional, torch.special):
        if hasattr(module, name):
            return getattr(module, name)  # type: ignore[no-any-return]
    raise AttributeError(f"torch has no function {name}")
