# SPDX-FileCopyrightText: The TT-NN Authors
# SPDX-License-Identifier: Apache-2.0
"""Where torch can be had it is the CPU build, and it works beside the other packages."""

from __future__ import annotations

import torch


def test_torch_is_the_cpu_build() -> None:
    assert torch.__version__.endswith("+cpu")


def test_torch_multiplies() -> None:
    matrix = torch.arange(6, dtype=torch.float64).reshape(2, 3)

    assert (matrix @ matrix.T).tolist() == [[5, 14], [14, 50]]
