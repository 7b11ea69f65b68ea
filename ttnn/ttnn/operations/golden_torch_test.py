# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0

"""Golden functions of elementwise operations give what the operations' tests compare with."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

import ttnn
from ttnn.elementwise_cases import CASES
from ttnn.operations.elementwise.call import ElementwiseFunction

GOLDENS = {
    operation.__name__: operation
    for operation in ttnn.query_registered_operations()
    if isinstance(operation.function, ElementwiseFunction)
    and operation.__name__.removesuffix("_") in CASES
}
SHAPE = (6, 32)


def elements(name: str, random: np.random.Generator) -> list[np.ndarray]:
    case = CASES[name.removesuffix("_")]
    if ttnn.float32 in GOLDENS[name].function.row.dtypes:
        return [random.uniform(low, high, SHAPE) for low, high in case.ranges]
    low, high = case.integers or (-(1 << 31), (1 << 31) - 1)
    return [random.integers(low, high, SHAPE, np.int64, endpoint=True) for _ in case.ranges]


@pytest.mark.parametrize("name", GOLDENS)
def test_golden_function_is_the_reference(name: str, random: np.random.Generator) -> None:
    case, operation = CASES[name.removesuffix("_")], GOLDENS[name]
    arrays = elements(name, random)
    golden: Any = ttnn.get_golden_function(operation)

    result = golden(*map(torch.from_numpy, arrays), *case.arguments, **case.keywords)

    expected = np.asarray(case.reference(*arrays)).astype(np.float64)
    # Parameters are float32 in some references, and torch's own functions are not exact.
    np.testing.assert_allclose(result.numpy().astype(np.float64), expected, rtol=1e-4, atol=1e-5)


def test_family_parameters_are_left_aside() -> None:
    x = torch.tensor([4.0])

    golden: Any = ttnn.get_golden_function(ttnn.add)
    result = golden(x, 1.0, memory_config=ttnn.L1_MEMORY_CONFIG, dtype=ttnn.float32)

    assert result.item() == 5
