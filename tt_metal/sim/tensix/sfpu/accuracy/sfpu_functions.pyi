# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The functions of the SFPU on arrays of whole tiles (multiples of 1024 datums)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

def variants() -> list[str]:
    """Instruction sets of the host that functions can run with here, the fastest last."""

def functions() -> dict[str, tuple[int, list[str]]]:
    """Operands and formats of each function, those as NumPy calls them."""

def run(
    variant: int,
    name: str,
    operands: Sequence[NDArray[np.float32]],
    bfloat16: bool,
    format: str = "float32",
) -> NDArray[np.float32]:
    """The results, rounded to bfloat16 or left in float32.

    Args:
      variant: Place in `variants()`.
      name: Of the function.
      operands: Whole tiles.
      bfloat16: Whether floats are rounded so.
      format: Of the operands, as NumPy calls it. Integers are there, and in the result, as the bits
        of floats.

    Raises:
      ValueError: there is no such function or format, or the operands are no whole tiles.
    """
