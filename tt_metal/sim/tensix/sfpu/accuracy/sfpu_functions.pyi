# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""The functions of the SFPU on arrays of whole tiles (multiples of 1024 datums)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

def variants() -> list[str]:
    """Instruction sets of the host that functions can run with here, the fastest last."""

def run(
    variant: int, name: str, operands: Sequence[NDArray[np.float32]], bfloat16: bool
) -> NDArray[np.float32]:
    """The results, rounded to bfloat16 or left in float32.

    Raises:
      ValueError: there is no such function, or the operands are no whole tiles.
    """
